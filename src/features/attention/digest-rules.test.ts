import { expect, test } from "vitest";
import { nextLocalHour } from "./digest-rules";

test.each([
  ["later today", "2026-03-03T05:10:00Z", 8, "Europe/Berlin", "2026-03-03T07:00:00Z"],
  ["tomorrow when the hour has come", "2026-03-03T07:00:00Z", 8, "Europe/Berlin", "2026-03-04T07:00:00Z"],
  ["in a zone of quarter hours", "2026-03-03T00:00:00Z", 8, "Asia/Kathmandu", "2026-03-03T02:15:00Z"],
  ["over the change to summer time", "2026-03-28T20:00:00Z", 8, "Europe/Berlin", "2026-03-29T06:00:00Z"],
  [
    "an hour later in the night that leaves it out",
    "2026-03-28T20:00:00Z",
    2,
    "Europe/Berlin",
    "2026-03-29T01:00:00Z",
  ],
  ["once in the night that has it twice", "2026-10-24T20:00:00Z", 2, "Europe/Berlin", "2026-10-25T00:00:00Z"],
])("the digest goes out %s", (_, now, hour, timeZone, expected) => {
  expect(nextLocalHour(new Date(now), hour, timeZone).toISOString()).toBe(new Date(expected).toISOString());
});
