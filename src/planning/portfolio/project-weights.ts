/** The most that a day of the first project may count against one of the last. */
const widestRatio = 1e6;

/**
 * What a day of delay counts in each place of an order: twice what it counts in the next, or less with more than 21 projects, so that the
 * first counts a million times the last at most: beyond that sums of both lose the smaller. In whole, around 1.
 * `priorityWeights(3)` → [2, 1, 0.5]
 */
export function priorityWeights(count: number): number[] {
  const ratio = Math.min(2, widestRatio ** (1 / Math.max(1, count - 1)));
  return Array.from({ length: count }, (_, place) => ratio ** ((count - 1) / 2 - place));
}
