import { describe, expect, it } from "vitest";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { isoDate } from "@/planning";
import { timelineAct } from "./timeline-keys";
import { drawTimeline } from "./timeline-picture";
import { taskBar, taskWords, timelineLinks, timelineRows } from "./timeline-rows";
import { dayNumber, rulerOf, timelineScale } from "./timeline-scale";
import { fadeOf } from "./timeline-shapes";

type Forecast = ProjectPlan["forecast"]["tasks"][number];

const forecast = (key: string, change: Partial<Forecast> = {}): Forecast => ({
  key,
  name: key,
  technique: "use-case-scoping",
  phase: "scoping",
  startP10: isoDate("2027-01-04"),
  startP50: isoDate("2027-01-06"),
  finishP10: isoDate("2027-01-12"),
  finishP50: isoDate("2027-01-15"),
  finishP80: isoDate("2027-01-20"),
  finishP95: isoDate("2027-01-29"),
  criticality: 0.6,
  sensitivity: 0.2,
  presence: 1,
  ...change,
});

const days = { optimistic: 1, mostLikely: 2, pessimistic: 3 };
const task = (key: string, change: Partial<ProjectTask> = {}): ProjectTask => ({
  key,
  order: 0,
  name: key,
  technique: "use-case-scoping",
  phase: "scoping",
  discipline: "product",
  level: 1,
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
  standard: { effortPersonDays: days, durationWorkingDays: days, discipline: "product", level: 1 },
  slack: null,
  ownEffort: false,
  ownDuration: false,
  ownExpertise: false,
  checklist: [],
  version: 0,
  assignee: null,
  ...change,
});
const critical = {
  key: "",
  earliestStartOn: isoDate("2027-01-06"),
  latestStartOn: isoDate("2027-01-06"),
  slackWorkingDays: 0,
};
const nothing = { passages: [], decisions: [] };

describe("a task's bar", () => {
  it("fades in from P10 of the start and out to P95 of the finish, whose day belongs to it", () => {
    expect(taskBar(task("a"), forecast("a"))).toEqual({
      from: dayNumber("2027-01-04"),
      solidFrom: dayNumber("2027-01-06"),
      solidTo: dayNumber("2027-01-16"),
      to: dayNumber("2027-01-30"),
    });
  });

  it("begins where a started task began, and still ends as forecast", () => {
    const started = task("a", { status: "started", startedOn: isoDate("2026-12-30") });
    const bar = taskBar(started, forecast("a"));
    expect(bar).toMatchObject({ from: dayNumber("2026-12-30"), solidFrom: dayNumber("2026-12-30") });
    expect(bar?.to).toBe(dayNumber("2027-01-30"));
  });

  it("is what it took once it is done, without uncertainty", () => {
    const [startedOn, finishedOn] = [isoDate("2026-12-01"), isoDate("2026-12-03")];
    const done = task("a", { status: "done", startedOn, finishedOn });
    const bar = taskBar(done, forecast("a"));
    expect(bar).toEqual({
      from: dayNumber("2026-12-01"),
      solidFrom: dayNumber("2026-12-01"),
      solidTo: dayNumber("2026-12-04"),
      to: dayNumber("2026-12-04"),
    });
    expect(bar && fadeOf(bar, 0.4).every(({ opacity }) => opacity === 0.4)).toBe(true);
    expect(taskWords(done, forecast("a"))).toBe("finished: 1 Dec 2026 to 3 Dec 2026");
  });

  it("is not there for what is dropped or was never forecast", () => {
    expect(taskBar(task("a", { status: "dropped" }), forecast("a"))).toBeNull();
    expect(taskBar(task("a"), undefined)).toBeNull();
  });
});

const link = { after: "a", kind: "finish-to-start", lagWorkingDays: 0, isOwn: false } as const;
const rowsOf = (folded: readonly "scoping"[] = []) =>
  timelineRows(
    [
      task("a", { slack: critical }),
      task("b", { waitsFor: [link], slack: critical }),
      task("c", { phase: "model-selection" }),
    ],
    [forecast("a"), forecast("b", { presence: 0.4 }), forecast("c", { finishP95: isoDate("2027-03-01") })],
    {
      passages: [{ fromPhase: "scoping", toPhase: "model-selection", at: new Date("2027-02-01T10:00:00Z") }],
      decisions: [
        {
          number: 3,
          phase: "scoping",
          question: "Which ward?",
          state: "open",
          dueOn: "2027-01-20",
          chosen: null,
        },
      ],
    },
    new Set(folded),
  );

describe("the rows", () => {
  it("are the phases that have tasks, in their order, and their tasks below them unless folded", () => {
    expect(rowsOf().map(({ id }) => id)).toEqual(["scoping", "a", "b", "model-selection", "c"]);
    expect(rowsOf(["scoping"]).map(({ id }) => id)).toEqual(["scoping", "model-selection", "c"]);
  });

  it("a phase spans its tasks, and has its gate and its decisions on it", () => {
    const [scoping, , , selection] = rowsOf();
    expect(scoping).toMatchObject({ kind: "phase", tasks: 2, bar: { to: dayNumber("2027-01-30") } });
    expect(scoping?.kind === "phase" && scoping.marks.map(({ kind }) => kind)).toEqual([
      "gate-passed",
      "decision-open",
    ]);
    expect(selection?.kind === "phase" && selection.marks.map(({ kind }) => kind)).toEqual(["gate-ahead"]);
  });

  it("a gate that was gone back from is passed all the same, and going back is none", () => {
    const back = { fromPhase: "model-selection", toPhase: "scoping", at: new Date("2027-02-01T10:00:00Z") };
    const rows = timelineRows(
      [task("c", { phase: "model-selection" })],
      [forecast("c")],
      { ...nothing, passages: [back] },
      new Set(),
    );
    expect(rows[0]?.kind === "phase" && rows[0].marks.map(({ kind }) => kind)).toEqual(["gate-ahead"]);
  });

  it("tells what is critical and what waits for a decision", () => {
    expect(rowsOf()[1]).toMatchObject({ isCritical: true, isTentative: false });
    expect(rowsOf()[2]).toMatchObject({ isCritical: true, isTentative: true });
  });
});

describe("the links", () => {
  it("go from the end of one bar to the beginning of another, critical where both are", () => {
    expect(timelineLinks(rowsOf())).toEqual([
      expect.objectContaining({
        before: "a",
        after: "b",
        from: 1,
        to: 2,
        fromDay: dayNumber("2027-01-16"),
        toDay: dayNumber("2027-01-06"),
        isCritical: true,
      }),
    ]);
  });

  it("are not drawn to rows that are folded away", () => {
    expect(timelineLinks(rowsOf(["scoping"]))).toEqual([]);
  });
});

describe("the keys", () => {
  const act = (key: string, at: number) => timelineAct(key, rowsOf(), at, 3);

  it("move within the rows and never out of them", () => {
    expect(act("ArrowDown", 4)).toEqual({ act: "go", to: 4 });
    expect(act("ArrowUp", 0)).toEqual({ act: "go", to: 0 });
    expect(act("PageDown", 0)).toEqual({ act: "go", to: 3 });
    expect(act("End", 0)).toEqual({ act: "go", to: 4 });
  });

  it("lead from a task to its phase, and fold and unfold phases", () => {
    expect(act("ArrowLeft", 2)).toEqual({ act: "go", to: 0 });
    expect(act("ArrowLeft", 0)).toEqual({ act: "fold", phase: "scoping" });
    expect(timelineAct("ArrowRight", rowsOf(["scoping"]), 0, 3)).toEqual({ act: "fold", phase: "scoping" });
    expect(act("ArrowRight", 0)).toEqual({ act: "go", to: 1 });
  });

  it("open a task, zoom, and leave the rest to the browser", () => {
    expect(act("Enter", 4)).toEqual({ act: "open", task: "c" });
    expect(act("-", 1)).toEqual({ act: "zoom", steps: 1 });
    expect(act("x", 1)).toBeNull();
  });
});

describe("the picture", () => {
  const hue = "#123456";
  const colours = {
    ...{ scope: hue, select: hue, align: hue, build: hue },
    ...{ ink: hue, muted: hue, line: hue, accent: hue, warn: hue, sunk: hue },
  };

  it("draws every row with its bar, and says in words what cannot be read off, safely", () => {
    const rows = timelineRows([task("a", { name: "Ask <b> & wait" })], [forecast("a")], nothing, new Set());
    const scale = timelineScale([dayNumber("2027-01-04"), dayNumber("2027-02-01")], "month");
    const { svg, width, height } = drawTimeline(
      {
        name: "LET-timeline",
        title: 'Letters "fast"',
        asOf: "2027-01-04",
        rows,
        scale,
        ruler: rulerOf(scale, "month"),
        links: [],
        today: dayNumber("2027-01-04"),
        target: dayNumber("2027-02-01"),
        targetOn: "2027-01-31",
      },
      colours,
    );
    expect(svg).toContain("Ask &lt;b&gt; &amp; wait");
    expect(svg).toContain("target 31 Jan 2027");
    expect(svg.match(/<linearGradient/g)).toHaveLength(2);
    expect(svg).not.toMatch(/undefined|NaN|var\(/);
    expect(width).toBeGreaterThan(300);
    expect(height).toBeGreaterThan(2 * 28);
  });
});
