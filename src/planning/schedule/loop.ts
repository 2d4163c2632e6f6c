/** What is put in the place of the loop's defaults; null leaves the default. */
export interface LoopStandard {
  readonly chanceOfFurtherPass: number | null;
  readonly laterPassShare: number | null;
}

/** How the adapt-and-evaluate loop of model alignment goes on. */
export interface Loop {
  /** After each pass another one is needed with this chance, 0 to 1. */
  readonly chanceOfFurtherPass: number;
  /** A later pass takes this part of the first one's effort and time. */
  readonly laterPassShare: number;
}

/**
 * How many passes a project takes is not known beforehand: after each pass the criteria are met with the same chance, and
 * at the budget it stops. Phasewise default: another pass is needed with 60 %, and a later pass takes 60 % of the first one's
 * effort and time, because data and set-up are there; a tuning run takes the same machine time again. With a budget of 3
 * passes: 40 % take one, 24 % two, 36 % three; 1.96 on average.
 */
export const defaultLoop: Loop = { chanceOfFurtherPass: 0.6, laterPassShare: 0.6 };

export function loopOf(own: LoopStandard | undefined): Loop {
  return {
    chanceOfFurtherPass: own?.chanceOfFurtherPass ?? defaultLoop.chanceOfFurtherPass,
    laterPassShare: own?.laterPassShare ?? defaultLoop.laterPassShare,
  };
}

/**
 * Passes in all for a uniform draw. `begun` is the pass the project is in (0 or 1: none is behind it); it counts even
 * beyond the budget.
 */
export function loopPasses(
  budget: number,
  begun: number,
  chanceOfFurtherPass: number,
  uniform: number,
): number {
  const first = Math.max(1, begun);
  if (chanceOfFurtherPass <= 0) return first;
  if (chanceOfFurtherPass >= 1) return Math.max(first, budget);
  const further = Math.floor(Math.log(1 - uniform) / Math.log(chanceOfFurtherPass));
  return Math.max(first, Math.min(budget, first + further));
}
