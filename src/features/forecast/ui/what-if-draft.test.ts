import { describe, expect, test } from "vitest";
import { isoDate } from "@/planning";
import { askedBy, draftOfTask, emptyDraft, keptAs, type TriedTask } from "./what-if-draft";

const exact = { optimistic: 1, mostLikely: 2.123456, pessimistic: 4 };
const task = {
  key: "evaluation/harness",
  status: "planned",
  effortPersonDays: exact,
  durationWorkingDays: exact,
  startedOn: null,
  finishedOn: null,
  actualEffortPersonDays: null,
  actualMachineHours: null,
  ownEffort: true,
  ownDuration: false,
  ownExpertise: false,
  discipline: "evaluation",
  level: 3,
  version: 3,
} as const satisfies TriedTask;
const stored = { startsOn: isoDate("2027-01-04"), runs: 2_000 };
const can = { tasks: [task], decisions: [] };
const empty = emptyDraft(stored.startsOn, stored.runs);

describe("what a draft asks for", () => {
  test("is nothing while it says what is so already, or a day is half typed", () => {
    const looking = { ...empty, task: draftOfTask(task) };
    expect(askedBy(empty, stored, can)).toBeNull();
    expect(askedBy(looking, stored, can)).toBeNull();
    expect(askedBy({ ...empty, startsOn: "" }, stored, can)).toBeNull();
  });

  test("leaves what was not touched as exact as it is, and to the standard what is the standard's", () => {
    const draft = draftOfTask(task);
    const slower = { ...draft, duration: { ...draft.duration, pessimistic: "9" } };
    const asked = askedBy({ ...empty, task: slower }, stored, can);
    expect(asked?.whatIf.tasks).toMatchObject([
      { effortPersonDays: exact, durationWorkingDays: { optimistic: 1, mostLikely: 2.12, pessimistic: 9 } },
    ]);
    const costlier = { ...draft, effort: { ...draft.effort, pessimistic: "9" } };
    const other = askedBy({ ...empty, task: costlier }, stored, can);
    expect(other?.whatIf.tasks).toMatchObject([{ durationWorkingDays: null, expertise: null }]);
    const own = askedBy({ ...empty, task: costlier }, stored, {
      ...can,
      tasks: [{ ...task, ownExpertise: true }],
    });
    expect(own?.whatIf.tasks).toMatchObject([{ expertise: { discipline: "evaluation", level: 3 } }]);
  });

  test("leaves out an option of a decision that is not open any more", () => {
    expect(askedBy({ ...empty, choices: { gone: "o" } }, stored, can)).toBeNull();
  });

  test("is a start, a number of runs, and options taken as given", () => {
    const asked = askedBy({ ...empty, startsOn: "2027-03-01", runs: "200", choices: { d: "o" } }, stored, {
      tasks: [],
      decisions: [{ id: "d" }],
    });
    expect(asked).toEqual({
      whatIf: { startsOn: "2027-03-01", tasks: [], choices: [{ decisionId: "d", optionId: "o" }] },
      runs: 200,
    });
  });
});

describe("a draft that is kept", () => {
  test("keeps what it changes, with the version of the task that was seen", () => {
    const draft = draftOfTask(task);
    const slower = { ...draft, duration: { ...draft.duration, pessimistic: "9" } };
    expect(keptAs({ ...empty, task: slower, startsOn: "2027-03-01" }, stored, can)).toEqual({
      start: { from: "2027-01-04", to: "2027-03-01" },
      choices: [],
      tasks: [
        {
          taskKey: task.key,
          version: 3,
          durationWorkingDays: { optimistic: 1, mostLikely: 2.12, pessimistic: 9 },
        },
      ],
    });
  });

  test("keeps nothing of how often it is simulated", () => {
    expect(keptAs({ ...empty, runs: "200" }, stored, can)).toBeNull();
  });
});
