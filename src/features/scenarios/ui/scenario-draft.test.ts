import { describe, expect, test } from "vitest";
import { isoDate, type PlanInput } from "@/planning";
import {
  contentOf,
  draftOf,
  nothing,
  rowsOf,
  withAssignee,
  withEstimate,
  withoutTask,
} from "./scenario-draft";

const startsOn = isoDate("2027-01-04");
const input: PlanInput = {
  template: "prompt-hosted-model",
  startsOn,
  asOf: startsOn,
  standards: { personDayCostMinor: 80_000, acceleratorHourCostMinor: 300 },
  decisions: [
    {
      id: "d",
      question: "Tune it?",
      state: "open",
      chosenOptionId: null,
      options: [
        { id: "no", title: "No", effects: [] },
        { id: "yes", title: "Yes", effects: [{ kind: "include-technique", technique: "fine-tuning" }] },
      ],
    },
  ],
  tasks: [],
};
const taskKey = "use-case-scoping/frame";
const records = [{ taskKey, version: 4, assigneeId: "ada" }];
const empty = draftOf({ name: "Tune", content: nothing }, startsOn);
const rowOf = (draft: typeof empty, key: string) => {
  const row = rowsOf(draft, input, records).find((one) => one.key === key);
  if (row === undefined) throw new Error(`There is no task ${key}.`);
  return row;
};

describe("a draft of a scenario", () => {
  test("is saved with the versions that the person saw, and without what is as today", () => {
    const row = rowOf(empty, taskKey);
    const estimate = { optimistic: "1", mostLikely: "2", pessimistic: "30" };
    const slower = withEstimate(withAssignee(empty, row, null), row, "duration", estimate);
    expect(contentOf({ ...slower, startsOn: "2027-02-01" }, input, records)).toEqual({
      start: { from: startsOn, to: "2027-02-01" },
      choices: [],
      tasks: [
        {
          taskKey,
          version: 4,
          assigneeId: null,
          durationWorkingDays: { optimistic: 1, mostLikely: 2, pessimistic: 30 },
        },
      ],
    });
    expect(rowOf(slower, taskKey)).toMatchObject({ isChanged: true, assigneeId: null, assigneeToday: "ada" });
    expect(withoutTask(slower, taskKey)).toEqual(empty);
    expect(withAssignee(withAssignee(empty, row, null), row, "ada")).toEqual(empty);
  });

  test("has the tasks of the options it takes, and forgets what it said of them without these", () => {
    const tuned = { ...empty, choices: { d: "yes" } };
    const added = rowsOf(tuned, input, records).find(({ today }) => today === null);
    if (added === undefined) throw new Error("Fine-tuning has tasks.");
    const estimate = { optimistic: "1", mostLikely: "1", pessimistic: "1" };
    const estimated = withEstimate(tuned, added, "effort", estimate);
    expect(contentOf(estimated, input, records)?.tasks).toMatchObject([{ taskKey: added.key, version: 0 }]);
    expect(contentOf({ ...estimated, choices: {} }, input, records)).toEqual(nothing);
  });

  test("is not saved while a day is half typed", () => {
    expect(contentOf({ ...empty, startsOn: "" }, input, records)).toBeNull();
  });
});
