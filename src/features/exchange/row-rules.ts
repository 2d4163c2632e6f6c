import type { z } from "zod";
import type { ChecklistItem } from "@/features/plans/checklists.schema";
import { nothingSettled, type SettledTask, settledTaskOn } from "@/features/plans/many-tasks.schema";
import { projectTaskContent } from "@/features/plans/schema";
import type { Plan, PlannedTask, TechniqueId, ThreePoint } from "@/planning";
import {
  type CellReading,
  readDay,
  readDiscipline,
  readLevel,
  readMember,
  readNumber,
  readStatus,
  readTechnique,
  readThreePoint,
  readYes,
} from "./cell-rules";
import { readChecklist } from "./checklist-cell-rules";
import { asStandard, type Cells, type FileRow } from "./columns-rules";
import { newTaskKey } from "./task-place-rules";

export type OwnContent = z.output<typeof projectTaskContent>;

/** What a row is held against: the plan, and what is known beside it. */
export type KnownPlan = {
  readonly projectId: string;
  readonly plan: Plan;
  readonly tasks: ReadonlyMap<string, PlannedTask>;
  /** Of every task of the standards, be it in the plan or not. */
  readonly standardKeys: ReadonlySet<string>;
  readonly own: ReadonlyMap<string, OwnContent>;
  readonly settled: ReadonlyMap<string, SettledTask>;
  readonly checklists: ReadonlyMap<string, readonly ChecklistItem[]>;
  readonly booked: ReadonlySet<string>;
  readonly members: readonly { readonly id: string; readonly name: string }[];
};

/** What stands in for what no row says. */
export type ImportDefaults = { readonly technique: TechniqueId | null; readonly effort: string };

/** A row as the task it is about, as far as it can be understood. */
export type ReadRow = {
  readonly row: FileRow;
  readonly name: string;
  readonly taskKey: string | null;
  readonly content: { readonly before: OwnContent | null; readonly after: OwnContent } | null;
  readonly settled: { readonly before: SettledTask | null; readonly after: SettledTask } | null;
  readonly checklist: { readonly before: ChecklistItem[]; readonly after: ChecklistItem[] } | null;
  readonly faults: readonly string[];
};

/** Finds the task of a row, and what the row says of it. Whom it waits for is read when all rows are known. */
export function readRow(row: FileRow, known: KnownPlan, defaults: ImportDefaults): ReadRow {
  const { cells } = row;
  const faults: string[] = [];
  const take = <T>(reading: CellReading<T>): T | undefined => {
    if ("value" in reading) return reading.value;
    faults.push(reading.fault);
    return undefined;
  };
  const name = cells.name ?? "";
  const place = placeOf(cells, known, defaults);
  if ("fault" in place) {
    return {
      row,
      name: name || (cells.key ?? ""),
      taskKey: null,
      content: null,
      settled: null,
      checklist: null,
      faults: [place.fault],
    };
  }
  const { taskKey, technique } = place;
  const task = known.tasks.get(taskKey);
  const before = known.own.get(taskKey) ?? null;
  let content: ReadRow["content"] = null;
  if (before !== null || task === undefined) {
    const after = contentOf(cells, { technique, before, known, defaults }, take);
    const parsed = projectTaskContent.safeParse(after);
    if (parsed.success) content = { before, after: parsed.data };
    else faults.push(...issuesOf(parsed.error, contentNames));
  } else faults.push(...changesOfStandard(cells, task));
  const settled = settledOf(cells, { task, taskKey, before, known }, take);
  const parsed = settledTaskOn(known.plan.asOf).safeParse(settled);
  if (!parsed.success) faults.push(...issuesOf(parsed.error, settledNames));
  const was = known.settled.get(taskKey) ?? null;
  if (known.booked.has(taskKey) && settled.actualEffortPersonDays !== was?.actualEffortPersonDays) {
    faults.push("Effort so far: it is the sum of the task's time entries. Correct the entries instead.");
  }
  const items = [...(known.checklists.get(taskKey) ?? [])];
  const ticked =
    cells.checklist === undefined
      ? undefined
      : take(readChecklist(cells.checklist, items, { projectId: known.projectId, taskKey }));
  return {
    row,
    name: content?.after.name ?? task?.name ?? name,
    taskKey,
    content,
    settled: parsed.success ? { before: was, after: parsed.data } : null,
    checklist: ticked === undefined ? null : { before: items, after: ticked },
    faults: [...new Set(faults)],
  };
}

type Take = <T>(reading: CellReading<T>) => T | undefined;

/** Which task a row is about: one of the plan or one taken out of it, by key or by technique and name, or a new one. */
function placeOf(
  cells: Cells,
  { projectId, plan, tasks, standardKeys, own }: KnownPlan,
  defaults: ImportDefaults,
): { readonly taskKey: string; readonly technique: TechniqueId } | { readonly fault: string } {
  const key = cells.key ?? "";
  const known = tasks.get(key)?.technique ?? own.get(key)?.technique;
  if (known !== undefined) return { taskKey: key, technique: known };
  if (standardKeys.has(key)) {
    return {
      fault: `The task “${key}” of the standards is not in this plan: a decision has to bring its technique.`,
    };
  }
  const named = cells.technique ?? "";
  if (named === "" && defaults.technique === null) return { fault: "Say which technique this is part of." };
  const techniques = plan.techniques.map(({ technique }) => technique);
  const technique = readTechnique(named === "" ? (defaults.technique ?? "") : named, techniques);
  if ("fault" in technique) return technique;
  const name = (cells.name ?? "").toLowerCase();
  if (key === "") {
    const twins = [...tasks.values()].filter(
      (task) => task.technique === technique.value && task.name.toLowerCase() === name,
    );
    const [twin] = twins;
    if (twins.length > 1) return { fault: "Several tasks of the plan have this name: give the key." };
    if (twin !== undefined) return { taskKey: twin.key, technique: technique.value };
  }
  const taskKey = newTaskKey(projectId, technique.value, key === "" ? name : key);
  return { taskKey, technique: technique.value };
}

/** What a task of the project's own is to be; checked by its schema. */
function contentOf(
  cells: Cells,
  {
    technique,
    before,
    known,
    defaults,
  }: {
    technique: TechniqueId;
    before: OwnContent | null;
    known: KnownPlan;
    defaults: ImportDefaults;
  },
  take: Take,
): unknown {
  if (cells.own !== undefined) return ownOf(cells.own);
  const model = known.plan.tasks.find((one) => one.technique === technique);
  const given = <T>(cell: string | undefined, read: (text: string) => CellReading<T>): T | undefined =>
    cell === undefined || cell === "" ? undefined : take(read(cell));
  const inLoop =
    cells.inLoop === undefined ? undefined : take(readYes(cells.inLoop, "Repeated on every pass"));
  const said = cells.name === undefined || cells.name === "" ? undefined : cells.name;
  if (before !== null) {
    return {
      ...before,
      name: said ?? before.name,
      deliverable: cells.deliverable || before.deliverable,
      inLoop: inLoop ?? before.inLoop,
      retired: false,
    };
  }
  const discipline = given(cells.discipline, readDiscipline);
  const level = given(cells.level, readLevel);
  const estimate = cells.effort === undefined || cells.effort === "" ? defaults.effort : cells.effort;
  if (estimate === "") take({ fault: "Effort: give it in person-days." });
  const effort = given(estimate, (text) => readThreePoint(text, "Effort"));
  const duration = given(cells.duration, (text) => readThreePoint(text, "Duration")) ?? effort;
  return {
    technique,
    name: said ?? "",
    deliverable: cells.deliverable || (said ?? "").slice(0, 200),
    discipline: discipline ?? model?.discipline ?? take({ fault: "Say which discipline it needs." }),
    level: level ?? model?.level ?? 2,
    // What can't be read has its fault already.
    effortPersonDays: effort ?? noEstimate,
    durationWorkingDays: duration ?? noEstimate,
    inLoop: inLoop ?? false,
    retired: false,
  };
}

const noEstimate: ThreePoint = { optimistic: 0, mostLikely: 0, pessimistic: 0 };

function ownOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}

/** What is of the standards can't be another for one project. */
function changesOfStandard(cells: Cells, task: PlannedTask): string[] {
  const faults: string[] = [];
  const refuse = (what: string) =>
    faults.push(`“${task.name}” is a task of the standards: its ${what} can't be changed by a file.`);
  if (cells.own !== undefined) refuse("content");
  if ((cells.name || task.name).toLowerCase() !== task.name.toLowerCase()) refuse("name");
  return faults;
}

/** What is settled about a task once the row is taken over. */
function settledOf(
  cells: Cells,
  {
    task,
    taskKey,
    before,
    known,
  }: {
    task: PlannedTask | undefined;
    taskKey: string;
    before: OwnContent | null;
    known: KnownPlan;
  },
  take: Take,
): SettledTask {
  const was = known.settled.get(taskKey) ?? nothingSettled;
  const estimate = (
    cell: string | undefined,
    what: string,
    ours: ThreePoint | null,
    shown: readonly (ThreePoint | undefined)[],
  ) => {
    if (cell === asStandard) return null;
    if (cell === undefined || cell === "") return ours;
    const read = take(readThreePoint(cell, what));
    if (read === undefined) return ours;
    // What the plan shows is not an estimate of the team's own, nor is what a task of the project's own came with.
    return shown.some((known) => known !== undefined && isSame(read, known)) ? ours : read;
  };
  /** The first estimate of a new task is its content's. */
  const asContent = task === undefined && before === null && cells.own === undefined;
  const status =
    cells.status === undefined || cells.status === "" ? undefined : take(readStatus(cells.status));
  const empty = <T>(cell: string | undefined, was: T | null, read: (text: string) => CellReading<T>) => {
    if (cell === undefined) return was;
    return cell === "" ? null : (take(read(cell)) ?? was);
  };
  /** Whom it needs instead of whom the standard, or what it came with, says. */
  const expertise = () => {
    const ours = was.expertise ?? null;
    if (asContent) return ours;
    if (cells.discipline === asStandard || cells.level === asStandard) return null;
    const discipline = cells.discipline ? take(readDiscipline(cells.discipline)) : task?.discipline;
    const level = cells.level ? take(readLevel(cells.level)) : task?.level;
    if (discipline === undefined || level === undefined) return ours;
    // What the plan shows may be shifted by a decision: it is nothing that the team says of the task.
    return discipline === task?.discipline && level === task.level ? ours : { discipline, level };
  };
  const notBeforeOn = empty(cells.notBeforeOn, was.notBeforeOn ?? null, (text) =>
    readDay(text, "Not before"),
  );
  return {
    effortPersonDays: asContent
      ? was.effortPersonDays
      : estimate(cells.effort, "Effort", was.effortPersonDays, [
          task?.effortPersonDays,
          was.effortPersonDays === null ? before?.effortPersonDays : undefined,
        ]),
    durationWorkingDays: asContent
      ? was.durationWorkingDays
      : estimate(cells.duration, "Duration", was.durationWorkingDays, [
          task?.durationWorkingDays,
          was.durationWorkingDays === null ? before?.durationWorkingDays : undefined,
        ]),
    // A decision may have dropped what the team has begun.
    status: status === undefined || status === task?.status ? was.status : status,
    startedOn: empty<string>(cells.startedOn, was.startedOn, (text) => readDay(text, "Started")),
    finishedOn: empty<string>(cells.finishedOn, was.finishedOn, (text) => readDay(text, "Finished")),
    actualEffortPersonDays: empty(cells.actualEffort, was.actualEffortPersonDays, (text) =>
      readNumber(text, "Effort so far"),
    ),
    actualMachineHours: empty(cells.machineHours, was.actualMachineHours ?? null, (text) =>
      readNumber(text, "Machine time so far"),
    ),
    assigneeId: empty(cells.assignee, was.assigneeId, (text) => readMember(text, known.members)),
    expertise: expertise(),
    ...(notBeforeOn === null && was.notBeforeOn == null ? {} : { notBeforeOn }),
  };
}

function isSame(one: ThreePoint, other: ThreePoint): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return (
    near(one.optimistic, other.optimistic) &&
    near(one.mostLikely, other.mostLikely) &&
    near(one.pessimistic, other.pessimistic)
  );
}

const contentNames: Readonly<Record<string, string>> = {
  name: "Task",
  deliverable: "Deliverable",
  effortPersonDays: "Effort",
  durationWorkingDays: "Duration",
};

const settledNames: Readonly<Record<string, string>> = {
  effortPersonDays: "Effort",
  durationWorkingDays: "Duration",
  notBeforeOn: "Not before",
  startedOn: "Started",
  finishedOn: "Finished",
  actualEffortPersonDays: "Effort so far",
  actualMachineHours: "Machine time so far",
};

function issuesOf(error: z.ZodError, names: Readonly<Record<string, string>>): string[] {
  return error.issues.map(({ path: [field], message }) => {
    const name = names[String(field)];
    return name === undefined ? message : `${name}: ${message}`;
  });
}
