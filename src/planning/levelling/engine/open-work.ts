import type { CompiledProblem } from "./compiled-problem";

/** Work that is not fixed and that somebody can do: what the bounds count. Fixed tasks may overload their people. */
export interface OpenWork {
  /** The resources that can do a piece; pieces with the same ones share a group. */
  readonly groups: readonly (readonly number[])[];
  readonly byProject: readonly (readonly OpenPiece[])[];
}

export interface OpenPiece {
  readonly task: number;
  readonly group: number;
  /** Load × steps of the choice that asks for least. */
  readonly work: number;
}

export function openWork(problem: CompiledProblem): OpenWork {
  const { firstPiece, firstChoice, choiceResource } = problem;
  const groups: number[][] = [];
  const groupByResources = new Map<string, number>();
  const byProject: OpenPiece[][] = Array.from(problem.projectWeight, () => []);
  for (let task = 0; task < problem.taskCount; task += 1) {
    if (problem.isFixed[task] === 1) continue;
    for (let piece = firstPiece[task] ?? 0; piece < (firstPiece[task + 1] ?? 0); piece += 1) {
      const resources = [...choiceResource.subarray(firstChoice[piece], firstChoice[piece + 1])];
      if (resources.length === 0) continue;
      const key = resources.sort((a, b) => a - b).join();
      const group = groupByResources.get(key) ?? groups.push(resources) - 1;
      groupByResources.set(key, group);
      byProject[problem.project[task] ?? 0]?.push({ task, group, work: leastWork(problem, piece) });
    }
  }
  return { groups, byProject };
}

/** Of a piece that nobody can serve none. */
export function leastWork({ firstChoice, choiceSteps, choiceLoad }: CompiledProblem, piece: number): number {
  const begin = firstChoice[piece] ?? 0;
  const end = firstChoice[piece + 1] ?? 0;
  let least = begin < end ? Number.POSITIVE_INFINITY : 0;
  for (let choice = begin; choice < end; choice += 1)
    least = Math.min(least, (choiceSteps[choice] ?? 0) * (choiceLoad[choice] ?? 0));
  return least;
}
