import { expect, test } from "vitest";
import { chanceBetween } from "./chance-rules";

const cost = { p10: 100, p50: 200, p80: 300, p95: 400 };

test.each([
  [0, 0, 0.1],
  [99, 0, 0.1],
  [100, 0.1, 0.5],
  [200, 0.5, 0.8],
  [299, 0.5, 0.8],
  [300, 0.8, 0.95],
  [400, 0.95, 1],
  [1_000, 0.95, 1],
])("a limit of %d holds with a chance from %d to %d", (limit, from, to) => {
  expect(chanceBetween(cost, limit)).toEqual({ from, to });
});

test("where every run costs the same the limit holds or does not", () => {
  const certain = { p10: 100, p50: 100, p80: 100, p95: 100 };
  expect(chanceBetween(certain, 100).from).toBe(0.95);
  expect(chanceBetween(certain, 99).to).toBe(0.1);
});
