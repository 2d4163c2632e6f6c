/**
 * Distributions are read by normal score instead of probability, because draws are correlated as normals: score 0 is the
 * median, 1.645 the 95 % quantile. A table has a value at each of these steps, straight lines between them.
 */
export const scoreLimit = 9;
export const stepsPerScore = 16;
export const tableSteps = 2 * scoreLimit * stepsPerScore;

export function scoreOfStep(step: number): number {
  return step / stepsPerScore - scoreLimit;
}
