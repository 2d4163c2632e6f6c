import { randomStream, uniformAt } from "../estimation/random";
import { makePlan, type Plan } from "../plan";
import type { PlanDecision, PlanOption } from "../plan-input";
import { type CompiledPlan, compilePlan } from "./compile";

/**
 * Every run settles the open decisions by their options' weights and simulates the plan that follows. There may be very
 * many combinations: up to this number each run draws for itself; beyond, runs share this many drawn combinations.
 */
export const combinationsAtMost = 96;

export interface Combinations {
  readonly decisions: readonly PlanDecision[];
  /** By run · decisions + decision: which option was drawn. */
  readonly drawn: Uint16Array;
  planOf(run: number): CompiledPlan;
}

export function combineOpenDecisions(plan: Plan, seed: number, runs: number): Combinations {
  const decisions = plan.openDecisions
    .map((decision) => ({
      ...decision,
      options: [...decision.options].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    .filter((decision) => decision.options.length > 0);
  const product = decisions.reduce((count, decision) => count * decision.options.length, 1);
  const draws = product > combinationsAtMost ? Math.min(runs, combinationsAtMost) : runs;
  const drawn = new Uint16Array(runs * decisions.length);
  decisions.forEach((decision, place) => {
    const stream = randomStream(seed, `decision ${decision.id}`);
    const shares = cumulativeShares(decision.options);
    for (let run = 0; run < runs; run += 1) {
      const uniform = uniformAt(stream, run % draws);
      drawn[run * decisions.length + place] = shares.findIndex((share) => uniform < share);
    }
  });
  const compiled = new Map<string, CompiledPlan>();
  const planOf = (run: number): CompiledPlan => {
    const choice = drawn.subarray(run * decisions.length, (run + 1) * decisions.length);
    const key = choice.join();
    const known = compiled.get(key);
    if (known) return known;
    const fresh = compilePlan(decisions.length === 0 ? plan : decideAll(plan, decisions, choice), seed);
    compiled.set(key, fresh);
    return fresh;
  };
  return { decisions, drawn, planOf };
}

function cumulativeShares(options: readonly PlanOption[]): number[] {
  const weights = options.map((option) => option.weight ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const shares = weights.map((weight) => {
    sum += total > 0 ? weight / total : 1 / weights.length;
    return sum;
  });
  const last = shares.findLastIndex((_, place) => total === 0 || (weights[place] ?? 0) > 0);
  return shares.map((share, place) => (place >= last ? 1 : share));
}

function decideAll(plan: Plan, decisions: readonly PlanDecision[], choice: Uint16Array): Plan {
  const chosen = new Map(
    decisions.map((decision, place) => [decision.id, decision.options[choice[place] ?? 0]?.id ?? null]),
  );
  return makePlan({
    ...plan.input,
    decisions: plan.input.decisions.map((decision) => {
      const chosenOptionId = chosen.get(decision.id) ?? null;
      return chosenOptionId === null ? decision : { ...decision, state: "decided", chosenOptionId };
    }),
  });
}
