import {
  disciplineIds,
  disciplineName,
  type ExpertiseLevel,
  expertiseLevels,
  type IsoDate,
  isIsoDate,
  isoDate,
  type TaskStatus,
  type TechniqueId,
  type ThreePoint,
} from "@/planning";

/** What a cell says, or what is wrong with it. */
export type CellReading<T> = { readonly value: T } | { readonly fault: string };

const words = (text: string) => text.trim().toLowerCase();

export function readNumber(cell: string, what: string): CellReading<number> {
  const text = /^\d+,\d{1,2}$/.test(cell) ? cell.replace(",", ".") : cell;
  const value = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { value } : { fault: `${what}: “${cell}” is not a number of 0 or more.` };
}

/** One figure, or three: `2 / 3 / 5`. One is all three. */
export function readThreePoint(cell: string, what: string): CellReading<ThreePoint> {
  const parts = cell.split("/").map((part) => part.trim());
  if (parts.length !== 1 && parts.length !== 3) {
    return { fault: `${what}: give one figure, or optimistic, most likely and pessimistic.` };
  }
  const figures: number[] = [];
  for (const part of parts) {
    const read = readNumber(part, what);
    if ("fault" in read) return read;
    figures.push(read.value);
  }
  const [optimistic = 0, mostLikely = optimistic, pessimistic = optimistic] = figures;
  return { value: { optimistic, mostLikely, pessimistic } };
}

export function tellThreePoint({ optimistic, mostLikely, pessimistic }: ThreePoint): string {
  return [optimistic, mostLikely, pessimistic].join(" / ");
}

export function readDay(cell: string, what: string): CellReading<IsoDate> {
  return isIsoDate(cell)
    ? { value: isoDate(cell) }
    : { fault: `${what}: write the day as 2026-11-30, not “${cell}”.` };
}

export function readYes(cell: string, what: string): CellReading<boolean> {
  if (["yes", "true", "1", "x"].includes(words(cell))) return { value: true };
  if (["no", "false", "0", ""].includes(words(cell))) return { value: false };
  return { fault: `${what}: write yes or no, not “${cell}”.` };
}

export function readDiscipline(cell: string): CellReading<(typeof disciplineIds)[number]> {
  const value = disciplineIds.find((id) => id === words(cell) || words(disciplineName(id)) === words(cell));
  const known = disciplineIds.map(disciplineName).join(", ");
  return value === undefined
    ? { fault: `There is no discipline “${cell}”. Known are: ${known}.` }
    : { value };
}

export function readLevel(cell: string): CellReading<ExpertiseLevel> {
  const found = expertiseLevels.find(
    ({ level, name }) => String(level) === words(cell) || words(name) === words(cell),
  );
  return found === undefined
    ? { fault: `There is no level “${cell}”. Write 1 to 4, or Low to High.` }
    : { value: found.level };
}

export function readTechnique(
  cell: string,
  techniques: readonly { readonly id: TechniqueId; readonly name: string }[],
): CellReading<TechniqueId> {
  const found = techniques.find(({ id, name }) => id === words(cell) || words(name) === words(cell));
  return found === undefined
    ? { fault: `The project's plan has no technique “${cell}”.` }
    : { value: found.id };
}

const statusWords: Readonly<Record<TaskStatus, readonly string[]>> = {
  planned: ["planned", "to do", "todo", "open", "backlog", "new", "not started", "selected for development"],
  started: ["started", "in progress", "in review", "review", "doing", "testing", "blocked"],
  done: ["done", "closed", "resolved", "complete", "completed", "finished"],
  dropped: ["dropped", "won't do", "cancelled", "canceled", "rejected"],
};

export function readStatus(cell: string): CellReading<TaskStatus> {
  for (const status of ["planned", "started", "done", "dropped"] as const) {
    if (statusWords[status].includes(words(cell))) return { value: status };
  }
  return { fault: `There is no status “${cell}”. Known are: planned, started, done, dropped.` };
}

/** A person by what the file calls them; our own files give the membership besides, which tells namesakes apart. */
export function readMember(
  cell: string,
  members: readonly { readonly id: string; readonly name: string }[],
): CellReading<string> {
  const [, name = cell, id] = /^(.*) <([^<>]*)>$/.exec(cell) ?? [];
  const sure = members.find((member) => member.id === id);
  if (sure !== undefined) return { value: sure.id };
  const found = members.filter((member) => words(member.name) === words(name));
  const [first] = found;
  if (first === undefined) return { fault: `Nobody in this workspace is called “${name}”.` };
  if (found.length === 1) return { value: first.id };
  return { fault: `Several people are called “${name}”. Leave it empty and choose one here.` };
}
