import type { CompiledProblem } from "./compiled-problem";
import type { CriticalPath } from "./critical-path";
import { projectByProject, workPerWeight } from "./project-order";
import { reachableSuccessors } from "./reachable-successors";

/** By task a value; of the tasks that may be scheduled next, the one with the smallest comes first. */
type PriorityRule = (path: CriticalPath, problem: CompiledProblem) => Float64Array;

/**
 * Single-pass rules of the literature (Alvarez-Valdés & Tamarit 1989; Kolisch 1996). "Latest" is counted back from the
 * earliest possible finish of the task's own project. The last one weighs projects against each other; with one project it is
 * "latest-start" again.
 */
export const priorityRules = {
  "latest-finish": (path, problem) => byTask(problem, (task) => deadline(path, problem, task)),
  "latest-start": latestStart,
  "least-slack": (path, problem) =>
    byTask(
      problem,
      (task) => deadline(path, problem, task) - (path.steps[task] ?? 0) - (path.head[task] ?? 0),
    ),
  "most-successors": (path, problem) => {
    const { tasks } = reachableSuccessors(problem, path.steps);
    return byTask(problem, (task) => -(tasks[task] ?? 0));
  },
  "rank-positional-weight": (path, problem) => {
    const { steps } = reachableSuccessors(problem, path.steps);
    return byTask(problem, (task) => -(steps[task] ?? 0) - (path.steps[task] ?? 0));
  },
  "longest-first": (path, problem) => byTask(problem, (task) => -(path.steps[task] ?? 0)),
  "shortest-first": (path, problem) => byTask(problem, (task) => path.steps[task] ?? 0),
  "least-work-per-weight": (path, problem) =>
    projectByProject(problem, workPerWeight(problem), latestStart(path, problem)),
} as const satisfies Record<string, PriorityRule>;

export type PriorityRuleName = keyof typeof priorityRules;

/** The rules that differ from each other for this problem. */
export function rulesFor({ projectWeight }: CompiledProblem): PriorityRuleName[] {
  return Object.keys(priorityRules)
    .filter(isRuleName)
    .filter((name) => name !== "least-work-per-weight" || projectWeight.length > 1);
}

function isRuleName(name: string): name is PriorityRuleName {
  return name in priorityRules;
}

function byTask({ taskCount }: CompiledProblem, value: (task: number) => number): Float64Array {
  return Float64Array.from({ length: taskCount }, (_, task) => value(task));
}

function latestStart(path: CriticalPath, problem: CompiledProblem): Float64Array {
  return byTask(problem, (task) => deadline(path, problem, task) - (path.steps[task] ?? 0));
}

function deadline(path: CriticalPath, { project }: CompiledProblem, task: number): number {
  return (path.projectFinish[project[task] ?? 0] ?? 0) - (path.tail[task] ?? 0);
}
