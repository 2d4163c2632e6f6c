import { describe, expect, it } from "vitest";
import { densitiesOf, domainOf, linesOf, outlineOf, stairsOf } from "./distribution-shape";

const bins = [
  { from: 0, to: 2, share: 0.5, cumulative: 0.5, name: "up to 2" },
  { from: 2, to: 4, share: 0.5, cumulative: 1, name: "up to 4" },
];
const wide = [{ from: -2, to: 6, share: 1, cumulative: 1, name: "up to 6" }];

describe("the axis", () => {
  it("goes as far as all series go", () => {
    expect(domainOf([bins])).toEqual([0, 4]);
    expect(domainOf([bins, wide])).toEqual([-2, 6]);
    expect(domainOf([[]])).toEqual([0, 1]);
  });
});

describe("bars", () => {
  it("of different widths compare by what they hold per unit", () => {
    expect(densitiesOf(bins)).toEqual([0.25, 0.25]);
    expect(densitiesOf(wide)).toEqual([0.125]);
  });

  it("have an outline that begins and ends on the ground", () => {
    expect(outlineOf(bins, (value) => value / 4, 0.25)).toBe("0,100 0,0 50,0 50,0 100,0 100,100");
    expect(outlineOf([], (value) => value, 1)).toBe("");
  });
});

it("the chance rises from nothing to certainty and stays there", () => {
  expect(stairsOf(bins, (value) => value / 8)).toBe("0,100 25,50 50,0 100,0");
});

it("labels that would cover each other stand on lines of their own", () => {
  const marks = [
    { name: "P50", at: 0.5 },
    { name: "P10", at: 0.1 },
    { name: "P80", at: 0.52 },
    { name: "deadline", at: 0.53 },
  ];
  const lines = linesOf(marks);
  expect(lines[1]).toBe(0);
  expect(new Set([lines[0], lines[2], lines[3]]).size).toBe(3);
});
