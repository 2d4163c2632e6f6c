import { expect, test } from "vitest";
import { isoDate } from "@/planning";
import { toPicture } from "./picture-rules";
import { columns, sumOf } from "./table-rules";

const row = {
  group: null,
  key: "LET",
  name: 'Letters <b>&"bold"</b> \u0000',
  ownerName: "Ada",
  teamName: "Health",
  phase: "scoping",
  health: "At risk",
  reasons: [],
  finishP50: isoDate("2027-01-04"),
  finishP80: isoDate("2027-02-01"),
  finishP95: isoDate("2027-03-01"),
  targetOn: null,
  openDecisions: 2,
  oldestDecisionDays: null,
  effortPersonDays: 12.5,
  costMinor: 1_234_500,
  budgetMinor: null,
} as const;

const table = { name: "At risk", asOf: "2026-11-27", currency: "EUR", rows: [row, { ...row, key: "SRC" }] };

test("a picture holds what people wrote as words, and grows with its rows", () => {
  const { svg, height } = toPicture(table);
  expect(svg).toContain('Letters &lt;b&gt;&amp;"bold"&lt;/b&gt;');
  expect(svg).not.toContain("\u0000");
  expect(toPicture({ ...table, rows: [] }).height).toBeLessThan(height);
});

test("sums are of what can be added", () => {
  const sums = columns.map((column) => sumOf(column, table.rows));
  expect(sums.filter((sum) => sum !== null)).toEqual([4, 25, 2_469_000, 0]);
});
