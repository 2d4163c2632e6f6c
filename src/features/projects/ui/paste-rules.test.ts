import { describe, expect, it } from "vitest";
import type { ProjectTask } from "@/features/plans/queries";
import { checkPaste, type PasteColumn } from "./paste-rules";
import { type CellField, cellText } from "./task-change";
import type { TaskDraft } from "./task-draft";

const three = (optimistic: number, mostLikely: number, pessimistic: number) => ({
  optimistic,
  mostLikely,
  pessimistic,
});
const days = three(1, 2, 4);
const task = (name: string, change: Partial<ProjectTask> = {}): ProjectTask => ({
  key: `use-case-scoping/${name}`,
  order: 0,
  name,
  technique: "use-case-scoping",
  phase: "scoping",
  discipline: "product",
  level: 2,
  deliverable: "A brief",
  assumption: "",
  inLoop: false,
  own: null,
  waitsFor: [],
  effortPersonDays: days,
  durationWorkingDays: days,
  machineHours: null,
  estimatedBy: "standard",
  status: "planned",
  startedOn: null,
  finishedOn: null,
  actualEffortPersonDays: null,
  actualMachineHours: null,
  notBeforeOn: null,
  timeEntries: null,
  standard: { effortPersonDays: days, durationWorkingDays: days, discipline: "product", level: 2 },
  slack: null,
  ownEffort: false,
  ownDuration: false,
  ownExpertise: false,
  checklist: [],
  version: 0,
  assignee: null,
  ...change,
});
const columns: readonly PasteColumn[] = [
  "name",
  "expertise",
  "effort",
  "duration",
  "computed",
  "computed",
  "status",
  "assigneeId",
];
const context = {
  tasks: [task("Brief"), task("Risk review")],
  columns,
  members: [
    { id: "m1", name: "Ben Trovato" },
    { id: "m2", name: "Kim Lee" },
    { id: "m3", name: "Kim Lee" },
  ],
  today: "2027-01-04",
  told: (field: CellField, draft: TaskDraft) => cellText(draft, field),
};
const column = (of: PasteColumn) => columns.indexOf(of);
const one = (of: PasteColumn, text: string, tasks = context.tasks) =>
  checkPaste([[text]], { row: 0, column: column(of) }, { ...context, tasks }).rows[0];

describe("a pasted block", () => {
  it("fills cells to the right and below, and leaves what is empty or computed", () => {
    const { rows, fault } = checkPaste(
      [
        ["2 – 3 – 5", "", "3 Jan", "0", "started"],
        ["", "6", "", "", "Finished"],
      ],
      { row: 0, column: column("effort") },
      context,
    );
    expect(fault).toBeNull();
    expect(rows.map(({ change }) => change)).toEqual([
      { effort: { optimistic: "2", mostLikely: "3", pessimistic: "5" }, status: "started" },
      { duration: { optimistic: "3", mostLikely: "6", pessimistic: "12" }, status: "done" },
    ]);
    expect(rows.flatMap(({ cells }) => cells).filter(({ fault }) => fault !== null)).toEqual([]);
  });

  it("does not fit where it is larger than what is there", () => {
    const rows = [["1"], ["1"], ["1"]];
    expect(checkPaste(rows, { row: 0, column: 2 }, context).fault).toContain("3 rows");
    expect(checkPaste([["Ben Trovato", "x"]], { row: 0, column: 7 }, context).fault).toContain("2 columns");
  });

  it("that names another task says so instead of filling the wrong row", () => {
    expect(one("name", "brief")?.cells).toMatchObject([{ fault: null, becomes: null }]);
    expect(one("name", "Risk review")?.cells[0]?.fault).toContain("Risk review");
  });
});

describe("a pasted cell", () => {
  it.each([
    ["effort", "1,5-2.5/4", { effort: { optimistic: "1.5", mostLikely: "2.5", pessimistic: "4" } }],
    ["duration", "4", { duration: { optimistic: "2", mostLikely: "4", pessimistic: "8" } }],
    ["expertise", "evaluation, high", { expertise: "evaluation 4" }],
    ["expertise", "Evaluation", { expertise: "evaluation 2" }],
    ["status", "DONE", { status: "done" }],
    ["assigneeId", "ben trovato", { assigneeId: "m1" }],
    ["effort", "1 – 2 – 4", {}],
  ] as const)("of %s may say %s", (of, text, change) => {
    expect(one(of, text)?.change).toEqual(change);
    expect(one(of, text)?.cells[0]?.fault).toBeNull();
  });

  it.each([
    ["effort", "soon"],
    ["effort", "5 – 3 – 2"],
    ["effort", "1 – 2"],
    ["duration", "99999"],
    ["expertise", "Cooking"],
    ["expertise", "Evaluation, enormous"],
    ["status", "later"],
    ["assigneeId", "Nobody Known"],
    ["assigneeId", "Kim Lee"],
  ] as const)("of %s can't say %s", (of, text) => {
    expect(one(of, text)?.cells[0]?.fault).not.toBeNull();
    expect(one(of, text)?.change).toEqual({});
  });

  it("with a dash gives a cell back to the standard, or to nobody", () => {
    const own = task("Brief", {
      effortPersonDays: three(5, 6, 7),
      ownEffort: true,
      discipline: "evaluation",
      ownExpertise: true,
      assignee: { id: "m1", name: "Ben Trovato" },
    });
    expect(one("effort", "–", [own])?.change.effort).toMatchObject({ mostLikely: "2" });
    expect(one("expertise", "-", [own])?.change).toEqual({ expertise: "" });
    expect(one("assigneeId", "–", [own])?.change).toEqual({ assigneeId: "" });
  });
});
