import { expect, test } from "vitest";
import { forecastPlan, isoDate, makePlan } from "@/planning";
import { forecastCsv } from "./forecast-csv";

const day = isoDate("2027-01-04");
const forecast = forecastPlan(
  makePlan({
    template: "prompt-hosted-model",
    startsOn: day,
    asOf: day,
    standards: { personDayCostMinor: 50_000, acceleratorHourCostMinor: 200 },
    decisions: [],
    tasks: [],
  }),
  { seed: 7, runs: 100 },
);

test("the CSV has the forecast's own figures at their chances, money in major units", () => {
  const lines = forecastCsv(forecast, "EUR").split("\r\n");
  expect(lines[0]).toBe('figure,unit,"chance not to exceed, %",value');
  expect(lines).toHaveLength(1 + 201 + 3 * 101 + 1);
  expect(lines).toContain(`finish,date,80,${forecast.finish.p80}`);
  expect(lines).toContain(`effort,person-days,50,${forecast.effortPersonDays.p50}`);
  expect(lines).toContain(`cost,EUR,95,${(forecast.costMinor.p95 / 100).toFixed(2)}`);
});
