/** What a file can say of a task, in the order of a sheet. What is only `told` follows from the plan and is not read back. */
export const columns = [
  { id: "key", title: "Key" },
  { id: "name", title: "Task" },
  { id: "phase", title: "Phase", told: true },
  { id: "technique", title: "Technique" },
  { id: "discipline", title: "Discipline" },
  { id: "level", title: "Level" },
  { id: "deliverable", title: "Deliverable" },
  { id: "inLoop", title: "Repeated on every pass" },
  { id: "effortOptimistic", title: "Effort optimistic (person-days)" },
  { id: "effortMostLikely", title: "Effort most likely (person-days)" },
  { id: "effortPessimistic", title: "Effort pessimistic (person-days)" },
  { id: "durationOptimistic", title: "Duration optimistic (working days)" },
  { id: "durationMostLikely", title: "Duration most likely (working days)" },
  { id: "durationPessimistic", title: "Duration pessimistic (working days)" },
  { id: "waitsFor", title: "Waits for" },
  { id: "assignee", title: "Assignee" },
  { id: "status", title: "Status" },
  { id: "notBeforeOn", title: "Not before" },
  { id: "startedOn", title: "Started" },
  { id: "finishedOn", title: "Finished" },
  { id: "actualEffort", title: "Effort so far (person-days)" },
  { id: "machineHours", title: "Machine time so far (accelerator-hours)" },
  { id: "checklist", title: "Checklist" },
  { id: "plannedStart", title: "Planned start (P50)", told: true },
  { id: "plannedFinish", title: "Planned finish (P50)", told: true },
  { id: "plannedFinishP80", title: "Planned finish (P80)", told: true },
] as const satisfies readonly { id: string; title: string; told?: true }[];

export type ColumnId = (typeof columns)[number]["id"];

/** What a file says of one task. What is left out it says nothing of; what is empty it says is not there. */
export const cellIds = [
  "key",
  "name",
  "technique",
  "discipline",
  "level",
  "deliverable",
  "inLoop",
  "effort",
  "duration",
  "waitsFor",
  "assignee",
  "status",
  "notBeforeOn",
  "startedOn",
  "finishedOn",
  "actualEffort",
  "machineHours",
  "checklist",
  "own",
] as const;

export type CellId = (typeof cellIds)[number];
export type Cells = Readonly<Partial<Record<CellId, string>>>;

/** A task of a file, and where in the file it stands. */
export type FileRow = { readonly line: number; readonly cells: Cells };

/** A file as rows, or why it can't be read. */
export type FileReading = { readonly rows: readonly FileRow[] } | { readonly fault: string };

export const mostRows = 500;
/** A checklist of the most items fits. */
export const longestCell = 12_000;
/** Of a file before it is read: 2 MB. */
export const largestFile = 2_000_000;

/** Of a task without an estimate of the team's own: what the standards say stands. */
export const asStandard = "standard";

/** Other names that people give columns. */
const synonyms: Readonly<Record<string, ColumnId | "effort" | "duration">> = {
  id: "key",
  name: "name",
  title: "name",
  summary: "name",
  "repeated each pass": "inLoop",
  effort: "effort",
  "effort (person-days)": "effort",
  estimate: "effort",
  duration: "duration",
  "duration (working days)": "duration",
  predecessors: "waitsFor",
  "depends on": "waitsFor",
  "assigned to": "assignee",
  owner: "assignee",
  state: "status",
  start: "plannedStart",
  finish: "plannedFinish",
};

const known = new Map<string, ColumnId | "effort" | "duration">([
  ...Object.entries(synonyms),
  ...columns.map(({ id, title }): [string, ColumnId] => [title.toLowerCase(), id]),
]);

/**
 * Rows of a sheet by what the first one names its columns. Columns of other names are nobody's; the three figures of an estimate
 * become one cell.
 */
export function rowsOf(
  table: readonly { readonly line: number; readonly fields: readonly string[] }[],
): FileReading {
  const [head, ...body] = table;
  const places = (head?.fields ?? []).map((title) => known.get(title.trim().toLowerCase()));
  if (!places.includes("name") && !places.includes("key")) {
    return {
      fault: "The first line names the columns, and one of them is “Task”. Export the plan to see how.",
    };
  }
  const twice = places.find((id, place) => id !== undefined && places.indexOf(id) !== place);
  if (twice !== undefined) return { fault: `Two columns are called “${twice}”. Leave one out.` };
  return {
    rows: body.map(({ line, fields }) => {
      const said = new Map(
        places.flatMap((id, place): [string, string][] =>
          id === undefined ? [] : [[id, (fields[place] ?? "").trim()]],
        ),
      );
      for (const estimate of ["effort", "duration"]) {
        const three = ["Optimistic", "MostLikely", "Pessimistic"].map((end) => said.get(`${estimate}${end}`));
        if (three.some((figure) => figure !== undefined) && !said.has(estimate)) {
          said.set(estimate, threeAsOne(three.map((figure) => figure ?? "")));
        }
      }
      return { line, cells: pick(said) };
    }),
  };
}

function threeAsOne(three: readonly string[]): string {
  const filled = three.filter((figure) => figure !== "");
  return filled.length <= 1 ? filled.join("") : three.join(" / ");
}

function pick(said: ReadonlyMap<string, string>): Cells {
  const cells: Partial<Record<CellId, string>> = {};
  for (const id of cellIds) {
    const cell = id === "own" ? undefined : said.get(id);
    if (cell !== undefined) cells[id] = cell;
  }
  return cells;
}
