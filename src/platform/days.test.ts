import { describe, expect, test } from "vitest";
import { nextDayBegins } from "./days";

describe("the next day", () => {
  test.each([
    ["2026-11-26T15:00:00.000Z", "2026-11-27T00:00:00.000Z"],
    ["2026-11-26T23:59:59.999Z", "2026-11-27T00:00:00.000Z"],
    ["2026-12-31T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
  ])("after %s begins at %s, in UTC wherever the server stands", (now, begins) => {
    expect(nextDayBegins(new Date(now)).toISOString()).toBe(begins);
  });
});
