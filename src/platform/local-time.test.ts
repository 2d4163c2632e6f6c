import { expect, test } from "vitest";
import { localDay, nextLocalHour } from "./local-time";

test.each([
  ["later today", "2026-03-03T05:10:00Z", 8, "Europe/Berlin", "2026-03-03T07:00:00Z"],
  ["tomorrow when the hour has come", "2026-03-03T07:00:00Z", 8, "Europe/Berlin", "2026-03-04T07:00:00Z"],
  ["in a zone of quarter hours", "2026-03-03T00:00:00Z", 8, "Asia/Kathmandu", "2026-03-03T02:15:00Z"],
  ["west of the date line", "2026-03-03T00:00:00Z", 23, "Pacific/Honolulu", "2026-03-03T09:00:00Z"],
  ["over the change to summer time", "2026-03-28T20:00:00Z", 8, "Europe/Berlin", "2026-03-29T06:00:00Z"],
  ["over the change back", "2026-10-24T20:00:00Z", 8, "Europe/Berlin", "2026-10-25T07:00:00Z"],
  [
    "an hour later in the night that leaves it out",
    "2026-03-28T20:00:00Z",
    2,
    "Europe/Berlin",
    "2026-03-29T01:00:00Z",
  ],
  [
    "in that night when it was two the night before",
    "2026-03-28T01:00:00Z",
    2,
    "Europe/Berlin",
    "2026-03-29T01:00:00Z",
  ],
  ["once in the night that has it twice", "2026-10-24T20:00:00Z", 2, "Europe/Berlin", "2026-10-25T00:00:00Z"],
  ["and not again in that night", "2026-10-25T00:00:00Z", 2, "Europe/Berlin", "2026-10-26T01:00:00Z"],
])("the next time of an hour is %s", (_, now, hour, timeZone, expected) => {
  expect(nextLocalHour(new Date(now), hour, timeZone).toISOString()).toBe(new Date(expected).toISOString());
});

test("only days that fit are taken, as they are in the time zone", () => {
  const now = new Date("2026-02-28T23:30:00Z");
  expect(localDay(now, "Europe/Berlin")).toBe("2026-03-01");
  const first = nextLocalHour(now, 8, "Europe/Berlin", (day) => day.endsWith("-01"));
  expect(first.toISOString()).toBe("2026-03-01T07:00:00.000Z");
  const second = nextLocalHour(first, 8, "Europe/Berlin", (day) => day.endsWith("-01"));
  expect(second.toISOString()).toBe("2026-04-01T06:00:00.000Z");
});
