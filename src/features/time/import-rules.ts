import { isIsoDate, mostHoursPerDay, sumOfHours } from "@/planning";
import { readCsv } from "./csv-rules";
import { parseHours } from "./hours-rules";

/** What rows are held against: the tasks of the project, and what the member has booked on any. */
export type ImportContext = {
  readonly projectId: string;
  readonly tasks: readonly { readonly key: string; readonly name: string }[];
  readonly booked: readonly {
    readonly projectId: string;
    readonly taskKey: string;
    readonly workedOn: string;
    readonly hours: number;
  }[];
  /** No day after it has come. */
  readonly latestDay: string;
};

/** A row as it would be booked, with what keeps it from that. */
export type ImportRow = {
  readonly line: number;
  readonly workedOn: string;
  /** As the file names it: by key or by name. */
  readonly task: string;
  readonly taskKey: string | null;
  readonly hours: number | null;
  readonly note: string;
  readonly faults: readonly string[];
};

export type ImportCheck =
  | { readonly rows: readonly ImportRow[] }
  /** The file as a whole can't be read. */
  | { readonly fault: string };

const importColumns = ["date", "task", "hours", "note"] as const;
const mostImportRows = 1_000;
export const longestImport = 200_000;
export const longestNote = 200;

/** Reads a file of booked time and says of each row what is wrong with it. The first line names the columns, in any order. */
export function checkImport(text: string, context: ImportContext): ImportCheck {
  const table = readCsv(text);
  if ("fault" in table) return table;
  const [head, ...body] = table.rows;
  const columns = importColumns.map((name) => ({
    name,
    place: head?.fields.findIndex((field) => field.trim().toLowerCase() === name) ?? -1,
  }));
  const missing = columns.filter(({ name, place }) => place < 0 && name !== "note").map(({ name }) => name);
  if (missing.length > 0) {
    return {
      fault: `The first line names the columns date, task, hours and note. Missing: ${missing.join(", ")}.`,
    };
  }
  if (body.length === 0) return { fault: "There is no row below the first line." };
  if (body.length > mostImportRows) return { fault: `Please import at most ${mostImportRows} rows at once.` };
  const read = body.map(({ line, fields }) => {
    const [workedOn = "", task = "", hours = "", note = ""] = columns.map(({ place }) =>
      (fields[place] ?? "").trim(),
    );
    return readRow(line, { workedOn, task, hours, note }, context);
  });
  return { rows: read.map((row) => ({ ...row, faults: [...row.faults, ...clashesOf(row, read, context)] })) };
}

function readRow(
  line: number,
  { workedOn, task, hours, note }: { workedOn: string; task: string; hours: string; note: string },
  { tasks, latestDay }: ImportContext,
): ImportRow {
  const faults: string[] = [];
  if (!isIsoDate(workedOn) || workedOn < "2000-01-01" || workedOn > "2099-12-31") {
    faults.push("Write the date as 2026-11-30.");
  } else if (workedOn > latestDay) faults.push("This day has not come yet.");
  const named = tasks.filter(({ key, name }) => key === task || name.toLowerCase() === task.toLowerCase());
  const [found] = named;
  if (found === undefined) faults.push("The project's plan has no task of this name.");
  if (named.length > 1) faults.push("Several tasks have this name: write the task's key.");
  const typed = parseHours(hours);
  if ("fault" in typed) faults.push(typed.fault);
  else if (typed.hours === null) faults.push("Please give more than 0 hours.");
  if (note.length > longestNote) faults.push(`Please keep the note within ${longestNote} characters.`);
  if (/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(note) || !note.isWellFormed()) {
    faults.push("Please keep the note to one line without invisible characters.");
  }
  return {
    line,
    workedOn,
    task,
    taskKey: named.length === 1 ? (found?.key ?? null) : null,
    hours: "fault" in typed ? null : typed.hours,
    note,
    faults,
  };
}

/** What rows can't be together, or with what is booked already: a file that is imported twice books nothing twice. */
function clashesOf(
  row: ImportRow,
  rows: readonly ImportRow[],
  { projectId, booked }: ImportContext,
): string[] {
  const { line, workedOn, taskKey, hours } = row;
  const faults: string[] = [];
  const isSame = (other: ImportRow) =>
    other.line !== line && other.workedOn === workedOn && other.taskKey === taskKey;
  const twin = taskKey === null ? undefined : rows.find(isSame);
  if (twin !== undefined) faults.push(`Line ${twin.line} is about the same day and task: make them one.`);
  const there = booked.find(
    (entry) => entry.projectId === projectId && entry.taskKey === taskKey && entry.workedOn === workedOn,
  );
  if (there !== undefined) faults.push(`${there.hours} h are booked on this task that day already.`);
  const onDay = sumOfHours([
    ...booked.filter((entry) => entry.workedOn === workedOn).map((entry) => entry.hours),
    ...rows.filter((other) => other.workedOn === workedOn).map((other) => other.hours ?? 0),
  ]);
  if (hours !== null && onDay > mostHoursPerDay) {
    faults.push(`With everything else this day has ${onDay} h.`);
  }
  return faults;
}
