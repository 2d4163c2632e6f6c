import type { Composition } from "./decisions/compose";
import { type ParameterValues, parameterIds } from "./decisions/parameters";
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

/** A task before it is known which others are in the plan. */
type Draft = Omit<PlannedTask, "after" | "links">;

/**
 * For a composition the tasks of its techniques, and those left out on which work was spent, in plan order. An open decision makes
 * many compositions of one project that differ in little: a task that is the same in several of them is the same object, which
 * whoever goes on from it can tell at once.
 */
export function taskPlanner(
  records: ReadonlyMap<string, TaskRecord>,
  { techniques, retiredTasks }: Lifecycle,
  links: readonly PlanLink[],
  calibration: PlanCalibration | undefined,
  accelerator: AcceleratorId | undefined,
): (composition: Composition) => readonly PlannedTask[] {
  const standards = techniques.flatMap((technique) => technique.tasks);
  const drafters = standards.map((standard, order) =>
    taskDrafter(standard, order, records.get(standard.key), calibration, accelerator),
  );
  const linkersByTasks = new Map<string, (draft: Draft) => PlannedTask>();
  const linked = linkedTasks();
  const linkerAmong = (drafts: readonly Draft[]) => {
    const listed = drafts.map(({ order, status }) => (status === "dropped" ? -1 : order)).join();
    const known = linkersByTasks.get(listed);
    if (known) return known;
    const linker = taskLinker(drafts, standards, links, linked);
    linkersByTasks.set(listed, linker);
    return linker;
  };
  return (composition) => {
    const included = new Set(composition.techniques.map(({ id }) => id));
    const replaced = new Set(
      techniques.filter(({ id }) => included.has(id)).flatMap((technique) => technique.replaces),
    );
    const drafts = drafters.flatMap(({ standard, wasWorkedOn, draft }) => {
      const wanted =
        included.has(standard.technique) && !replaced.has(standard.key) && !retiredTasks.has(standard.key);
      return wanted || wasWorkedOn ? draft(composition, wanted) : [];
    });
    return drafts.map(linkerAmong(drafts));
  };
}

/** Drafts a task for compositions; once for those that say the same of it. */
function taskDrafter(
  standard: TaskStandard,
  order: number,
  record: TaskRecord | undefined,
  calibration: PlanCalibration | undefined,
  accelerator: AcceleratorId | undefined,
) {
  const isScaled = standard.scaling.length > 0 || standard.sizing !== null;
  const known: { readonly wanted: boolean; readonly basis: TaskBasis; readonly draft: Draft }[] = [];
  return {
    standard,
    wasWorkedOn: wasWorkedOn(record),
    draft: (composition: Composition, wanted: boolean): Draft => {
      const basis = basisOf(composition, standard);
      const alike = known.find(
        (other) =>
          other.wanted === wanted &&
          other.basis.effortFactor === basis.effortFactor &&
          other.basis.levelShift === basis.levelShift &&
          (!isScaled || sameParameters(other.basis.parameters, basis.parameters)),
      );
      if (alike) return alike.draft;
      const draft = { ...planTask(basis, standard, record, wanted, calibration, accelerator), order };
      known.push({ wanted, basis, draft });
      return draft;
    },
  };
}

/** What a composition says of a task. */
interface TaskBasis {
  readonly parameters: ParameterValues;
  readonly effortFactor: number;
  readonly levelShift: number;
}

function basisOf(
  { parameters, effortFactors, levelShifts }: Composition,
  { technique }: TaskStandard,
): TaskBasis {
  return {
    parameters,
    effortFactor: effortFactors.get(technique) ?? 1,
    levelShift: levelShifts.get(technique) ?? 0,
  };
}

function sameParameters(left: ParameterValues, right: ParameterValues): boolean {
  return left === right || parameterIds.every((id) => left[id] === right[id]);
}

/** Tells drafts what they wait for among these; the same draft twice is the same task. */
function taskLinker(
  drafts: readonly Draft[],
  standards: readonly TaskStandard[],
  links: readonly PlanLink[],
  linkedTask: ReturnType<typeof linkedTasks>,
): (draft: Draft) => PlannedTask {
  const dependencies = dependenciesAmong(
    new Set(drafts.filter((task) => task.status !== "dropped").map((task) => task.key)),
    standards,
    links,
  );
  const known = new Map<Draft, PlannedTask>();
  return (draft) => {
    const task = known.get(draft) ?? linkedTask(draft, dependencies.get(draft.key) ?? []);
    known.set(draft, task);
    return task;
  };
}

/** A draft with what it waits for: one task, however many lists of tasks it waits for the same in. */
function linkedTasks(): (draft: Draft, links: readonly TaskLink[]) => PlannedTask {
  const listsOf = new Map<string, (readonly TaskLink[])[]>();
  const made = new Map<Draft, PlannedTask[]>();
  /** Equal lists of a task are the same object, by which those that wait alike are told. */
  const oneOf = (key: string, links: readonly TaskLink[]): readonly TaskLink[] => {
    const known = listsOf.get(key) ?? [];
    const alike = known.find((other) => sameLinks(other, links));
    if (alike) return alike;
    known.push(links);
    listsOf.set(key, known);
    return links;
  };
  return (draft, inAnyList) => {
    const links = oneOf(draft.key, inAnyList);
    const known = made.get(draft) ?? [];
    const alike = known.find((task) => task.links === links);
    if (alike) return alike;
    const task = { ...draft, links, after: links.map(({ after }) => after) };
    known.push(task);
    made.set(draft, known);
    return task;
  };
}

function sameLinks(left: readonly TaskLink[], right: readonly TaskLink[]): boolean {
  return (
    left.length === right.length &&
    left.every((link, place) => {
      const other = right[place];
      return (
        other !== undefined &&
        link.after === other.after &&
        link.kind === other.kind &&
        link.lagWorkingDays === other.lagWorkingDays
      );
    })
  );
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
  { parameters, effortFactor, levelShift }: TaskBasis,
  standard: TaskStandard,
  record: TaskRecord | undefined,
  wanted: boolean,
  calibration: PlanCalibration | undefined,
  accelerator: AcceleratorId | undefined,
): Omit<Draft, "order"> {
  const status = record?.status ?? "planned";
  const asStandard = standardEstimate(standard, parameters, effortFactor, accelerator);
  const estimate = status === "done" ? asStandard : correctEstimate(asStandard, standard, calibration);
  return {
    key: standard.key,
    name: standard.name,
    technique: standard.technique,
    phase: techniqueById(standard.technique).phase,
    discipline: record?.expertise?.discipline ?? standard.discipline,
    level: record?.expertise?.level ?? shiftedLevel(standard.level, levelShift),
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
