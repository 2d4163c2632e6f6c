"use client";

import { CircleCheck, CircleDashed, CircleMinus, CircleX } from "lucide-react";
import type { Citation, GateCriterionStatus } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { onDemand } from "@/ui/on-demand";
import type { GateView } from "../queries";
import { EvidenceLine } from "./evidence-line";
import { statusWords } from "./gate-words";

const judgePanel = onDemand(() => import("./judge-panel"));
const evidencePanel = onDemand(() => import("./evidence-panel"));
const criterionPanel = onDemand(() => import("./criterion-panel"));

type Props = {
  workspace: string;
  projectKey: string;
  gate: GateView;
  mayPrepare: boolean;
  numbersOf: (citations: readonly Citation[]) => string;
};

/** The gate's criteria: what the team says of each, who said it, and what shows it. */
export function GateCriteria(props: Props) {
  const { workspace, gate, mayPrepare } = props;
  return (
    <>
      <ul className="grid text-sm">
        {gate.criteria.map((criterion) => (
          <Criterion key={criterion.key} {...props} criterion={criterion} />
        ))}
      </ul>
      {mayPrepare && (
        <div className="mt-2">
          <DialogOnDemand part={criterionPanel} trigger={<Button size="sm">Add a criterion</Button>}>
            {(Panel, dialog) => <Panel workspace={workspace} gate={gate} dialog={dialog} />}
          </DialogOnDemand>
        </div>
      )}
    </>
  );
}

type CriterionView = GateView["criteria"][number];

function Criterion({
  workspace,
  projectKey,
  gate,
  mayPrepare,
  numbersOf,
  criterion,
}: Props & { criterion: CriterionView }) {
  const { Icon, tone } = marks[criterion.status];
  const numbers = numbersOf(criterion.sources);
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-2 border-t border-line py-2 first:border-0">
      <span className={`mt-0.5 ${tone}`}>
        <Icon size={15} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          <span className="sr-only">{statusWords[criterion.status]}: </span>
          {criterion.text}
          {numbers !== "" && (
            <span className="ml-1 text-xs text-muted tabular-nums">
              <span className="sr-only">Sources </span>
              {numbers}
            </span>
          )}
        </p>
        {criterion.judgedBy !== null && criterion.judgedAt !== null && (
          <p className="text-xs text-muted [overflow-wrap:anywhere]">
            <span aria-hidden>{statusWords[criterion.status]}, </span>
            {criterion.judgedBy} on {formatDate(criterion.judgedAt)}
            {criterion.note !== "" && <span className="text-ink">: {criterion.note}</span>}
          </p>
        )}
        {criterion.tasks !== null && <p className="text-xs text-muted">{tellTasks(criterion.tasks)}</p>}
        {criterion.evidence.length > 0 && (
          <ul className="mt-1 grid gap-0.5 text-xs" aria-label="Evidence">
            {criterion.evidence.map((evidence) => (
              <EvidenceLine
                key={evidence.id}
                workspace={workspace}
                projectKey={projectKey}
                evidence={evidence}
                mayPrepare={mayPrepare}
              />
            ))}
          </ul>
        )}
        {mayPrepare && (
          <div className="mt-1.5 flex flex-wrap gap-1.5">
            <DialogOnDemand
              part={judgePanel}
              trigger={
                <Button size="sm" aria-label={`Judge: ${criterion.text}`}>
                  {criterion.status === "open" ? "Judge…" : "Judge again…"}
                </Button>
              }
            >
              {(Panel, dialog) => (
                <Panel workspace={workspace} gate={gate} criterion={criterion} dialog={dialog} />
              )}
            </DialogOnDemand>
            <DialogOnDemand
              part={evidencePanel}
              trigger={
                <Button size="sm" variant="ghost" aria-label={`Add evidence: ${criterion.text}`}>
                  Add evidence…
                </Button>
              }
            >
              {(Panel, dialog) => (
                <Panel workspace={workspace} gate={gate} criterion={criterion} dialog={dialog} />
              )}
            </DialogOnDemand>
            {criterion.isOwn && <RemoveOwn workspace={workspace} gate={gate} criterion={criterion} />}
          </div>
        )}
      </div>
    </li>
  );
}

const marks = {
  met: { Icon: CircleCheck, tone: "text-ok" },
  "not-met": { Icon: CircleX, tone: "text-warn" },
  open: { Icon: CircleDashed, tone: "text-muted" },
  "not-applicable": { Icon: CircleMinus, tone: "text-muted" },
} as const satisfies Record<GateCriterionStatus, { Icon: typeof CircleCheck; tone: string }>;

const reach = {
  shown: "Shown by finished tasks",
  "under-way": "Tasks under way",
  ahead: "Tasks ahead",
} as const;

function tellTasks({ evidence, names }: NonNullable<CriterionView["tasks"]>): string {
  if (evidence === "nothing") return "No task of the plan shows this: ask for it by hand.";
  return `${reach[evidence]}: ${names.join(" · ")}`;
}

function RemoveOwn({
  workspace,
  gate,
  criterion,
}: {
  workspace: string;
  gate: GateView;
  criterion: CriterionView;
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.gates.removeCriterion.mutate);
  return (
    <>
      <FormError message={message} />
      <ConfirmDialog
        title="Remove this criterion?"
        description={`“${criterion.text}” is asked no more. What was said of it stays in the rounds of before.`}
        confirm="Remove"
        onConfirm={() =>
          void submit((mutationId) => ({
            ...{ workspace, mutationId, projectId: gate.projectId, phase: gate.phase },
            ...{ key: criterion.key, version: criterion.version },
          }))
        }
        trigger={
          <Button size="sm" variant="ghost" pending={pending} aria-label={`Remove: ${criterion.text}`}>
            Remove
          </Button>
        }
      />
    </>
  );
}
