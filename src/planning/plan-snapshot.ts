import type { PlannedForecast } from "./difference";
import { threePointMean } from "./estimation/three-point";
import type { PhaseId } from "./lifecycle/phase-ids";
import type { TaskStatus } from "./plan-input";
import type { Forecast } from "./schedule/forecast-result";

/** A plan and its forecast in figures, as they are kept to be compared with later. */
export interface PlanSnapshot
  extends Pick<
    Forecast,
    | "finish"
    | "effortPersonDays"
    | "costMinor"
    | "machineHours"
    | "machineCostMinor"
    | "monthlyCostMinor"
    | "runs"
  > {
  /** Means over all runs, all passes and options drawn. The cost is that of people alone. */
  readonly phases: readonly {
    readonly phase: PhaseId;
    readonly effortPersonDays: number;
    readonly peopleCostMinor: number;
  }[];
  /** Means of each task's own estimate, for its first pass, without options that nobody has chosen. */
  readonly tasks: readonly SnapshotTask[];
  readonly decisions: readonly { readonly id: string; readonly chosenOptionId: string | null }[];
}

export interface SnapshotTask {
  readonly key: string;
  readonly name: string;
  readonly phase: PhaseId;
  readonly status: TaskStatus;
  readonly effortPersonDays: number;
  readonly durationWorkingDays: number;
  readonly peopleCostMinor: number;
}

export function snapshotPlan({ plan, forecast }: PlannedForecast): PlanSnapshot {
  const { finish, effortPersonDays, costMinor, machineHours, machineCostMinor, monthlyCostMinor, runs } =
    forecast;
  const costOf = (personDays: number) => personDays * plan.standards.personDayCostMinor;
  return {
    finish,
    effortPersonDays,
    costMinor,
    machineHours,
    machineCostMinor,
    monthlyCostMinor,
    runs,
    phases: forecast.effortByPhase.map((row) => ({ ...row, peopleCostMinor: costOf(row.effortPersonDays) })),
    tasks: plan.tasks
      .filter((task) => task.status !== "dropped")
      .map((task) => {
        const effort = threePointMean(task.effortPersonDays);
        return {
          key: task.key,
          name: task.name,
          phase: task.phase,
          status: task.status,
          effortPersonDays: effort,
          durationWorkingDays: threePointMean(task.durationWorkingDays),
          peopleCostMinor: costOf(effort),
        };
      }),
    decisions: plan.input.decisions.map(({ id, chosenOptionId }) => ({ id, chosenOptionId })),
  };
}

export type TaskMoveKind = "added" | "gone" | "longer" | "shorter" | "other-effort";

export interface TaskMove {
  readonly kind: TaskMoveKind;
  readonly key: string;
  readonly name: string;
  readonly phase: PhaseId;
  readonly before: SnapshotTask | null;
  readonly after: SnapshotTask | null;
}

/** What became of the tasks between two snapshots of one project; what stayed as it was is left out. */
export function taskMoves(
  before: Pick<PlanSnapshot, "tasks">,
  after: Pick<PlanSnapshot, "tasks">,
): TaskMove[] {
  const earlier = new Map(before.tasks.map((task) => [task.key, task]));
  const later = new Map(after.tasks.map((task) => [task.key, task]));
  const all = [...after.tasks, ...before.tasks.filter(({ key }) => !later.has(key))];
  return all.flatMap(({ key, name, phase }) => {
    const from = earlier.get(key) ?? null;
    const to = later.get(key) ?? null;
    const kind = kindOf(from, to);
    return kind === null ? [] : [{ kind, key, name, phase, before: from, after: to }];
  });
}

/** Differences below this are rounding, in days. */
const leastDays = 1e-9;

function kindOf(before: SnapshotTask | null, after: SnapshotTask | null): TaskMoveKind | null {
  if (before === null) return "added";
  if (after === null) return "gone";
  const longer = after.durationWorkingDays - before.durationWorkingDays;
  if (Math.abs(longer) > leastDays) return longer > 0 ? "longer" : "shorter";
  return Math.abs(after.effortPersonDays - before.effortPersonDays) > leastDays ? "other-effort" : null;
}

/** What became of the phases' effort and cost; every phase of either. */
export function phaseMoves(
  before: Pick<PlanSnapshot, "phases">,
  after: Pick<PlanSnapshot, "phases">,
): { phase: PhaseId; before: PhaseSize; after: PhaseSize }[] {
  const none = { effortPersonDays: 0, peopleCostMinor: 0 };
  const sizeIn = (phases: PlanSnapshot["phases"], phase: PhaseId): PhaseSize =>
    phases.find((row) => row.phase === phase) ?? none;
  const ids = [...new Set([...after.phases, ...before.phases].map(({ phase }) => phase))];
  return ids.map((phase) => ({
    phase,
    before: sizeIn(before.phases, phase),
    after: sizeIn(after.phases, phase),
  }));
}

export interface PhaseSize {
  readonly effortPersonDays: number;
  readonly peopleCostMinor: number;
}
