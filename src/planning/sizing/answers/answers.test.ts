import { describe, expect, test } from "vitest";
import { PlanningError } from "../../planning-error";
import { humanFeedback } from "../human-feedback";
import { answerSizing, figuresDiffer, type RecordedSizing } from "../recorded-sizing";
import { servingFleet } from "../serving-fleet";
import { trainingCost } from "../training-cost";
import { tell } from "./answer";
import { sizingCurve } from "./curve";
import { tellFigure, tellSizing } from "./tell-sizing";

const requests = { promptTokens: 1000, outputTokens: 200, requestsPerDay: 100_000 };
const hosting = { model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb", ...requests } as const;
const tuning = {
  calculation: "fine-tuning",
  model: "llama-3-8b",
  method: "lora",
  tokens: 10e6,
  epochs: 3,
  sequenceTokens: 2048,
  microBatch: 1,
  loraRank: 16,
  accelerator: "a100-80gb",
} as const;
const labelling = {
  calculation: "labelling",
  method: "reward-model",
  demonstrationPrompts: 13_000,
  rankedPrompts: 33_000,
  answersPerPrompt: 4,
  reviewedShare: 0.1,
  minutesPerDemonstration: 12,
  minutesPerAnswerRanked: 2.5,
  ratePerHour: 30,
  rateCurrency: "EUR",
} as const;
const every: readonly RecordedSizing[] = [
  {
    calculation: "training-cost",
    parameters: 7e9,
    tokens: 140e9,
    accelerator: "a100-80gb",
    accelerators: 64,
  },
  tuning,
  { calculation: "serving-fleet", ...hosting },
  { calculation: "serving-memory", model: "llama-3-8b", precision: "bf16", contextTokens: 8192, batch: 1 },
  { calculation: "hosted-price", model: "gpt-4o-mini", ...requests },
  labelling,
  { calculation: "host-or-call", ...hosting, calledModel: "gpt-4o-mini", operationsUsdPerDay: 100 },
];

const figureOf = (sizing: RecordedSizing, name: string) => {
  const figure = answerSizing(sizing).figures.find((one) => one.name === name);
  if (figure === undefined) throw new Error(`No figure ${name}`);
  return figure;
};

describe("every calculation", () => {
  test.each(every)(
    "$calculation tells figures with units, formulas with numbers, sources and an error",
    (sizing) => {
      const answer = answerSizing(sizing);
      for (const { value, unit, low = value, high = value } of answer.figures) {
        expect(unit).not.toBe("");
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
      const names = answer.figures.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(answer.range === null).toBe(answer.figures.every(({ low }) => low === undefined));
      for (const { formula, numbers, result } of answer.steps) {
        expect([formula, numbers, result].every((text) => text !== "")).toBe(true);
        expect(numbers).not.toMatch(/NaN|undefined|Infinity/);
      }
      expect(answer.sources.length + answer.entries.length).toBeGreaterThan(0);
      expect(answer.validation).not.toBe("");
      expect(tellSizing(sizing)).not.toMatch(/undefined|NaN/);
      expect(figuresDiffer(answer.figures, answerSizing(sizing).figures)).toBe(false);
    },
  );
});

describe("figures are the core's own", () => {
  test("training, in the currency of the rent", () => {
    const run = { parameters: 7e9, tokens: 140e9, accelerator: "a100-80gb" } as const;
    const { usd } = trainingCost({ ...run, usdPerAcceleratorHour: 2 });
    const rent = figureOf(
      { calculation: "training-cost", ...run, rentPerHour: 2, rentCurrency: "EUR" },
      "Rent",
    );
    expect(rent).toEqual({ name: "Rent", value: usd.p50, low: usd.p10, high: usd.p90, unit: "EUR" });
  });

  test("serving, from twice the throughput to half of it", () => {
    const busy = { ...hosting, requestsPerDay: 2_000_000 };
    const fleet = servingFleet(busy);
    const { value, low, high } = figureOf({ calculation: "serving-fleet", ...busy }, "Accelerators");
    expect(value).toBe(fleet.accelerators);
    const needed = busy.requestsPerDay / fleet.requestsPerDayPerCopy;
    expect([low, high]).toEqual([Math.ceil(needed / 2), Math.ceil(needed * 2)]);
  });

  test("labelling, and adapters at two thirds of the compute", () => {
    const { annotatorHours } = humanFeedback({ method: "reward-model" });
    expect(figureOf(labelling, "Work").value).toBeCloseTo(annotatorHours.p50, 6);
    const hours = (method: "full" | "lora") => figureOf({ ...tuning, method }, "Machine time").value;
    expect(hours("lora") / hours("full")).toBeCloseTo(2 / 3, 9);
  });

  test("host or call breaks even where both cost the same", () => {
    const at = (requestsPerDay: number) =>
      ({
        calculation: "host-or-call",
        ...hosting,
        requestsPerDay,
        calledModel: "gpt-4o",
        operationsUsdPerDay: 100,
      }) as const;
    const even = figureOf(at(1000), "Even from").value;
    const { figures } = answerSizing(at(even));
    expect(figures[0]?.value).toBeCloseTo(figures[1]?.value ?? 0, 6);
  });
});

test("what the catalogue does not have is named at its input", () => {
  expect(() => answerSizing({ ...tuning, model: "never-was" })).toThrow(PlanningError);
  expect(() => answerSizing({ ...tuning, accelerator: "never-was" })).toThrow(/accelerator/);
});

test("numbers are told in four digits, powers above a thousand million", () => {
  expect([0, 2345.678, 0.00012, 5.88e21, 123_456].map(tell)).toEqual([
    "0",
    "2,346",
    "1.2 × 10⁻⁴",
    "5.88 × 10²¹",
    "123,456",
  ]);
  expect(tellFigure({ name: "Wait", value: 0.10543, low: 0.052715, high: 0.21086, unit: "s" })).toBe(
    "0.105\u00a0s (0.0527 to 0.211)",
  );
  expect(tellFigure({ name: "Rent", value: 2, low: 1, high: 4, unit: "USD" })).toBe("2\u00a0USD (1 to 4)");
});

describe("the cost's curve", () => {
  test("goes through the answer, and rises with volume", () => {
    const sizing = {
      calculation: "host-or-call",
      ...hosting,
      calledModel: "gpt-4o",
      operationsUsdPerDay: 100,
    } as const;
    const curve = sizingCurve(sizing);
    const [host, call] = curve?.lines ?? [];
    const middle = Math.floor((host?.points.length ?? 0) / 2);
    const { figures } = answerSizing(sizing);
    expect(host?.points[middle]?.value).toBeCloseTo(figures[0]?.value ?? 0, 6);
    expect(call?.points[middle]?.value).toBeCloseTo(figures[1]?.value ?? 0, 6);
    const costs = (call?.points ?? []).map(({ value }) => value);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  test("of training falls with utilisation as the core has it", () => {
    const run = { parameters: 7e9, tokens: 140e9, accelerator: "a100-80gb" } as const;
    const point = sizingCurve({ calculation: "training-cost", ...run })?.lines[0]?.points.find(
      ({ x }) => x === 40,
    );
    expect(point?.value).toBeCloseTo(trainingCost({ ...run, utilization: 0.4 }).usd.p50, 6);
    expect(sizingCurve(labelling)).toBeNull();
  });
});
