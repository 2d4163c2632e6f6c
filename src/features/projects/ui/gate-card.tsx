import { CircleCheck, CircleDashed, CircleDot, CircleMinus } from "lucide-react";
import type { ReactNode } from "react";
import { footnotes, SourcesNote } from "@/features/cheat-sheet/ui";
import {
  type Evidence,
  gateReadiness,
  type Phase,
  roleById,
  type TaskStatus,
  type TechniqueId,
} from "@/planning";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";

/** What must hold to leave the phase, what of the plan shows it so far, who says so, and what was said. */
export function GateCard({
  phase,
  techniques,
  tasks,
  passages,
}: {
  phase: Phase;
  techniques: ReadonlySet<TechniqueId>;
  tasks: readonly { key: string; name: string; status: TaskStatus }[];
  passages: readonly { at: Date; by: string; toPhase: string; reason: string }[];
}) {
  const { gate } = phase;
  const { criteria, deliverables } = gateReadiness(phase, techniques, tasks);
  const shown = criteria.filter(({ evidence }) => evidence === "shown").length;
  const notes = footnotes([
    ...criteria.flatMap(({ criterion }) => criterion.sources),
    ...deliverables.flatMap(({ deliverable }) => deliverable.sources),
  ]);
  return (
    <Card title={`Gate: ${gate.name}`} hint={`${roleById(gate.approvedBy).name} approves`}>
      <h3 className="mb-1 text-xs text-muted">
        Ready to move on when ({shown} of {criteria.length} shown by finished tasks)
      </h3>
      <ul className="grid gap-1.5 text-sm">
        {criteria.map(({ criterion, evidence, tasks: showing }) => (
          <Item key={criterion.id} evidence={evidence} numbers={notes.numbersOf(criterion.sources)}>
            {criterion.text}
            <span className="block text-xs text-muted">{tellTasks(showing)}</span>
          </Item>
        ))}
      </ul>
      <h3 className="mt-3 mb-1 text-xs text-muted">
        Deliverables: leaves with {lowerFirst(phase.leavesWith)}
      </h3>
      <ul className="grid gap-1.5 text-sm">
        {deliverables.map(({ deliverable, evidence }) => (
          <Item key={deliverable.id} evidence={evidence} numbers={notes.numbersOf(deliverable.sources)}>
            {deliverable.name}
          </Item>
        ))}
      </ul>
      {passages.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 text-xs text-muted">What happened here</h3>
          <ul className="grid gap-1 text-sm">
            {passages.map((passage) => (
              <li key={passage.at.toISOString()}>
                {formatDate(passage.at)} · {passage.by} moved it{" "}
                {passage.toPhase === phase.id ? "here" : "on"}
                {passage.reason !== "" && <span className="text-muted">: {passage.reason}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <SourcesNote citations={notes.citations} />
    </Card>
  );
}

const marks = {
  shown: { Icon: CircleCheck, label: "Shown", tone: "text-ok" },
  "under-way": { Icon: CircleDot, label: "Under way", tone: "text-accent" },
  ahead: { Icon: CircleDashed, label: "Ahead", tone: "text-muted" },
  nothing: { Icon: CircleMinus, label: "No task shows this", tone: "text-warn" },
} as const satisfies Record<Evidence, { Icon: typeof CircleCheck; label: string; tone: string }>;

function Item({ evidence, numbers, children }: { evidence: Evidence; numbers: string; children: ReactNode }) {
  const { Icon, label, tone } = marks[evidence];
  return (
    <li className="grid grid-cols-[1rem_1fr_auto] items-start gap-2">
      <span className={`mt-0.5 ${tone}`} title={label}>
        <Icon size={15} aria-hidden />
        <span className="sr-only">{label}:</span>
      </span>
      <span className="min-w-0">{children}</span>
      <span className="text-xs text-muted tabular-nums">
        <span className="sr-only">Sources </span>
        {numbers}
      </span>
    </li>
  );
}

function tellTasks(tasks: readonly { name: string }[]): string {
  if (tasks.length === 0) return "No task of the plan shows this: ask for it by hand.";
  return tasks.map((task) => task.name).join(" · ");
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
