import { describe, expect, test } from "vitest";
import { isoDate } from "@/planning";
import type { PortfolioProject } from "../queries";
import { groupedProjects, oldestDecisionDays, shownProjects } from "./project-rows";
import { readFilter } from "./read-filter";

const day = isoDate("2026-06-01");

function project(key: string, change: Partial<PortfolioProject> = {}): PortfolioProject {
  return {
    id: key,
    key,
    name: `Project ${key}`,
    isPrivate: false,
    ownerId: "mara",
    ownerName: "Mara Okafor",
    phase: "scoping",
    launchedAt: null,
    loopPass: 0,
    map: { stations: [] },
    decisions: [],
    openDecisions: [],
    health: { state: "on-track", reasons: [] },
    targetOn: null,
    budgetMinor: null,
    finish: { p10: day, p50: day, p80: day, p95: day },
    effortPersonDays: { p10: 1, p50: 2, p80: 3, p95: 4 },
    costMinor: { p10: 1, p50: 2, p80: 3, p95: 4 },
    effortByPhase: [],
    effortByTechnique: [],
    demand: [],
    remainingShare: 1,
    changedAt: new Date(0),
    ...change,
  };
}

const waiting = (ageDays: number) => ({ id: "", number: 1, question: "", ageDays, spreadWorkingDays: 0 });
const keys = (projects: readonly PortfolioProject[]) => projects.map(({ key }) => key).join("");

const projects = [
  project("A", { openDecisions: [waiting(3)], changedAt: new Date(3) }),
  project("B", { health: { state: "off-track", reasons: [] }, ownerId: "ada", ownerName: "Ada" }),
  project("C", { phase: "model-alignment", openDecisions: [waiting(2), waiting(20)] }),
  project("D", {
    launchedAt: new Date(1),
    health: { state: "launched", reasons: [] },
    changedAt: new Date(9),
  }),
];

describe("the rows of the portfolio", () => {
  test.each([
    ["", "ABCD"],
    ["text=ada", "B"],
    ["phase=scoping", "AB"],
    ["phase=launched", "D"],
    ["health=off-track", "B"],
    ["health=on-track&phase=scoping", "A"],
    ["health=of-course", "ABCD"],
    ["sort=health", "BACD"],
    ["sort=oldest", "CABD"],
    ["sort=changed", "DABC"],
  ])("the address ?%s shows %s", (search, shown) => {
    expect(keys(shownProjects(projects, readFilter(Object.fromEntries(new URLSearchParams(search)))))).toBe(
      shown,
    );
  });

  test.each([
    ["none", [[null, "ABCD"]]],
    [
      "phase",
      [
        ["Scoping", "AB"],
        ["Model alignment", "C"],
        ["Launched", "D"],
      ],
    ],
    [
      "health",
      [
        ["Off track", "B"],
        ["On track", "AC"],
        ["Launched", "D"],
      ],
    ],
    [
      "owner",
      [
        ["Ada", "B"],
        ["Mara Okafor", "ACD"],
      ],
    ],
  ] as const)("by %s each project stands in one group", (by, groups) => {
    expect(groupedProjects(projects, by).map((group) => [group.title, keys(group.projects)])).toEqual(groups);
  });

  test("the oldest open decision is told in days, and not without one", () => {
    expect(projects.map(oldestDecisionDays)).toEqual([3, null, 20, null]);
  });
});
