import { threePointMean } from "./estimation/three-point";
import type { DisciplineId } from "./expertise/disciplines";
import type { ExpertiseLevel } from "./expertise/levels";
import type { PhaseId } from "./lifecycle/phase-ids";
import type { TechniqueId } from "./lifecycle/technique-ids";
import type { Plan } from "./plan";
import type { PlannedTask } from "./planned-task";
import { workingDaysBetween } from "./schedule/calendar";
import type { DemandRow, Forecast } from "./schedule/forecast-result";

export interface PlannedForecast {
  readonly plan: Plan;
  readonly forecast: Forecast;
}

/** After minus before: positive is later, more, dearer. */
export interface PlanDifference {
  readonly finishP50WorkingDays: number;
  readonly finishP80WorkingDays: number;
  /** Medians at completion, as everywhere a plan's effort and cost are told by one figure. */
  readonly effortPersonDays: number;
  readonly costMinor: number;
  readonly machineCostMinor: number;
  readonly monthlyCostMinor: number;
  readonly machineHours: number;
  /** Mean person-days per phase, only where they differ. */
  readonly phases: readonly { readonly phase: PhaseId; readonly before: number; readonly after: number }[];
  /** Person-days per discipline and level, only where they differ. */
  readonly expertise: readonly {
    readonly discipline: DisciplineId;
    readonly level: ExpertiseLevel;
    readonly before: number;
    readonly after: number;
  }[];
  readonly techniquesAdded: readonly TechniqueId[];
  readonly techniquesRemoved: readonly TechniqueId[];
  readonly tasksAdded: readonly string[];
  readonly tasksRemoved: readonly string[];
  /** Tasks in both plans that take another effort or time, or another level; means. */
  readonly tasksChanged: readonly {
    readonly key: string;
    readonly before: TaskSize;
    readonly after: TaskSize;
  }[];
}

export interface TaskSize {
  readonly effortPersonDays: number;
  readonly durationWorkingDays: number;
  readonly level: ExpertiseLevel;
}

/** What changed between two plans of a project. Use the same seed and runs for both, so that luck cancels out. */
export function differencePlans(before: PlannedForecast, after: PlannedForecast): PlanDifference {
  const techniquesBefore = before.plan.techniques.map(({ technique }) => technique.id);
  const techniquesAfter = after.plan.techniques.map(({ technique }) => technique.id);
  const tasksBefore = liveTasks(before.plan);
  const tasksAfter = liveTasks(after.plan);
  const from = before.forecast;
  const to = after.forecast;
  const { calendar } = after.plan;
  return {
    finishP50WorkingDays: workingDaysBetween(from.finish.p50, to.finish.p50, calendar),
    finishP80WorkingDays: workingDaysBetween(from.finish.p80, to.finish.p80, calendar),
    effortPersonDays: to.effortPersonDays.p50 - from.effortPersonDays.p50,
    costMinor: to.costMinor.p50 - from.costMinor.p50,
    machineCostMinor: to.machineCostMinor.p50 - from.machineCostMinor.p50,
    monthlyCostMinor: to.monthlyCostMinor.p50 - from.monthlyCostMinor.p50,
    machineHours: to.machineHours.p50 - from.machineHours.p50,
    phases: phaseDifference(from, to),
    expertise: expertiseDifference(from.demand, to.demand),
    techniquesAdded: techniquesAfter.filter((id) => !techniquesBefore.includes(id)),
    techniquesRemoved: techniquesBefore.filter((id) => !techniquesAfter.includes(id)),
    tasksAdded: tasksAfter.filter((key) => !tasksBefore.includes(key)),
    tasksRemoved: tasksBefore.filter((key) => !tasksAfter.includes(key)),
    tasksChanged: changedTasks(before.plan, after.plan),
  };
}

function liveTasks(plan: Plan): string[] {
  return plan.tasks.filter((task) => task.status !== "dropped").map((task) => task.key);
}

function changedTasks(before: Plan, after: Plan): PlanDifference["tasksChanged"] {
  const sizes = new Map(
    before.tasks.map((task) => [task.key, task.status === "dropped" ? null : sizeOf(task)]),
  );
  return after.tasks.flatMap((task) => {
    const earlier = sizes.get(task.key);
    if (!earlier || task.status === "dropped") return [];
    const later = sizeOf(task);
    const same =
      earlier.level === later.level &&
      earlier.effortPersonDays === later.effortPersonDays &&
      earlier.durationWorkingDays === later.durationWorkingDays;
    return same ? [] : [{ key: task.key, before: earlier, after: later }];
  });
}

function sizeOf(task: PlannedTask): TaskSize {
  return {
    effortPersonDays: threePointMean(task.effortPersonDays),
    durationWorkingDays: threePointMean(task.durationWorkingDays),
    level: task.level,
  };
}

function phaseDifference(before: Forecast, after: Forecast): PlanDifference["phases"] {
  return after.effortByPhase
    .map(({ phase, effortPersonDays }) => ({
      phase,
      before: before.effortByPhase.find((row) => row.phase === phase)?.effortPersonDays ?? 0,
      after: effortPersonDays,
    }))
    .filter((row) => Math.abs(row.after - row.before) > 1e-9);
}

function expertiseDifference(before: readonly DemandRow[], after: readonly DemandRow[]) {
  const rows = [...before, ...after.filter((row) => effortAt(before, row) === null)];
  return rows
    .map((row) => ({
      discipline: row.discipline,
      level: row.level,
      before: effortAt(before, row) ?? 0,
      after: effortAt(after, row) ?? 0,
    }))
    .filter((row) => row.before !== row.after);
}

function effortAt(rows: readonly DemandRow[], of: Pick<DemandRow, "discipline" | "level">): number | null {
  const row = rows.find((one) => one.discipline === of.discipline && one.level === of.level);
  return row ? row.effortPersonDays : null;
}
