/**
 * The adapt-and-evaluate loop of model alignment. How many passes a project takes is not known beforehand:
 * after each pass the criteria are met with the same chance, and at the budget it stops. Phasewise default: 40 %, and
 * a later pass takes 60 % of the first one's effort and time, because data and set-up are there; a tuning run takes the
 * same machine time again. With a budget of 3 passes: 40 % take one, 24 % two, 36 % three; 1.96 on average.
 */
export const chancePassSuffices = 0.4;
export const laterPassShare = 0.6;

/**
 * Passes in all for a uniform draw. `begun` is the pass the project is in (0 or 1: none is behind it); it counts even
 * beyond the budget.
 */
export function loopPasses(budget: number, begun: number, uniform: number): number {
  const first = Math.max(1, begun);
  const further = Math.floor(Math.log(1 - uniform) / Math.log(1 - chancePassSuffices));
  return Math.max(first, Math.min(budget, first + further));
}
