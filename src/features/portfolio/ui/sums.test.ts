import { describe, expect, test } from "vitest";
import { effortOfPhase, remainingDemand, remainingDemandRows } from "./sums";

const project = (key: string, effort: number, remainingShare: number) => ({
  key,
  name: key,
  effortByPhase: [{ phase: "scoping" as const, effortPersonDays: effort }],
  effortByTechnique: [
    { technique: "use-case-scoping" as const, phase: "scoping" as const, effortPersonDays: effort },
  ],
  demand: [{ discipline: "product" as const, level: 2 as const, effortPersonDays: effort }],
  remainingShare,
});

describe("sums over projects", () => {
  const projects = [project("A", 10, 0.5), project("B", 30, 0), project("C", 0, 1)];

  test("a figure is the sum of the projects it opens, the largest first, without those that add nothing", () => {
    const sum = effortOfPhase(projects, "scoping");
    expect(sum.total).toBe(40);
    expect(sum.parts.map((part) => part.key)).toEqual(["B", "A"]);
  });

  test("demand counts only what lies ahead", () => {
    expect(remainingDemand(projects, "product", 2).total).toBe(5);
    expect(remainingDemandRows(projects).reduce((total, row) => total + row.effortPersonDays, 0)).toBe(5);
  });
});
