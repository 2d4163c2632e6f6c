import { describe, expect, test } from "vitest";
import { type Forecast, forecastPlan, isoDate, makePlan } from "@/planning";
import { dayOnAxis, limitOnAxis, measureIds, measuresIn } from "./distributions";

const day = isoDate("2027-01-04");
const forecastOf = (change: object = {}) =>
  forecastPlan(
    makePlan({
      template: "fine-tune-open-model",
      startsOn: day,
      asOf: day,
      standards: { personDayCostMinor: 50_000, acceleratorHourCostMinor: 200 },
      decisions: [],
      tasks: [],
      ...change,
    }),
    { seed: 7, runs: 500 },
  );
const forecast = forecastOf();
const measures = measuresIn("EUR");

describe("a forecast's distributions", () => {
  test.each(measureIds)("of %s hold all runs, side by side, up to certainty", (id) => {
    const bins = measures[id].bins(forecast);
    expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(bins.at(-1)?.cumulative).toBeCloseTo(1, 9);
    bins.slice(1).forEach((bin, place) => {
      expect(bin.from).toBeCloseTo(bins[place]?.to ?? Number.NaN, 6);
    });
  });

  test.each(measureIds)("of %s have their quantiles where their chance is", (id) => {
    const bins = measures[id].bins(forecast);
    const { p50, p80 } = measures[id].quantiles(forecast);
    const binOf = (value: number) => bins.find(({ from, to }) => value > from - 1e-6 && value <= to + 1e-6);
    expect(binOf(p50)?.cumulative).toBeGreaterThanOrEqual(0.5);
    expect((binOf(p80)?.cumulative ?? 0) - (binOf(p80)?.share ?? 0)).toBeLessThan(0.8 + 1e-9);
  });

  test("of dates say the last day that a bin holds, also across holidays", () => {
    const holidays = ["2027-01-06", "2027-03-26", "2027-03-29"].map((on) => isoDate(on));
    for (const of of [forecast, forecastOf({ holidays })]) {
      const [first] = measures.finish.bins(of);
      const chance = (forecasted: Forecast, until: string) =>
        forecasted.finishTable.filter((finish) => finish <= until).length;
      expect(first?.name).toMatch(/^by \d+ \w+ 2027$/);
      const last = new Date(`${first?.name.slice(3)} UTC`).toISOString().slice(0, 10);
      expect(chance(of, last)).toBeGreaterThan(0);
      expect(last < (of.histogram[1]?.from ?? "")).toBe(true);
    }
  });
});

test("a limit on a weekend is kept by what is finished on the Friday before", () => {
  const friday = dayOnAxis(isoDate("2027-01-08"));
  expect(limitOnAxis(isoDate("2027-01-08"))).toBe(friday);
  expect(limitOnAxis(isoDate("2027-01-10"))).toBe(friday);
  expect(limitOnAxis(isoDate("2027-01-11"))).toBe(friday + 1);
});
