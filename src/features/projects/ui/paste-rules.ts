import type { ProjectTask } from "@/features/plans/queries";
import { disciplines, expertiseLevels, taskStatuses } from "@/planning";
import { type EstimateDraft, estimateFault, parsed, typed } from "@/ui/estimate-draft";
import { choiceOf } from "./expertise-choices";
import { type CellField, cellText, changed, type TaskChange } from "./task-change";
import { type TaskDraft, taskDraft } from "./task-draft";
import { statusNames } from "./task-words";

/** What is under a cell of the block: the task's name, what can be filled, or a figure that the plan computes. */
export type PasteColumn = "name" | "computed" | CellField;

export type PastedCell = {
  readonly column: PasteColumn;
  readonly text: string;
  /** As the cell stands, and as it would; null where it is left as it is. */
  readonly was: string;
  readonly becomes: string | null;
  readonly fault: string | null;
};

export type PastedRow = {
  readonly task: ProjectTask;
  readonly cells: readonly PastedCell[];
  readonly change: TaskChange;
};

export type Pasted = {
  readonly rows: readonly PastedRow[];
  /** What is wrong with the block as a whole. */
  readonly fault: string | null;
};

export type PasteContext = {
  /** In the order of the rows. */
  readonly tasks: readonly ProjectTask[];
  readonly columns: readonly PasteColumn[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly told: (field: CellField, draft: TaskDraft) => string;
};

const mostRows = 500;

/** What a block would do whose first cell lies on this one: every cell is held against the task under it. */
export function checkPaste(
  block: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  context: PasteContext,
): Pasted {
  const { tasks, columns } = context;
  const under = tasks.slice(at.row, at.row + block.length);
  const width = Math.max(...block.map((row) => row.length));
  const rows = under.map((task, place) => checkRow(block[place] ?? [], task, at.column, context));
  return { rows, fault: sizeFault() };

  function sizeFault(): string | null {
    if (block.length > mostRows) return `Please paste at most ${mostRows} rows at once.`;
    if (block.length > under.length) {
      return `The block has ${block.length} rows, and from here on there are ${under.length} tasks.`;
    }
    if (at.column + width > columns.length) {
      return `The block has ${width} columns, and from here on there are ${columns.length - at.column}.`;
    }
    return null;
  }
}

function checkRow(
  texts: readonly string[],
  task: ProjectTask,
  first: number,
  { columns, members, today, told }: PasteContext,
): PastedRow {
  const draft = taskDraft(task);
  let change: TaskChange = {};
  const cells = texts.flatMap((text, place): PastedCell[] => {
    const column = columns[first + place];
    if (column === undefined) return [];
    const left = { column, text, becomes: null, fault: null };
    if (column === "computed") return [{ ...left, was: "" }];
    if (column === "name") {
      const isOther = text !== "" && text.toLowerCase() !== task.name.toLowerCase();
      const fault = isOther ? `The block says “${text}” here: start at the row of that task.` : null;
      return [{ ...left, was: task.name, fault }];
    }
    const was = told(column, draft);
    if (text === "") return [{ ...left, was }];
    const read = readCell(column, text, task, draft, members);
    if ("fault" in read) return [{ ...left, was, fault: read.fault }];
    const next = changed(draft, read.change, today);
    if (cellText(next, column) === cellText(draft, column)) return [{ ...left, was }];
    change = { ...change, ...read.change };
    return [{ ...left, was, becomes: told(column, next) }];
  });
  return { task, cells, change };
}

type Read = { readonly change: TaskChange } | { readonly fault: string };

function readCell(
  field: CellField,
  text: string,
  task: ProjectTask,
  draft: TaskDraft,
  members: PasteContext["members"],
): Read {
  // A dash empties a cell: the standard's estimate holds again, nobody has the task.
  const isDash = /^[-–—]$/.test(text);
  switch (field) {
    case "effort": {
      const { standard } = task;
      return readEstimate(isDash ? typed(standard.effortPersonDays) : estimateOf(text, draft.effort), field);
    }
    case "duration": {
      const { standard } = task;
      return readEstimate(
        isDash ? typed(standard.durationWorkingDays) : estimateOf(text, draft.duration),
        field,
      );
    }
    case "expertise": {
      if (isDash) return { change: { expertise: "" } };
      const [name = "", levelName] = text.split(/\s*[,:]\s*/);
      const discipline = disciplines.find((one) => isSame(one.name, name) || one.id === name);
      if (discipline === undefined) return { fault: `There is no discipline “${name}”.` };
      const level =
        levelName === undefined
          ? task
          : expertiseLevels.find((one) => isSame(one.name, levelName) || String(one.level) === levelName);
      if (level === undefined) return { fault: `There is no level “${levelName}”.` };
      return { change: { expertise: choiceOf({ discipline: discipline.id, level: level.level }) } };
    }
    case "status": {
      const status = taskStatuses.find((one) => isSame(one, text) || isSame(statusNames[one], text));
      if (status === undefined) return { fault: `Write one of ${taskStatuses.join(", ")}.` };
      return { change: { status } };
    }
    case "assigneeId": {
      if (isDash) return { change: { assigneeId: "" } };
      const [member, ...others] = members.filter(({ name }) => isSame(name, text));
      if (member === undefined) return { fault: `Nobody here is called “${text}”.` };
      if (others.length > 0) return { fault: `Several people are called “${text}”.` };
      return { change: { assigneeId: member.id } };
    }
  }
}

function readEstimate(estimate: EstimateDraft | null, field: "effort" | "duration"): Read {
  if (estimate === null) return { fault: "Write three numbers as 2 – 3 – 5, or the most likely one." };
  const fault = estimateFault(estimate);
  return fault === null ? { change: { [field]: estimate } } : { fault };
}

/** Three numbers; one alone is the most likely, and the other two keep their proportion to it. */
function estimateOf(text: string, now: EstimateDraft): EstimateDraft | null {
  const numbers = text.split(/\s*[–—/;]\s*|\s*-\s*|\s+/).map((part) => part.replace(",", "."));
  if (numbers.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  const [one = "", likely, worst] = numbers;
  if (numbers.length === 3 && likely !== undefined && worst !== undefined) {
    return { optimistic: one, mostLikely: likely, pessimistic: worst };
  }
  if (numbers.length !== 1) return null;
  const { optimistic, mostLikely, pessimistic } = parsed(now);
  const share = mostLikely > 0 ? Number(one) / mostLikely : 0;
  if (share === 0) return { optimistic: one, mostLikely: one, pessimistic: one };
  return typed({
    optimistic: optimistic * share,
    mostLikely: Number(one),
    pessimistic: pessimistic * share,
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
