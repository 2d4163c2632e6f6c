import { expect, test } from "vitest";
import type { Rhythm } from "./letters.schema";
import { nextLetterAt } from "./rhythm-rules";

const at = { hour: 8, timeZone: "Europe/Berlin" } as const;
const daily: Rhythm = { frequency: "daily", ...at };
const mondays: Rhythm = { frequency: "weekly", weekday: 1, ...at };
const firsts: Rhythm = { frequency: "monthly", monthDay: 1, ...at };
const nightly: Rhythm = { frequency: "daily", hour: 2, timeZone: "Europe/Berlin" };

/** The due times that follow one another. */
function dueAfter(rhythm: Rhythm, from: string, count: number): string[] {
  let now = new Date(from);
  return Array.from({ length: count }, () => {
    now = nextLetterAt(rhythm, now);
    return now.toISOString().slice(0, 16);
  });
}

test.each([
  [
    "every day, through the change to summer time",
    daily,
    "2026-03-27T12:00Z",
    ["2026-03-28T07:00", "2026-03-29T06:00", "2026-03-30T06:00"],
  ],
  [
    "every day, through the change back",
    daily,
    "2026-10-23T12:00Z",
    ["2026-10-24T06:00", "2026-10-25T07:00", "2026-10-26T07:00"],
  ],
  [
    "once a day where an hour is left out",
    nightly,
    "2026-03-28T00:30Z",
    ["2026-03-28T01:00", "2026-03-29T01:00", "2026-03-30T00:00"],
  ],
  [
    "once a day where an hour comes twice",
    nightly,
    "2026-10-24T12:00Z",
    ["2026-10-25T00:00", "2026-10-26T01:00"],
  ],
  ["on its weekday", mondays, "2026-03-23T07:00Z", ["2026-03-30T06:00", "2026-04-06T06:00"]],
  ["on its day of the month", firsts, "2026-02-28T23:30Z", ["2026-03-01T07:00", "2026-04-01T06:00"]],
])("a letter is due %s", (_, rhythm, from, expected) => {
  expect(dueAfter(rhythm, from, expected.length)).toEqual(expected);
});

test("of times that were missed none is made up for", () => {
  expect(nextLetterAt(daily, new Date("2026-06-20T09:00Z")).toISOString()).toBe("2026-06-21T06:00:00.000Z");
});

test("the weekday is that of the time zone", () => {
  const honolulu: Rhythm = { frequency: "weekly", weekday: 1, hour: 20, timeZone: "Pacific/Honolulu" };
  // There it is Monday evening when it is Tuesday in UTC.
  expect(nextLetterAt(honolulu, new Date("2026-03-23T12:00Z")).toISOString()).toBe(
    "2026-03-24T06:00:00.000Z",
  );
});
