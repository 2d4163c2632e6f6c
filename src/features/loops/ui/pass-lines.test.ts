import { expect, test } from "vitest";
import { isoDate, parseTarget } from "@/planning";
import { criteriaOf } from "../criteria-rules";
import type { PassesView } from "../queries";
import { passLines } from "./pass-lines";

type Pass = PassesView["passes"][number];

function aPass(number: number, results: readonly (readonly [string, number, string])[]): Pass {
  return {
    number,
    version: 1,
    begunOn: null,
    tried: "",
    techniques: [],
    startedOn: null,
    finishedOn: null,
    costMinor: null,
    personDays: null,
    decision: null,
    next: null,
    results: results.map(([metric, value, unit], place) => ({
      id: `${number}-${place}`,
      metric,
      value,
      unit,
      dataSet: "",
      measuredOn: isoDate("2026-03-02"),
      measuredBy: "Ada",
      met: null,
    })),
  };
}

test("a line per criterion, measured or not, then one per other metric; the last of a pass counts", () => {
  const criteria = criteriaOf(
    (
      [
        ["Supported", "at least 98 %"],
        ["Resolved", "at least 40 %"],
      ] as const
    ).map(([metric, target]) => ({ metric, dataSet: "", ...parseTarget(target) })),
  );
  const passes = [
    aPass(1, [
      ["supported", 95, "%"],
      ["Supported", 96, "%"],
    ]),
    aPass(2, [
      ["Supported", 98.25, "%"],
      ["Tokens", 1_900, ""],
    ]),
  ];
  const lines = passLines({ criteria, passes });
  expect(lines.map(({ name, asked, target }) => [name, asked, target])).toEqual([
    ["Supported", "at least 98 %", 98],
    ["Resolved", "at least 40 %", 40],
    ["Tokens", "", null],
  ]);
  expect(lines[0]?.points).toEqual([
    { step: 1, value: 96, text: "96 %", met: false },
    { step: 2, value: 98.25, text: "98.25 %", met: true },
  ]);
  expect(lines[1]?.points).toEqual([]);
  expect(lines[2]?.points).toEqual([{ step: 2, value: 1_900, text: "1,900", met: null }]);
});
