import { describe, expect, test } from "vitest";
import { isoDate } from "@/planning";
import { readFilter } from "./filter-address";
import { groupedProjects, type Listed, shownProjects } from "./project-rows";

const day = isoDate("2026-06-01");

function project(key: string, change: Partial<Listed> = {}): Listed {
  return {
    id: key,
    key,
    name: `Project ${key}`,
    isPrivate: false,
    ownerId: "mara",
    ownerName: "Mara Okafor",
    teamId: null,
    teamName: null,
    phase: "scoping",
    launchedAt: null,
    openDecisions: 0,
    oldestDecisionDays: null,
    health: { state: "on-track", reasons: [] },
    targetOn: null,
    budgetMinor: null,
    finish: { p10: day, p50: day, p80: day, p95: day },
    effortPersonDays: { p50: 2 },
    costMinor: { p50: 2, p80: 3 },
    effort: { actual: 0, remaining: 200 },
    part: { actual: 0, remaining: 200 },
    changedAt: new Date(0),
    ...change,
  };
}

const keys = (projects: readonly Listed[]) => projects.map(({ key }) => key).join("");

const projects = [
  project("A", { openDecisions: 1, oldestDecisionDays: 3, changedAt: new Date(3) }),
  project("B", { health: { state: "off-track", reasons: [] }, ownerId: "ada", ownerName: "Ada" }),
  project("C", {
    teamId: "health",
    teamName: "Health",
    phase: "model-alignment",
    openDecisions: 2,
    oldestDecisionDays: 20,
    part: { actual: 100, remaining: 150 },
  }),
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
    ["show=phase:scoping", "CABD"],
    ["show=phase:scoping&sort=name", "ABCD"],
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
    [
      "team",
      [
        ["Health", "C"],
        ["No team", "ABD"],
      ],
    ],
  ] as const)("by %s each project stands in one group", (by, groups) => {
    expect(groupedProjects(projects, by).map((group) => [group.title, keys(group.projects)])).toEqual(groups);
  });
});
