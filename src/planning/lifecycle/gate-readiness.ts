import type { TaskStatus } from "../plan-input";
import type { Deliverable, ExitCriterion, Phase } from "./phase";
import type { TechniqueId } from "./technique-ids";

interface EvidenceTask {
  readonly key: string;
  readonly name: string;
  readonly status: TaskStatus;
}

/** "nothing" when no task of the plan shows it: a person must look for themselves. */
export type Evidence = "shown" | "under-way" | "ahead" | "nothing";

export interface GateReadiness {
  /** Only criteria that are asked with the techniques of the plan. */
  readonly criteria: readonly {
    readonly criterion: ExitCriterion;
    readonly evidence: Evidence;
    readonly tasks: readonly EvidenceTask[];
  }[];
  /** Only deliverables that a task of the plan brings. */
  readonly deliverables: readonly {
    readonly deliverable: Deliverable;
    readonly evidence: Evidence;
    readonly tasks: readonly EvidenceTask[];
  }[];
}

/**
 * What of a phase's gate the plan's tasks show so far. It proves nothing: that a criterion holds is for the gate's
 * approver to say; it tells where to look and what is still missing.
 */
export function gateReadiness(
  phase: Phase,
  techniques: ReadonlySet<TechniqueId>,
  tasks: readonly EvidenceTask[],
): GateReadiness {
  const live = tasks.filter((task) => task.status !== "dropped");
  const among = (keys: readonly string[]) => live.filter((task) => keys.includes(task.key));
  return {
    criteria: phase.gate.exitCriteria
      .filter(({ appliesWith }) => appliesWith.length === 0 || appliesWith.some((id) => techniques.has(id)))
      .map((criterion) => {
        const shown = among(criterion.evidence);
        return { criterion, evidence: evidenceOf(shown), tasks: shown };
      }),
    deliverables: phase.deliverables.flatMap((deliverable) => {
      const bringing = among(deliverable.producedBy);
      return bringing.length === 0 ? [] : [{ deliverable, evidence: evidenceOf(bringing), tasks: bringing }];
    }),
  };
}

function evidenceOf(tasks: readonly EvidenceTask[]): Evidence {
  if (tasks.length === 0) return "nothing";
  if (tasks.every((task) => task.status === "done")) return "shown";
  return tasks.some((task) => task.status !== "planned") ? "under-way" : "ahead";
}
