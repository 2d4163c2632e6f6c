import { describe, expect, test } from "vitest";
import { isoDate, type TaskStatus } from "@/planning";
import { type TaskContradiction, taskContradiction } from "./task-rules";

const today = isoDate("2026-11-23");

const cases: [TaskStatus, string | null, string | null, TaskContradiction | null][] = [
  ["planned", null, null, null],
  ["started", "2026-11-02", null, null],
  ["done", "2026-11-02", "2026-11-02", null],
  ["dropped", null, null, null],
  ["dropped", "2026-11-02", null, null],
  ["started", "2026-11-24", null, null],
  ["started", null, null, "start-needed"],
  ["done", null, "2026-11-03", "start-needed"],
  ["done", "2026-11-02", null, "finish-needed"],
  ["planned", "2026-11-02", null, "not-started"],
  ["started", "2026-11-02", "2026-11-03", "not-done"],
  ["planned", null, "2026-11-03", "not-done"],
  ["done", "2026-11-03", "2026-11-02", "finish-before-start"],
  ["started", "2026-11-25", null, "start-in-future"],
  ["done", "2026-11-20", "2026-11-25", "finish-in-future"],
];

describe("taskContradiction", () => {
  test.each(cases)("%s, started %s, finished %s: %s", (status, startedOn, finishedOn, expected) => {
    expect(taskContradiction({ status, startedOn, finishedOn }, today)).toBe(expected);
  });
});
