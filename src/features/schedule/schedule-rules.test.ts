import { describe, expect, it } from "vitest";
import { isoDate, type PlanInput, type TaskRecord, unknownTask } from "@/planning";
import { changesOf } from "./change-rules";
import { planFingerprint } from "./fingerprint-rules";
import { movedBefore } from "./order-rules";
import { againstTarget, tellDifference } from "./ui/difference";
import { daysShown, percentAt } from "./ui/span";

const day = isoDate("2027-01-11");
const key = "evaluation/run";

describe("moving a project in the order", () => {
  it("puts it right before another one, or last", () => {
    expect(movedBefore(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
    expect(movedBefore(["a", "b", "c"], "a", "c")).toEqual(["b", "a", "c"]);
    expect(movedBefore(["a", "b", "c"], "a", null)).toEqual(["b", "c", "a"]);
  });

  it("moves nothing before itself, nor what is not there", () => {
    expect(movedBefore(["a", "b"], "a", "a")).toEqual(["a", "b"]);
    expect(movedBefore(["a", "b"], "x", "a")).toEqual(["a", "b"]);
    expect(movedBefore(["a", "b"], "a", "x")).toEqual(["a", "b"]);
  });
});

describe("what applying a schedule changes", () => {
  const task = { taskKey: key, name: "Run", startOn: day, finishOn: day, personIds: ["p"], notBeforeOn: day };
  const nobody = new Map<string, string>();

  it("is the day a task waits for, and who does what nobody has when people are to be assigned", () => {
    const project = { isFixed: false, tasks: [task] };
    expect(changesOf(project, [], nobody, "nobody")).toEqual([
      { ...unknownTask(key), notBeforeOn: day, assigneeId: null },
    ]);
    expect(changesOf(project, [], nobody, "all")).toMatchObject([{ notBeforeOn: day, assigneeId: "p" }]);
    expect(changesOf(project, [], new Map([[key, "q"]]), "all")).toMatchObject([{ assigneeId: "q" }]);
  });

  it("takes a day of an earlier schedule away, and is nothing where all is so already or the project is fixed", () => {
    const known: TaskRecord = { ...unknownTask(key), notBeforeOn: day };
    const free = { isFixed: false, tasks: [{ ...task, notBeforeOn: null }] };
    expect(changesOf(free, [known], nobody, "nobody")).toMatchObject([{ notBeforeOn: null }]);
    expect(changesOf({ isFixed: false, tasks: [task] }, [known], nobody, "nobody")).toEqual([]);
    expect(changesOf({ isFixed: true, tasks: [task] }, [], nobody, "all")).toEqual([]);
  });
});

describe("the fingerprint of a plan", () => {
  const input: PlanInput = {
    template: "prompt-hosted-model",
    startsOn: day,
    asOf: day,
    standards: { personDayCostMinor: 1, acceleratorHourCostMinor: 1 },
    decisions: [],
    tasks: [],
  };

  it("stays from day to day, whatever the rates, and for records that say nothing", () => {
    const one = planFingerprint(input, []);
    const standards = { personDayCostMinor: 2, acceleratorHourCostMinor: 2 };
    expect(planFingerprint({ ...input, asOf: isoDate("2027-01-12"), standards }, [])).toBe(one);
    expect(planFingerprint({ ...input, tasks: [unknownTask(key)] }, [])).toBe(one);
  });

  it("is another with another start, task, state or person", () => {
    const others = [
      planFingerprint(input, []),
      planFingerprint({ ...input, startsOn: isoDate("2027-02-01") }, []),
      planFingerprint({ ...input, tasks: [{ ...unknownTask(key), notBeforeOn: day }] }, []),
      planFingerprint({ ...input, tasks: [{ ...unknownTask(key), status: "dropped" }] }, []),
      planFingerprint(input, [{ taskKey: key, personId: "p" }]),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});

describe("how a schedule is told", () => {
  it("says by how much a project moves, and how it stands against its target", () => {
    expect(tellDifference({ isFixed: false, laterWorkingDays: 3 })).toBe("3 d later");
    expect(tellDifference({ isFixed: false, laterWorkingDays: -2 })).toBe("2 d earlier");
    expect(tellDifference({ isFixed: false, laterWorkingDays: 0 })).toBe("as it is");
    expect(tellDifference({ isFixed: true, laterWorkingDays: 0 })).toBe("fixed");
    expect(againstTarget("2027-01-10", "2027-01-12")).toEqual({ text: "2 d late", isLate: true });
    expect(againstTarget("2027-01-12", "2027-01-10")).toEqual({ text: "2 d to spare", isLate: false });
    expect(againstTarget(null, "2027-01-10").text).toBe("no target");
  });

  it("draws from today to the last day of any row", () => {
    const span = daysShown("2027-01-01", [{ finish: "2027-01-06", targetOn: "2027-01-11" }], []);
    expect(span).toEqual({ from: "2027-01-01", days: 10 });
    expect([percentAt(span, "2027-01-06"), percentAt(span, "2026-12-01")]).toEqual([50, 0]);
  });
});
