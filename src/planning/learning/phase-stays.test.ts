import { expect, it } from "vitest";
import { phaseStays } from "./phase-stays";

const passage = (fromPhase: string, toPhase: string, day: string) => ({
  fromPhase,
  toPhase,
  at: new Date(`${day}T12:00:00Z`),
});
const start = new Date("2026-01-01T12:00:00Z");

it("a project's stays are what it has left: a return begins another, a further pass does not", () => {
  expect(
    phaseStays(start, [
      passage("model-alignment", "model-alignment", "2026-02-10"),
      passage("scoping", "model-alignment", "2026-01-21"),
      passage("model-alignment", "scoping", "2026-03-02"),
      passage("scoping", "model-selection", "2026-03-05"),
    ]),
  ).toEqual([
    { phase: "scoping", calendarDays: 20 },
    { phase: "model-alignment", calendarDays: 40 },
    { phase: "scoping", calendarDays: 3 },
  ]);
});

it("who started later than they moved, by the calendar, stayed no time", () => {
  expect(phaseStays(start, [passage("scoping", "model-selection", "2025-12-24")])).toEqual([
    { phase: "scoping", calendarDays: 0 },
  ]);
  expect(phaseStays(start, [])).toEqual([]);
});
