import { z } from "zod";
import type { PlanPart } from "@/planning";

/** An entry of the log that may have changed a plan. */
export type PlanEvent = {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly by: string;
  readonly subjectId: string;
  readonly data: unknown;
};

export type DecisionName = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly supersedesId: string | null;
};

/** What the log calls the cause of a move: the last entry about it, and everything that it and those before it changed. */
export type Cause = {
  readonly kind: "decision" | "task" | "tasks" | "links" | "start" | "pass" | "standards";
  readonly entry: Pick<PlanEvent, "seq" | "type" | "at" | "by">;
  /** How many entries there were about it. */
  readonly entries: number;
  readonly decision: { readonly number: number; readonly question: string; readonly option: string } | null;
  readonly task: { readonly key: string; readonly name: string } | null;
  readonly parts: readonly PlanPart[];
};

export type Causes = {
  /** In the order in which they came to be as they are. */
  readonly known: readonly Cause[];
  /** What changed without an entry of its own. */
  readonly unknown: readonly PlanPart[];
};

/** The entries that a plan follows from; whatever else happens leaves it as it is. */
export const planEventTypes = [
  "decision.asked",
  "decision.edited",
  "decision.decided",
  "decision.reopened",
  "decision.superseded",
  "decision.deleted",
  "option.added",
  "option.edited",
  "option.removed",
  "task.edited",
  "tasks.edited",
  "task.added",
  "task.changed",
  "task.linked",
  "task.unlinked",
  "tasks.imported",
  "task.split",
  "time.booked",
  "time.corrected",
  "time.deleted",
  "time.restored",
  "time.imported",
  "project.edited",
  "project.moved",
] as const;

/** The same, about the workspace as a whole. */
export const standardEventTypes = ["standard.changed", "workspace.configured"] as const;

/** Time that is booked is effort of its task, and begins one that was planned. */
const taskTypes = [
  "task.edited",
  "tasks.edited",
  "time.booked",
  "time.corrected",
  "time.deleted",
  "time.restored",
  "time.imported",
  "tasks.imported",
  "task.split",
] as const;
const ownTaskTypes = ["task.added", "task.changed", "tasks.imported", "task.split"] as const;
const linkTypes = ["task.linked", "task.unlinked", "task.added", "tasks.imported", "task.split"] as const;

function isOf(event: PlanEvent, types: readonly string[]): boolean {
  return types.includes(event.type);
}

/** Tasks beyond these are told together: each cause is a plan that has to be simulated. */
const tasksTold = 8;

const told = z.object({
  taskKey: z.string().optional(),
  name: z.string().optional(),
  /** Of what is about several, like an import. */
  tasks: z.array(z.object({ taskKey: z.string(), name: z.string() })).optional(),
  after: z.looseObject({ option: z.string().nullish() }).nullish(),
});

/** Finds for each changed part the entries that changed it. Time and calibration have none, and are left to the caller. */
export function causesOf(
  parts: readonly PlanPart[],
  events: readonly PlanEvent[],
  decisions: readonly DecisionName[],
): Causes {
  const known: Cause[] = [];
  const unknown: PlanPart[] = [];
  for (const part of parts) {
    const about = entriesAbout(part, events, decisions);
    const last = about.at(-1);
    if (last === undefined) unknown.push(part);
    else known.push(causeOf(part, last, about.length, decisions));
  }
  return { known: lumpTasks(joined(known)).sort((a, b) => a.entry.seq - b.entry.seq), unknown };
}

function entriesAbout(
  part: PlanPart,
  events: readonly PlanEvent[],
  decisions: readonly DecisionName[],
): readonly PlanEvent[] {
  switch (part.kind) {
    case "decision": {
      const isAbout = (id: string) => (event: PlanEvent) =>
        event.subjectId === id && /^(decision|option)\./.test(event.type);
      const own = events.filter(isAbout(part.decisionId));
      if (own.length > 0) return own;
      // A decision that supersedes another begins with the other's entry.
      const superseded = decisions.find(({ id }) => id === part.decisionId)?.supersedesId ?? null;
      return superseded === null
        ? []
        : events.filter((event) => event.type === "decision.superseded" && event.subjectId === superseded);
    }
    case "task":
      return events.filter((event) => isOf(event, taskTypes) && tasksOf(event).includes(part.taskKey));
    case "own-task": {
      const own = events.filter(
        (event) => isOf(event, ownTaskTypes) && tasksOf(event).includes(part.taskKey),
      );
      // The workspace's own tasks are standards.
      return own.length > 0 ? own : events.filter((event) => isOf(event, standardEventTypes));
    }
    case "links":
      // A task may be added with what it waits for.
      return events.filter((event) => isOf(event, linkTypes));
    case "start":
      return events.filter((event) => event.type === "project.edited");
    case "pass":
      return events.filter((event) => event.type === "project.moved");
    case "standards":
      return events.filter((event) => isOf(event, standardEventTypes));
    default:
      return [];
  }
}

function causeOf(
  part: PlanPart,
  last: PlanEvent,
  entries: number,
  decisions: readonly DecisionName[],
): Cause {
  const { seq, type, at, by } = last;
  const data = dataOf(last);
  const decision = part.kind === "decision" ? decisions.find(({ id }) => id === last.subjectId) : undefined;
  const imported =
    part.kind === "task" || part.kind === "own-task"
      ? data.tasks?.find(({ taskKey }) => taskKey === part.taskKey)
      : undefined;
  const ofTask =
    (part.kind === "task" || part.kind === "own-task") && data.taskKey === part.taskKey
      ? { key: part.taskKey, name: data.name ?? part.taskKey }
      : imported && { key: imported.taskKey, name: imported.name };
  return {
    kind: ofTask ? "task" : kindOf(part),
    entry: { seq, type, at, by },
    entries,
    decision: decision
      ? { number: decision.number, question: decision.question, option: data.after?.option ?? "" }
      : null,
    task: ofTask ?? null,
    parts: [part],
  };
}

function kindOf({ kind }: PlanPart): Cause["kind"] {
  return kind === "decision" || kind === "links" || kind === "start" || kind === "pass" ? kind : "standards";
}

/** One entry may change several parts: superseding ends one decision and opens another, a task comes with what it waits for. */
function joined(causes: readonly Cause[]): Cause[] {
  const bySeq = new Map<number, Cause>();
  for (const cause of causes) {
    const { seq } = cause.entry;
    const known = bySeq.get(seq);
    const named = known === undefined || (known.task === null && cause.task !== null) ? cause : known;
    bySeq.set(seq, { ...named, parts: [...(known?.parts ?? []), ...cause.parts] });
  }
  return [...bySeq.values()];
}

function lumpTasks(causes: readonly Cause[]): Cause[] {
  const tasks = causes.filter(({ kind }) => kind === "task");
  const last = tasks.toSorted((a, b) => a.entry.seq - b.entry.seq).at(-1);
  if (tasks.length <= tasksTold || last === undefined) return [...causes];
  const entries = tasks.reduce((sum, cause) => sum + cause.entries, 0);
  const parts = tasks.flatMap((cause) => cause.parts);
  return [
    ...causes.filter(({ kind }) => kind !== "task"),
    { ...last, kind: "tasks", task: null, entries, parts },
  ];
}

function tasksOf(event: PlanEvent): string[] {
  const { taskKey, tasks = [] } = dataOf(event);
  return [...(taskKey === undefined ? [] : [taskKey]), ...tasks.map((task) => task.taskKey)];
}

function dataOf(event: PlanEvent): z.output<typeof told> {
  const parsed = told.safeParse(event.data);
  return parsed.success ? parsed.data : {};
}
