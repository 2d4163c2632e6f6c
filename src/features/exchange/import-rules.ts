import { equalityDeep } from "lib0/function";
import type { ChecklistItem } from "@/features/plans/checklists.schema";
import {
  mostLinks,
  mostOwnTasks,
  nothingSettled,
  type SettledTask,
  type TaskWrite,
} from "@/features/plans/many-tasks.schema";
import {
  isoDate,
  lifecycleWith,
  makePlan,
  noStandards,
  type Plan,
  type PlanInput,
  type PlanLink,
  PlanningError,
} from "@/planning";
import { type FileRow, mostRows } from "./columns-rules";
import { type ImportDefaults, type KnownPlan, type OwnContent, type ReadRow, readRow } from "./row-rules";
import { readWaits, type Wait } from "./waits-rules";

/** The plan that a file is held against, with what is known beside it. */
export type ImportContext = {
  readonly projectId: string;
  readonly input: PlanInput;
  readonly own: readonly { readonly taskKey: string; readonly content: OwnContent }[];
  readonly assignees: readonly { readonly taskKey: string; readonly assigneeId: string }[];
  readonly checklists: readonly { readonly taskKey: string; readonly items: readonly ChecklistItem[] }[];
  /** Keys of tasks whose effort is the sum of their time entries. */
  readonly booked: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
};

export type CheckedRow = {
  readonly line: number;
  readonly name: string;
  readonly outcome: "new" | "changed" | "same" | "error";
  /** What of a known task changes, in words. */
  readonly changes: readonly string[];
  readonly faults: readonly string[];
};

export type ImportCheck = {
  readonly rows: readonly CheckedRow[];
  /** What is wrong with all of it together. */
  readonly fault: string | null;
  /** What is to be written; nothing while anything is wrong. */
  readonly writes: readonly TaskWrite[];
};

/** Says of each row of a file what it would do to the plan, or what is wrong with it. */
export function checkImport(
  rows: readonly FileRow[],
  context: ImportContext,
  defaults: ImportDefaults,
): ImportCheck {
  const refused = (fault: string): ImportCheck => ({ rows: [], fault, writes: [] });
  if (rows.length === 0) return refused("There is no task in this file.");
  if (rows.length > mostRows) return refused(`Please import at most ${mostRows} tasks at once.`);
  const known = knownPlan(context);
  const read = rows.map((row) => readRow(row, known, defaults));
  const finder = taskFinder(read, known);
  const lines = new Map<string, number>();
  const drafts = read.map((one) => {
    const faults = [...one.faults];
    const twin = one.taskKey === null ? undefined : lines.get(one.taskKey);
    if (twin !== undefined) faults.push(`This is the same task as in row ${twin}.`);
    else if (one.taskKey !== null) lines.set(one.taskKey, one.row.line);
    const links = linksOf(one, known, finder, faults);
    return { ...one, links, faults };
  });
  const writes = drafts.flatMap(writeOf);
  const added = writes.filter(({ content }) => content?.before === null).length;
  const after = planAfter(context.input, writes);
  const fault = "fault" in after ? after.fault : limitFault(after.links, context.own.length, added);
  if ("plan" in after) {
    const before = new Set(known.plan.setAsideLinks.map(({ link }) => nameOf(link)));
    for (const { link, reason } of after.plan.setAsideLinks) {
      const draft = drafts.find(({ taskKey }) => taskKey === link.task);
      if (!before.has(nameOf(link))) draft?.faults.push(reason);
    }
  }
  const checked = drafts.map((draft): CheckedRow => {
    const write = writes.find(({ taskKey }) => taskKey === draft.taskKey);
    const changes = write === undefined ? [] : changesOf(write);
    const isNew = write?.content?.before === null;
    return {
      line: draft.row.line,
      name: draft.name,
      outcome: draft.faults.length > 0 ? "error" : isNew ? "new" : changes.length > 0 ? "changed" : "same",
      changes: isNew ? [] : changes,
      faults: draft.faults,
    };
  });
  const isSound = fault === null && checked.every(({ outcome }) => outcome !== "error");
  return { rows: checked, fault, writes: isSound ? writes : [] };
}

export function knownPlan(context: ImportContext): KnownPlan {
  const { projectId, input, own, assignees, checklists, booked, members } = context;
  const plan = makePlan(input);
  const assigneeOf = new Map(assignees.map(({ taskKey, assigneeId }) => [taskKey, assigneeId]));
  const ownOf = new Map(own.map(({ taskKey, content }) => [taskKey, content]));
  const all = lifecycleWith(input.standards.lifecycle).tasks.map(({ key }) => key);
  return {
    projectId,
    plan,
    tasks: new Map(plan.tasks.map((task) => [task.key, task])),
    standardKeys: new Set(all.filter((key) => !ownOf.has(key))),
    own: ownOf,
    settled: new Map(
      input.tasks.map(({ taskKey, ...record }): [string, SettledTask] => [
        taskKey,
        {
          ...record,
          actualMachineHours: record.actualMachineHours ?? null,
          expertise: record.expertise ?? null,
          assigneeId: assigneeOf.get(taskKey) ?? null,
        },
      ]),
    ),
    checklists: new Map(checklists.map(({ taskKey, items }) => [taskKey, items])),
    booked: new Set(booked),
    members,
  };
}

type Finder = (ref: string) => string | { readonly fault: string };

/** Finds tasks by what rows call them: a key of the file or the plan, or a name that only one has. */
function taskFinder(read: readonly ReadRow[], { tasks }: KnownPlan): Finder {
  const byKey = new Map<string, string>([...tasks.keys()].map((key) => [key, key]));
  const byName = new Map<string, Set<string>>();
  const call = (name: string, key: string) => {
    const keys = byName.get(name.toLowerCase()) ?? new Set();
    byName.set(name.toLowerCase(), keys.add(key));
  };
  for (const { key, name } of tasks.values()) call(name, key);
  for (const { row, name, taskKey } of read) {
    if (taskKey === null) continue;
    if (row.cells.key) byKey.set(row.cells.key, taskKey);
    byKey.set(taskKey, taskKey);
    call(name, taskKey);
  }
  return (ref) => {
    const found = byKey.get(ref);
    if (found !== undefined) return found;
    const [first, ...others] = byName.get(ref.toLowerCase()) ?? [];
    if (first === undefined)
      return { fault: `It waits for “${ref}”, which is neither in the file nor in the plan.` };
    return others.length === 0
      ? first
      : { fault: `It waits for “${ref}”, and several tasks have this name.` };
  };
}

/** What changes of the team's own links of the task. What the standards say it waits for stays. */
function linksOf(
  { row, taskKey, name }: ReadRow,
  { plan, tasks }: KnownPlan,
  find: Finder,
  faults: string[],
): TaskWrite["links"] {
  const cell = row.cells.waitsFor;
  if (cell === undefined || taskKey === null) return [];
  const reading = readWaits(cell);
  faults.push(...reading.faults);
  const wanted = new Map<string, Omit<Wait, "on">>();
  for (const { on, ...wait } of reading.waits) {
    const after = find(on);
    if (typeof after !== "string") faults.push(after.fault);
    else if (after === taskKey) faults.push(`“${name}” can't wait for itself.`);
    else wanted.set(after, wait);
  }
  const own = plan.input.links?.filter(({ task }) => task === taskKey) ?? [];
  const shown = tasks.get(taskKey)?.links ?? [];
  const links: TaskWrite["links"] = [];
  for (const [after, is] of wanted) {
    const ours = own.find((link) => link.after === after);
    const now = ours ?? shown.find((link) => link.after === after);
    if (now?.kind === is.kind && now.lagWorkingDays === is.lagWorkingDays) continue;
    links.push({ after, was: ours === undefined ? null : partOf(ours), is });
  }
  for (const link of own) {
    // One to a task that is not in the plan is nothing a file could have told of.
    if (!wanted.has(link.after) && tasks.has(link.after)) {
      links.push({ after: link.after, was: partOf(link), is: null });
    }
  }
  return links;
}

function partOf({ kind, lagWorkingDays }: PlanLink) {
  return { kind, lagWorkingDays };
}

function nameOf({ task, after }: Pick<PlanLink, "task" | "after">): string {
  return `${task} ${after}`;
}

function writeOf({
  taskKey,
  name,
  content,
  settled,
  checklist,
  links,
}: ReadRow & { readonly links: TaskWrite["links"] }): TaskWrite[] {
  if (taskKey === null) return [];
  const changedContent = content === null || equalityDeep(content.before, content.after) ? null : content;
  const isSettled = settled !== null && !equalityDeep(settled.before ?? nothingSettled, settled.after);
  const isTicked = checklist !== null && !equalityDeep(checklist.before, checklist.after);
  if (changedContent === null && !isSettled && !isTicked && links.length === 0) return [];
  return [
    {
      ...{ taskKey, name, links },
      content: changedContent,
      settled: isSettled ? settled : null,
      checklist: isTicked ? checklist : null,
    },
  ];
}

/** The plan as it would be, made as the server makes it. */
function planAfter(
  input: PlanInput,
  writes: readonly TaskWrite[],
): { readonly plan: Plan; readonly links: number } | { readonly fault: string } {
  const lifecycle = input.standards.lifecycle ?? noStandards;
  const ownTasks = { ...lifecycle.ownTasks };
  const records = new Map(input.tasks.map((record) => [record.taskKey, record]));
  const links = new Map((input.links ?? []).map((link) => [nameOf(link), link]));
  for (const { taskKey, content } of writes) {
    if (content !== null) ownTasks[taskKey] = { ...content.after, after: [], before: [] };
  }
  const standing = lifecycleWith(input.standards.lifecycle).tasks.map(({ key }) => key);
  const keys = new Set([...standing, ...Object.keys(ownTasks)]);
  for (const { taskKey: task, settled, links: changed } of writes) {
    // Of a new task whose row is wrong there is nothing to plan yet.
    if (!keys.has(task)) continue;
    if (settled !== null) {
      const { assigneeId: _, startedOn, finishedOn, ...record } = settled.after;
      const days = { startedOn: dayOf(startedOn), finishedOn: dayOf(finishedOn) };
      records.set(task, { ...record, ...days, taskKey: task });
    }
    for (const { after, is } of changed) {
      const name = nameOf({ task, after });
      if (is === null) links.delete(name);
      else if (keys.has(after)) links.set(name, { task, after, ...is });
    }
  }
  const next: PlanInput = {
    ...input,
    standards: { ...input.standards, lifecycle: { ...lifecycle, ownTasks } },
    tasks: [...records.values()],
    links: [...links.values()],
  };
  try {
    return { plan: makePlan(next), links: links.size };
  } catch (error) {
    if (error instanceof PlanningError) return { fault: error.reason };
    throw error;
  }
}

function dayOf(day: string | null) {
  return day === null ? null : isoDate(day);
}

function limitFault(links: number, before: number, added: number): string | null {
  if (added > 0 && before + added > mostOwnTasks) {
    return `Please keep to ${mostOwnTasks} tasks of the project's own: there are ${before}, and the file has ${added} more.`;
  }
  return links > mostLinks ? `Please keep to ${mostLinks.toLocaleString("en")} links.` : null;
}

const settledWords = {
  effortPersonDays: "effort",
  durationWorkingDays: "duration",
  status: "status",
  startedOn: "start",
  finishedOn: "finish",
  actualEffortPersonDays: "effort so far",
  actualMachineHours: "machine time so far",
  assigneeId: "assignee",
  expertise: "discipline and level",
  notBeforeOn: "not before",
} as const satisfies Record<keyof SettledTask, string>;

const contentWords: Partial<Record<keyof OwnContent, string>> = {
  name: "name",
  deliverable: "deliverable",
  discipline: "discipline",
  level: "level",
  effortPersonDays: "effort",
  durationWorkingDays: "duration",
  inLoop: "whether it is repeated",
  retired: "whether it is in the plan",
};

/** What of a task that is known already a write changes, in words. */
function changesOf({ content, settled, links, checklist }: TaskWrite): string[] {
  const words: string[] = [];
  if (content !== null && content.before !== null) {
    const { before, after } = content;
    for (const [field, value] of Object.entries(after)) {
      if (!equalityDeep(value, Object.entries(before).find(([name]) => name === field)?.[1])) {
        words.push(Object.entries(contentWords).find(([name]) => name === field)?.[1] ?? "content");
      }
    }
  }
  if (settled !== null) {
    const before = Object.entries(settled.before ?? nothingSettled);
    for (const [field, word] of Object.entries(settledWords)) {
      const now = Object.entries(settled.after).find(([name]) => name === field)?.[1] ?? null;
      if (!equalityDeep(now, before.find(([name]) => name === field)?.[1] ?? null)) words.push(word);
    }
  }
  if (checklist !== null) words.push("checklist");
  if (links.length > 0) words.push("what it waits for");
  return [...new Set(words)];
}
