import type { ChecklistItem } from "@/features/plans/checklists.schema";
import type { SettledTask } from "@/features/plans/many-tasks.schema";
import { disciplineName, expertiseLevelName, type PlannedTask, phaseNames } from "@/planning";
import { tellChecklist } from "./checklist-cell-rules";
import type { ColumnId } from "./columns-rules";
import type { OwnContent } from "./row-rules";
import { tellWaits, type Wait } from "./waits-rules";

/** A task as it leaves: what the plan makes of it, what is settled about it, and when the forecast expects it. */
export type ExportedTask = {
  readonly task: PlannedTask;
  readonly techniqueName: string;
  readonly settled: SettledTask | null;
  readonly own: OwnContent | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly ownWaits: readonly Wait[];
  readonly checklist: readonly ChecklistItem[];
  readonly startP50: string | null;
  readonly finishP50: string | null;
  readonly finishP80: string | null;
};

export type ExportedPlan = {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly asOf: string;
  readonly startsOn: string;
  readonly targetOn: string | null;
  readonly finishP50: string;
  readonly finishP80: string;
  readonly tasks: readonly ExportedTask[];
  /** Tasks of the project's own that are out of the plan. */
  readonly takenOut: readonly {
    readonly key: string;
    readonly own: OwnContent;
    readonly checklist: readonly ChecklistItem[];
  }[];
};

export function waitsOf({ task }: ExportedTask): Wait[] {
  return task.links.map(({ after, kind, lagWorkingDays }) => ({ on: after, kind, lagWorkingDays }));
}

/** What each column says of a task. */
export function toldOf(one: ExportedTask): Record<ColumnId, string> {
  const { task, settled, assignee } = one;
  const text = (figure: number | null) => (figure === null ? "" : String(figure));
  return {
    key: task.key,
    name: task.name,
    phase: phaseNames[task.phase],
    technique: one.techniqueName,
    discipline: disciplineName(task.discipline),
    level: expertiseLevelName(task.level),
    deliverable: task.deliverable,
    inLoop: task.inLoop ? "yes" : "no",
    effortOptimistic: text(task.effortPersonDays.optimistic),
    effortMostLikely: text(task.effortPersonDays.mostLikely),
    effortPessimistic: text(task.effortPersonDays.pessimistic),
    durationOptimistic: text(task.durationWorkingDays.optimistic),
    durationMostLikely: text(task.durationWorkingDays.mostLikely),
    durationPessimistic: text(task.durationWorkingDays.pessimistic),
    waitsFor: tellWaits(waitsOf(one)),
    assignee: assignee?.name ?? "",
    status: task.status,
    notBeforeOn: settled?.notBeforeOn ?? "",
    startedOn: settled?.startedOn ?? "",
    finishedOn: settled?.finishedOn ?? "",
    actualEffort: text(settled?.actualEffortPersonDays ?? null),
    machineHours: text(settled?.actualMachineHours ?? null),
    checklist: tellChecklist(one.checklist),
    plannedStart: one.startP50 ?? "",
    plannedFinish: one.finishP50 ?? "",
    plannedFinishP80: one.finishP80 ?? "",
  };
}
