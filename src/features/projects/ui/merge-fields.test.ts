import { expect, test } from "vitest";
import { mergeFields, takeTheirs } from "./merge-fields";

const base = { goals: "Shorter waits", tasks: "", deadline: "" };
const mine = { goals: "Shorter waits, happier agents", tasks: "Answering", deadline: "" };
const theirs = { goals: "Shorter waits by half", tasks: "", deadline: "2027-06-30" };
const fields = ["goals", "tasks", "deadline"] as const;

test("asks about what differs, and suggests the side that changed", () => {
  expect(mergeFields(fields, { base, mine, theirs })).toEqual([
    { field: "goals", mine: mine.goals, theirs: theirs.goals, suggested: "mine" },
    { field: "tasks", mine: "Answering", theirs: "", suggested: "mine" },
    { field: "deadline", mine: "", theirs: "2027-06-30", suggested: "theirs" },
  ]);
});

test("asks nothing where both say the same", () => {
  expect(mergeFields(fields, { base, mine, theirs: mine })).toEqual([]);
});

test("takes the named fields of theirs and keeps the rest of mine", () => {
  expect(takeTheirs(mine, theirs, new Set(["deadline"]))).toEqual({ ...mine, deadline: "2027-06-30" });
  expect(takeTheirs(mine, theirs, new Set())).toEqual(mine);
});
