import type { Composition } from "./decisions/compose";
import { standardEstimate } from "./estimation/standard-estimate";
import type { ThreePoint } from "./estimation/three-point";
import type { DisciplineId } from "./expertise/disciplines";
import { type ExpertiseLevel, shiftedLevel } from "./expertise/levels";
import type { Lifecycle } from "./lifecycle/lifecycle";
import type { PhaseId } from "./lifecycle/phase-ids";
import type { TaskStandard } from "./lifecycle/technique";
import type { TechniqueId } from "./lifecycle/technique-ids";
import { techniqueById } from "./lifecycle/techniques";
import { correctEstimate, type PlanCalibration } from "./plan-calibration";
import type { PlanLink, TaskRecord, TaskStatus } from "./plan-input";
import type { IsoDate } from "./schedule/calendar";
import { dependenciesAmong } from "./schedule/dependencies";
import type { TaskLink } from "./schedule/links";
import type { AcceleratorId } from "./sizing/catalogue/accelerators";

export interface PlannedTask {
  readonly key: string;
  /** Its place among all tasks a plan may have: the order of lists. */
  readonly order: number;
  readonly name: string;
  readonly technique: TechniqueId;
  readonly phase: PhaseId;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly deliverable: string;
  readonly assumption: string;
  readonly inLoop: boolean;
  /** Keys of tasks of this plan that it waits for, and how it waits for each. */
  readonly after: readonly string[];
  readonly links: readonly TaskLink[];
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  readonly machineHours: ThreePoint | null;
  /** Whose figures these are: the standard's, or in part or whole the team's own. */
  readonly estimatedBy: "standard" | "team";
  readonly status: TaskStatus;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  /** While it is planned: it waits for this day besides what it waits for in the plan. */
  readonly notBeforeOn: IsoDate | null;
  readonly actualEffortPersonDays: number | null;
  /** Accelerator-hours so far. */
  readonly actualMachineHours: number | null;
}

/** The tasks of the composition's techniques, and those left out on which work was spent, in plan order. */
export function planTasks(
  composition: Composition,
  records: ReadonlyMap<string, TaskRecord>,
  { techniques, retiredTasks }: Lifecycle,
  links: readonly PlanLink[],
  calibration: PlanCalibration | undefined,
  accelerator: AcceleratorId | undefined,
): readonly PlannedTask[] {
  const included = new Set(composition.techniques.map(({ id }) => id));
  const replaced = new Set(
    techniques.filter(({ id }) => included.has(id)).flatMap((technique) => technique.replaces),
  );
  const drafts = techniques
    .flatMap((technique) => technique.tasks)
    .flatMap((standard, order) => {
      const record = records.get(standard.key);
      const wanted =
        included.has(standard.technique) && !replaced.has(standard.key) && !retiredTasks.has(standard.key);
      if (!wanted && !wasWorkedOn(record)) return [];
      return [{ ...planTask(composition, standard, record, wanted, calibration, accelerator), order }];
    });
  const dependencies = dependenciesAmong(
    new Set(drafts.filter((task) => task.status !== "dropped").map((task) => task.key)),
    techniques.flatMap((technique) => technique.tasks),
    links,
  );
  return drafts.map((task) => {
    const own = dependencies.get(task.key) ?? [];
    return { ...task, links: own, after: own.map(({ after }) => after) };
  });
}

function wasWorkedOn(record: TaskRecord | undefined): boolean {
  if (!record) return false;
  const { status, actualEffortPersonDays, actualMachineHours } = record;
  return status === "done" || (actualEffortPersonDays ?? 0) > 0 || (actualMachineHours ?? 0) > 0;
}

/**
 * What the team says itself stands as it is: neither parameters nor decisions scale its estimate or shift the level it asks
 * for, and what other work took does not correct it. Nor does it correct what is done, whose estimate is there to be compared with.
 */
function planTask(
  composition: Composition,
  standard: TaskStandard,
  record: TaskRecord | undefined,
  wanted: boolean,
  calibration: PlanCalibration | undefined,
  accelerator: AcceleratorId | undefined,
): Omit<PlannedTask, "order" | "after" | "links"> {
  const status = record?.status ?? "planned";
  const asStandard = standardEstimate(
    standard,
    composition.parameters,
    composition.effortFactors.get(standard.technique) ?? 1,
    accelerator,
  );
  const estimate = status === "done" ? asStandard : correctEstimate(asStandard, standard, calibration);
  return {
    key: standard.key,
    name: standard.name,
    technique: standard.technique,
    phase: techniqueById(standard.technique).phase,
    discipline: record?.expertise?.discipline ?? standard.discipline,
    level:
      record?.expertise?.level ??
      shiftedLevel(standard.level, composition.levelShifts.get(standard.technique) ?? 0),
    deliverable: standard.deliverable,
    assumption: standard.assumption,
    inLoop: standard.inLoop,
    effortPersonDays: record?.effortPersonDays ?? estimate.effortPersonDays,
    durationWorkingDays: record?.durationWorkingDays ?? estimate.durationWorkingDays,
    machineHours: estimate.machineHours,
    estimatedBy: record?.effortPersonDays || record?.durationWorkingDays ? "team" : "standard",
    status: wanted || status === "done" ? status : "dropped",
    startedOn: record?.startedOn ?? null,
    finishedOn: record?.finishedOn ?? null,
    notBeforeOn: record?.notBeforeOn ?? null,
    actualEffortPersonDays: record?.actualEffortPersonDays ?? null,
    actualMachineHours: record?.actualMachineHours ?? null,
  };
}
