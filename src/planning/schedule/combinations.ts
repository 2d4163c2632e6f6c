import { type SamplingMethod, uniforms } from "../estimation/latin-hypercube";
import { randomStream } from "../estimation/random";
import { type Plan, plansOf, type SilentPlan } from "../plan";
import type { PlanDecision, PlanOption } from "../plan-input";

/**
 * Every run settles the open decisions by their options' weights and simulates the plan that follows. There may be very
 * many combinations: up to this number each run draws for itself; beyond, runs share this many drawn combinations.
 */
export const combinationsAtMost = 96;

export interface Combinations {
  readonly decisions: readonly PlanDecision[];
  /** By decision, then run: which option was drawn. */
  readonly drawn: readonly Uint16Array[];
  /** The plans that follow, each with the runs that drew it. */
  readonly plans: readonly { readonly plan: SilentPlan; readonly runs: Int32Array }[];
}

/** Combines the open decisions of a plan for so many runs; a plan that follows again for another number of runs is the same object. */
export function openDecisionsCombiner(
  plan: Plan,
  seed: number,
): (runs: number, method: SamplingMethod) => Combinations {
  const decisions = plan.openDecisions
    .map((decision) => ({
      ...decision,
      options: [...decision.options].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    .filter((decision) => decision.options.length > 0);
  const product = decisions.reduce((count, decision) => count * decision.options.length, 1);
  const planWith = decisions.length === 0 ? () => plan : plansOf(plan.input);
  const made = new Map<string, SilentPlan>();
  const planOf = (choice: string, drawn: readonly Uint16Array[], run: number): SilentPlan => {
    const known = made.get(choice) ?? planWith(decideAll(plan, decisions, drawn, run));
    made.set(choice, known);
    return known;
  };
  return (runs, method) => {
    const draws = product > combinationsAtMost ? Math.min(runs, combinationsAtMost) : runs;
    const drawn = decisions.map((decision) => {
      const draw = uniforms(randomStream(seed, `decision ${decision.id}`), draws, method);
      const shares = cumulativeShares(decision.options);
      const options = Uint16Array.from(draw, (uniform) => shares.findIndex((share) => uniform < share));
      return draws === runs
        ? options
        : Uint16Array.from({ length: runs }, (_, run) => options[run % draws] ?? 0);
    });
    const runsOf = new Map<string, number[]>();
    for (let run = 0; run < runs; run += 1) {
      const choice = drawn.map((options) => options[run]).join();
      const known = runsOf.get(choice);
      if (known) known.push(run);
      else runsOf.set(choice, [run]);
    }
    return {
      decisions,
      drawn,
      plans: [...runsOf].map(([choice, own]) => ({
        plan: planOf(choice, drawn, own[0] ?? 0),
        runs: Int32Array.from(own),
      })),
    };
  };
}

/** The cumulative weights of a decision's options; all alike when none has any. */
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

function decideAll(
  plan: Plan,
  decisions: readonly PlanDecision[],
  drawn: readonly Uint16Array[],
  run: number,
): PlanDecision[] {
  const chosen = new Map(
    decisions.map((decision, place) => [decision.id, decision.options[drawn[place]?.[run] ?? 0]?.id ?? null]),
  );
  return plan.input.decisions.map((decision) => {
    const chosenOptionId = chosen.get(decision.id) ?? null;
    return chosenOptionId === null ? decision : { ...decision, state: "decided", chosenOptionId };
  });
}
