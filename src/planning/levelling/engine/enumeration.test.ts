import fc from "fast-check";
import { expect, it } from "vitest";
import { anyLevellingInput } from "../../../../tests/support/levelling-inputs";
import type { LevellingInput } from "../levelling-input";
import { toSchedulingProblem } from "../to-scheduling-problem";
import { type CompiledProblem, compileProblem } from "./compiled-problem";
import { lowerBound } from "./lower-bound";
import { newDraft } from "./schedule-draft";
import { searchSchedule } from "./search";
import { SerialScheduler } from "./serial-scheduler";

it("finds no less than full enumeration, whose best no order of tasks and people changes and no bound exceeds", () => {
  fc.assert(
    fc.property(anyLevellingInput({ tasks: 4, people: 3 }), (input) => {
      const problem = toSchedulingProblem(input);
      const best = cheapestOfAll(input);
      const turned = { ...input, people: input.people.toReversed(), tasks: input.tasks.toReversed() };
      expect(cheapestOfAll(turned)).toBeCloseTo(best, 9);
      const bound = lowerBound(compileProblem(problem));
      expect(lowerBound(compileProblem(toSchedulingProblem(turned)))).toBeCloseTo(bound, 9);
      expect(bound).toBeLessThanOrEqual(best + 1e-9);
      expect(
        searchSchedule(compileProblem(problem), { seed: 1, maxSchedules: 300 }).schedule.cost,
      ).toBeGreaterThanOrEqual(best - 1e-9);
    }),
    { numRuns: 40 },
  );
});

/** Every order that respects predecessors with every choice of people. */
function cheapestOfAll(input: LevellingInput): number {
  const problem = compileProblem(toSchedulingProblem(input));
  const scheduler = new SerialScheduler(problem);
  const draft = newDraft(problem);
  let best = Number.POSITIVE_INFINITY;
  for (const wanted of teams(problem))
    for (const order of orders(problem, [])) {
      scheduler.forward(Int32Array.from(order), wanted, draft);
      best = Math.min(best, draft.cost);
    }
  return best;
}

function teams(problem: CompiledProblem): Int32Array[] {
  let found: number[][] = [[]];
  for (let piece = 0; piece < problem.pieceCount; piece += 1) {
    const first = problem.firstChoice[piece] ?? 0;
    const count = (problem.firstChoice[piece + 1] ?? 0) - first;
    const choices = count === 0 ? [-1] : Array.from({ length: count }, (_, place) => first + place);
    found = found.flatMap((team) => choices.map((choice) => [...team, choice]));
  }
  return found.map((team) => Int32Array.from(team));
}

function orders(problem: CompiledProblem, begun: readonly number[]): number[][] {
  const free = [...problem.topologicalOrder].filter((task) => problem.isFixed[task] === 0);
  if (begun.length === free.length) return [[...begun]];
  const next = free.filter((task) => {
    const before = problem.predecessors.slice(
      problem.firstPredecessor[task],
      problem.firstPredecessor[task + 1],
    );
    return !begun.includes(task) && before.every((one) => begun.includes(one) || problem.isFixed[one] === 1);
  });
  return next.flatMap((task) => orders(problem, [...begun, task]));
}
