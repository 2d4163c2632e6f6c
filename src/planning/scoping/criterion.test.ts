import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparisons, isMeasurable, meetsTarget, parseTarget, tellTarget } from "./criterion";

test.each([
  ["at-least", [false, true, true]],
  ["at-most", [true, true, false]],
  ["more-than", [false, false, true]],
  ["less-than", [true, false, false]],
  ["exactly", [false, true, false]],
] as const)("%s: a value below, at and above the target meets it or not", (comparison, met) => {
  expect([97, 98, 99].map((value) => meetsTarget({ comparison, target: 98 }, value))).toEqual(met);
  expect(meetsTarget({ comparison, target: null }, 98)).toBeNull();
});

describe("a target in words", () => {
  test.each([
    ["at least 98 %", "at-least", 98, "%"],
    ["at most 1 letter", "at-most", 1, "letter"],
    ["≥ 0.85", "at-least", 0.85, ""],
    ["below 5 s", "less-than", 5, "s"],
    ["more than 3", "more-than", 3, ""],
    ["at least 4 of 5", "at-least", 4, "of 5"],
  ] as const)("%s is a figure", (words, comparison, target, unit) => {
    expect(parseTarget(words)).toEqual({ comparison, target, unit, note: "" });
  });

  test.each([
    "below the comparison model's",
    "not below today's 4.2",
    "4 of 5",
    "at most 1 letter in 100 or 2 in 300",
    "at least 1,000",
    "",
  ])("%s stays words", (words) => {
    expect(parseTarget(words)).toMatchObject({ target: null, note: words });
  });

  test("loses nothing that was said: what is told again is read as the same, and other words are kept", () => {
    const target = fc
      .double({ min: -1e6, max: 1e6, noNaN: true })
      .map((value) => Math.round(value * 100) / 100);
    fc.assert(
      fc.property(
        fc.constantFrom(...comparisons),
        target,
        fc.constantFrom("", "%", "s"),
        (comparison, figure, unit) => {
          const said = { comparison, target: figure + 0, unit, note: "" };
          expect(parseTarget(tellTarget(said))).toEqual(said);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (words) => {
        const { target: figure, note } = parseTarget(words);
        expect(figure === null ? note : "").toBe(figure === null ? words.trim() : "");
      }),
    );
  });

  test("is measurable with a figure and the data it is measured on", () => {
    const criterion = { ...parseTarget("at least 98 %"), metric: "Correct", dataSet: "400 chats" };
    expect(isMeasurable(criterion)).toBe(true);
    expect(isMeasurable({ ...criterion, dataSet: "" })).toBe(false);
    expect(isMeasurable({ ...criterion, target: null })).toBe(false);
  });
});
