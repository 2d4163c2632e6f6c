import { describe, expect, it } from "vitest";
import { compileProblem } from "./compiled-problem";
import { lowerBound } from "./lower-bound";
import type { SchedulingProblem, SchedulingTask } from "./scheduling-problem";

describe("the lower bound", () => {
  it("lets projects that want the same resource wait for each other, the least work per weight first", () => {
    const tasks = [
      task({ project: 0, steps: 6 }),
      task({ project: 1, steps: 3 }),
      task({ project: 2, steps: 4 }),
    ];
    // 4 at weight 2 (ratio 2), then 3 (3), then 6 (6): 2 × 4 + 7 + 13.
    expect(boundOf({ tasks, projectWeights: [1, 1, 2] })).toBe(28);
  });

  it("adds the tail that every project still has after its share of the resource", () => {
    const withTail = (project: number, place: number) => [
      task({ project, steps: 3 }),
      task({ project, steps: 5, load: 0, after: [place] }),
    ];
    expect(boundOf({ tasks: [...withTail(0, 0), ...withTail(1, 2)], projectWeights: [1, 1] })).toBe(8 + 11);
  });

  it("counts the work that lies in the window after a late head", () => {
    const late = (steps: number) => task({ steps, release: 10 });
    const tasks = [task({ steps: 1 }), late(4), late(5)];
    expect(boundOf({ tasks, projectWeights: [1] })).toBe(19);
  });

  it("counts the work that lies in the window before a long tail", () => {
    const tasks = [
      task({ steps: 4 }),
      task({ steps: 5 }),
      task({ steps: 7, load: 0, after: [0, 1] }),
      task({ steps: 1 }),
    ];
    expect(boundOf({ tasks, projectWeights: [1] })).toBe(16);
  });

  it("holds nothing against projects whose work has no resource in common", () => {
    const tasks = [task({ project: 0, steps: 3 }), task({ project: 1, steps: 3, resource: 1 })];
    expect(boundOf({ tasks, projectWeights: [1, 1] })).toBe(6);
  });
});

function boundOf(problem: Pick<SchedulingProblem, "tasks" | "projectWeights">): number {
  const resource = { capacity: 1, absences: [] };
  return lowerBound(compileProblem({ ...problem, resources: [resource, resource] }));
}

/** One piece on one of two resources that can do one thing at a time. */
function task(of: {
  steps: number;
  project?: number;
  resource?: number;
  load?: number;
  release?: number;
  after?: number[];
}): SchedulingTask {
  const { steps, project = 0, resource = 0, load = 1, release = 0, after = [] } = of;
  return {
    project,
    predecessors: after,
    minimumSteps: steps,
    release,
    startsTogether: false,
    pieces: load > 0 ? [{ choices: [{ resource, steps, load }] }] : [],
    fixed: null,
  };
}
