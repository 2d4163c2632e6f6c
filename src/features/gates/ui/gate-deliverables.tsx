import { CircleCheck, CircleDashed, CircleDot, CircleMinus } from "lucide-react";
import type { Citation, Evidence } from "@/planning";
import type { GateView } from "../queries";

/** What the phase leaves behind, as far as the plan's tasks bring it. */
export function GateDeliverables({
  gate,
  numbersOf,
}: {
  gate: GateView;
  numbersOf: (citations: readonly Citation[]) => string;
}) {
  return (
    <>
      <h3 className="mt-3 mb-1 text-xs text-muted lg:mt-0">
        Deliverables: leaves with {gate.leavesWith.charAt(0).toLowerCase() + gate.leavesWith.slice(1)}
      </h3>
      <ul className="grid gap-1.5 text-sm">
        {gate.deliverables.map(({ id, name, evidence, sources }) => {
          const { Icon, label, tone } = marks[evidence];
          return (
            <li key={id} className="grid grid-cols-[1rem_1fr_auto] items-start gap-2">
              <span className={`mt-0.5 ${tone}`} title={label}>
                <Icon size={15} aria-hidden />
                <span className="sr-only">{label}:</span>
              </span>
              <span className="min-w-0">{name}</span>
              <span className="text-xs text-muted tabular-nums">
                <span className="sr-only">Sources </span>
                {numbersOf(sources)}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const marks = {
  shown: { Icon: CircleCheck, label: "Shown", tone: "text-ok" },
  "under-way": { Icon: CircleDot, label: "Under way", tone: "text-accent" },
  ahead: { Icon: CircleDashed, label: "Ahead", tone: "text-muted" },
  nothing: { Icon: CircleMinus, label: "No task shows this", tone: "text-warn" },
} as const satisfies Record<Evidence, { Icon: typeof CircleCheck; label: string; tone: string }>;
