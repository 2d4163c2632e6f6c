import { describe, expect, test } from "vitest";
import { isoDate } from "@/planning";
import type { ScenarioFigures } from "../compare.queries";
import { asToday, type Column, measuresOf } from "./differences";

const all = (value: number) => ({ p10: value, p50: value, p80: value, p95: value });
const day = isoDate("2027-03-01");
const finish = { p10: day, p50: day, p80: day, p95: day };
const today: ScenarioFigures = {
  finish,
  effortPersonDays: all(100),
  costMinor: all(5_000_000),
  machineHours: all(10),
  monthlyCostMinor: all(0),
  chanceByTarget: 0.4,
  chanceWithinBudget: null,
};
const column: Column = {
  id: "s",
  name: "Prompt first",
  isStale: false,
  figures: { ...today, effortPersonDays: all(88), costMinor: all(5_210_000), chanceByTarget: 0.41 },
  move: {
    finishP50WorkingDays: -12,
    finishP80WorkingDays: 3,
    effortP50PersonDays: -12,
    costP50Minor: 210_000,
  },
};

function told(targetOn: typeof day | null) {
  const measures = measuresOf({ today, targetOn, budgetMinor: null }, "EUR");
  return Object.fromEntries(measures.map(({ name, difference }) => [name, difference(column)]));
}

describe("how a scenario differs from today's plan", () => {
  test("is told in words, not by a sign or a colour alone", () => {
    expect(told(day)).toMatchObject({
      "Finish, P50": "12 working days earlier",
      "Finish, P80": "3 working days later",
      "Effort, P50, person-days": "12 less",
      "Cost, P50": "€2.1k more",
      "Chance to finish by 1 Mar 2027": "1 point higher",
      "Machine time, P50, accelerator-hours": asToday,
    });
  });

  test("says nothing of chances where there is no limit to keep", () => {
    expect(Object.keys(told(null)).filter((name) => name.startsWith("Chance"))).toEqual([]);
  });
});
