import { describe, expect, test } from "vitest";
import type { PlanPart } from "@/planning";
import { causesOf, type DecisionName, type PlanEvent } from "./cause-rules";

let seq = 0;
function entry(type: string, subjectId: string, data: object = {}): PlanEvent {
  seq += 1;
  return { seq, type, at: new Date(seq), by: "Ada", subjectId, data };
}

const decisions: DecisionName[] = [
  { id: "old", number: 1, question: "Which?", supersedesId: null },
  { id: "new", number: 2, question: "Which now?", supersedesId: "old" },
];
const decision = (decisionId: string): PlanPart => ({ kind: "decision", decisionId });
const task = (taskKey: string): PlanPart => ({ kind: "task", taskKey });

describe("what the log says moved a plan", () => {
  test("is for a decision its last entry, with how many there were", () => {
    const events = [entry("decision.decided", "old", { after: { option: "A" } }), entry("task.edited", "p")];
    const again = [
      entry("decision.reopened", "old"),
      entry("decision.decided", "old", { after: { option: "B" } }),
    ];
    const { known, unknown } = causesOf([decision("old")], [...events, ...again], decisions);
    expect(known).toMatchObject([
      { kind: "decision", entries: 3, decision: { number: 1, option: "B" }, entry: { by: "Ada" } },
    ]);
    expect(unknown).toEqual([]);
  });

  test("is one cause for both decisions when one superseded the other", () => {
    const events = [entry("decision.superseded", "old")];
    const { known } = causesOf([decision("old"), decision("new")], events, decisions);
    expect(known).toHaveLength(1);
    expect(known[0]?.parts).toHaveLength(2);
  });

  test("comes in the order of the log, whatever the order of the parts", () => {
    const events = [
      entry("task.edited", "p", { taskKey: "a/a", name: "A" }),
      entry("standard.changed", "w"),
      entry("project.edited", "p"),
    ];
    const parts: PlanPart[] = [{ kind: "start" }, { kind: "standards" }, task("a/a")];
    const { known } = causesOf(parts, events, decisions);
    expect(known.map(({ kind }) => kind)).toEqual(["task", "standards", "start"]);
    expect(known[0]?.task).toEqual({ key: "a/a", name: "A" });
  });

  test("joins a task that was added with what it waits for, and finds the workspace's own in its standards", () => {
    const ours: PlanPart = { kind: "own-task", taskKey: "a/ours" };
    const added = entry("task.added", "p", { taskKey: "a/ours", name: "Ours" });
    const { known } = causesOf([{ kind: "links" }, ours], [added], decisions);
    expect(known).toMatchObject([{ kind: "task", task: { name: "Ours" } }]);
    expect(known[0]?.parts).toHaveLength(2);
    const changed = entry("standard.changed", "w");
    expect(causesOf([ours], [changed], decisions).known).toMatchObject([{ kind: "standards", task: null }]);
  });

  test("tells many tasks as one", () => {
    const keys = Array.from({ length: 9 }, (_, place) => `t/${place}`);
    const events = keys.map((taskKey) => entry("task.edited", "p", { taskKey }));
    expect(causesOf(keys.slice(1).map(task), events, decisions).known).toHaveLength(8);
    const { known } = causesOf(keys.map(task), events, decisions);
    expect(known).toMatchObject([{ kind: "tasks", entries: 9, task: null }]);
    expect(known[0]?.parts).toHaveLength(9);
  });

  test("is unknown where no entry is about it", () => {
    const parts: PlanPart[] = [task("a/b"), { kind: "as-of" }, { kind: "other" }, decision("old")];
    expect(causesOf(parts, [], decisions)).toEqual({ known: [], unknown: parts });
  });
});
