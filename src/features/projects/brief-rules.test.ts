import { expect, test } from "vitest";
import { readBrief } from "./brief-rules";
import { emptyBrief } from "./schema";

const old = {
  useCase: "Agents answer with it.",
  goals: "Shorter waits",
  objectives: ["Half the time"],
  taskBreadth: "one",
  tasks: "Answering",
  qualityBar: "A reviewer agrees.",
  requestsPerDay: 380,
  latencySeconds: 8,
  dataAtHand: "61,000 stays",
  languages: ["German"],
  constraints: "Data must not leave the building.",
  budgetMinor: 26_000_000,
  deadline: "2027-06-30",
  successCriteria: [
    { metric: "Supported", target: "at least 99 %", dataSet: "200 stays" },
    { metric: "Mark", target: "not below today's 4.2", dataSet: "" },
  ],
};

test("a brief of before keeps everything it says", () => {
  const read = readBrief(old);
  expect(read).toEqual({
    ...emptyBrief,
    ...old,
    successCriteria: [
      { metric: "Supported", comparison: "at-least", target: 99, unit: "%", dataSet: "200 stays", note: "" },
      {
        metric: "Mark",
        comparison: "at-least",
        target: null,
        unit: "",
        dataSet: "",
        note: "not below today's 4.2",
      },
    ],
  });
  expect(readBrief(read)).toEqual(read);
});

test("what is no brief is refused", () => {
  expect(() => readBrief(null)).toThrow();
  expect(() => readBrief({ ...old, latencySeconds: "soon" })).toThrow();
});
