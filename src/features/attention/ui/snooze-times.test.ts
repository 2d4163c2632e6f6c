import { describe, expect, test } from "vitest";
import { morningOf, snoozeTimes } from "./snooze-times";

// The tests run in Kathmandu, which is 5 h 45 min ahead of UTC.
const told = (now: string) =>
  snoozeTimes(new Date(now)).map(({ label, until }) => [label, until.toISOString()]);

describe("snoozing", () => {
  test("goes by the person's own clock", () => {
    // Thursday, 14:10.
    expect(told("2026-11-26T08:25:00Z")).toEqual([
      ["Later today", "2026-11-26T11:15:00.000Z"],
      ["Tomorrow", "2026-11-27T03:15:00.000Z"],
      ["Next week", "2026-11-30T03:15:00.000Z"],
    ]);
  });

  test("offers no later today when the day is nearly over, and the next Monday on a Monday", () => {
    // Monday, 22:00.
    expect(told("2026-11-30T16:15:00Z")).toEqual([
      ["Tomorrow", "2026-12-01T03:15:00.000Z"],
      ["Next week", "2026-12-07T03:15:00.000Z"],
    ]);
  });

  test("until a day is until its morning", () => {
    expect(morningOf("2026-12-24").toISOString()).toBe("2026-12-24T03:15:00.000Z");
  });
});
