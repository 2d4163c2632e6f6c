import { describe, expect, it } from "vitest";
import { makePlan } from "./plan";
import { broughtUpToDate, readScenario, type ScenarioContent } from "./scenario";
import { isoDate } from "./schedule/calendar";
import { decidedDecision, exactly, monday, openDecision, planInput, taskRecord } from "./testing/plan-inputs";

const later = isoDate("2027-02-01");
const first = "use-case-scoping/frame";
const second = "use-case-scoping/brief";
const tuning = [{ kind: "include-technique", technique: "fine-tuning" } as const];
const input = planInput({
  decisions: [openDecision("a", [[], tuning]), decidedDecision("b", [])],
  tasks: [taskRecord(first, { durationWorkingDays: exactly(7) })],
});
const versions = new Map([[first, 2]]);
const tuned = [...makePlan({ ...input, decisions: [decidedDecision("a", tuning)] }).tasks].find(
  ({ technique }) => technique === "fine-tuning",
)?.key;
if (tuned === undefined) throw new Error("Fine-tuning has tasks.");

const content: ScenarioContent = {
  start: { from: monday, to: later },
  choices: [{ decisionId: "a", optionId: "a-1" }],
  tasks: [
    { taskKey: first, version: 2, effortPersonDays: exactly(9) },
    { taskKey: tuned, version: 0, durationWorkingDays: exactly(40) },
  ],
};

describe("a scenario that fits the plan", () => {
  it("is a what-if: its start, its options, and its parts of what is known of tasks", () => {
    const { faults, whatIf, plan } = readScenario(content, input, versions);
    expect(faults).toEqual([]);
    expect(whatIf).toMatchObject({ startsOn: later, choices: content.choices });
    expect(whatIf.tasks).toEqual([
      taskRecord(first, { effortPersonDays: exactly(9), durationWorkingDays: exactly(7) }),
      taskRecord(tuned, { durationWorkingDays: exactly(40) }),
    ]);
    expect(plan.tasks.find(({ key }) => key === tuned)?.durationWorkingDays).toEqual(exactly(40));
  });

  it("goes back to the standard with null, and moves no figure by who does it", () => {
    const tasks = [
      { taskKey: first, version: 2, durationWorkingDays: null },
      { taskKey: second, version: 0, assigneeId: "ada" },
    ];
    const { whatIf } = readScenario({ start: null, choices: [], tasks }, input, versions);
    expect(whatIf.tasks).toEqual([taskRecord(first)]);
  });

  it("is up to date as it is", () => {
    expect(broughtUpToDate(content, input, versions)).toEqual(content);
  });
});

describe("a scenario that the plan went on without", () => {
  it("says which decisions were settled or went, and takes no option of them", () => {
    const choices = [
      { decisionId: "b", optionId: "b-0" },
      { decisionId: "gone", optionId: "gone-0" },
      { decisionId: "a", optionId: "removed" },
    ];
    const { faults, whatIf } = readScenario({ ...content, choices, tasks: [] }, input, versions);
    expect(faults).toEqual([
      { kind: "decision-settled", decisionId: "b" },
      { kind: "decision-gone", decisionId: "gone" },
      { kind: "option-gone", decisionId: "a" },
    ]);
    expect(whatIf.choices).toEqual([]);
  });

  it("says which tasks are done, changed or out of the plan without its options", () => {
    const done = taskRecord(first, { status: "done", startedOn: monday, finishedOn: monday });
    const now = { ...input, tasks: [done] };
    const tasks = [
      { taskKey: first, version: 2, effortPersonDays: exactly(1) },
      { taskKey: second, version: 0, effortPersonDays: exactly(2) },
      { taskKey: tuned, version: 0, effortPersonDays: exactly(3) },
    ];
    const reading = readScenario({ ...content, choices: [], tasks }, now, new Map([[second, 4]]));
    expect(reading.faults).toEqual([
      { kind: "task-done", taskKey: first },
      { kind: "task-changed", taskKey: second },
      { kind: "task-gone", taskKey: tuned },
    ]);
    expect(reading.tasks.map(({ taskKey }) => taskKey)).toEqual([second]);
  });

  it("is brought up to date by leaving out what can't be and answering to what is now", () => {
    const moved = { ...input, startsOn: isoDate("2027-01-04"), decisions: [decidedDecision("a", [])] };
    expect(broughtUpToDate(content, moved, new Map([[first, 5]]))).toEqual({
      start: { from: "2027-01-04", to: later },
      choices: [],
      tasks: [{ taskKey: first, version: 5, effortPersonDays: exactly(9) }],
    });
    expect(broughtUpToDate(content, { ...input, startsOn: later }, versions).start).toBeNull();
    expect(readScenario(content, moved, versions).faults).toContainEqual({ kind: "start-moved" });
  });
});
