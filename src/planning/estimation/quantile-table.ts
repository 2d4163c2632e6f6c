import { normalCdf } from "./normal";
import { writePertBeta } from "./pert-beta";
import { scoreLimit, stepsPerScore, tableSteps } from "./score-steps";
import { type ThreePoint, threePointMean } from "./three-point";
import { writeTriangular } from "./triangular";

/** How a three-point estimate spreads: PERT-beta trusts the most likely value more, triangular the ends. */
export const distributions = ["pert-beta", "triangular"] as const;
export type Distribution = (typeof distributions)[number];

/**
 * The values of an estimate at the steps of normal scores (see score-steps), in the estimate's unit. The last value
 * stands twice, so that reading between the last step and the next needs no test.
 */
export type QuantileTable = Float64Array;

export function quantileTable(estimate: ThreePoint, distribution: Distribution): QuantileTable {
  const { optimistic, mostLikely, pessimistic } = estimate;
  const range = pessimistic - optimistic;
  const table = roomForTable();
  const modePlace = range > 0 ? Math.min(1, (mostLikely - optimistic) / range) : 0;
  if (range === 0) table.fill(optimistic);
  else if (distribution === "triangular") writeTriangular(modePlace, optimistic, range, table);
  else writePertBeta(modePlace, optimistic, range, table);
  table[tableSteps + 1] = table[tableSteps] ?? optimistic;
  return table;
}

const tablesPerSlab = 24;
let slab = new Float64Array();
let taken = 0;

/** Tables are cut from larger pieces of memory: to ask for each of them takes as long as to fill it. */
function roomForTable(): Float64Array {
  if (taken === slab.length) {
    slab = new Float64Array(tablesPerSlab * (tableSteps + 2));
    taken = 0;
  }
  taken += tableSteps + 2;
  return slab.subarray(taken - tableSteps - 2, taken);
}

/** The value at a normal score between −9 and 9. */
export function valueAt(table: QuantileTable, score: number): number {
  const place = (score + scoreLimit) * stepsPerScore;
  const step = Math.trunc(place);
  const low = table[step] ?? 0;
  return low + ((table[step + 1] ?? low) - low) * (place - step);
}

/** The probability of at most this value. */
export function probabilityAt(table: QuantileTable, value: number): number {
  if (value >= (table[tableSteps] ?? 0)) return 1;
  if (value <= (table[0] ?? 0)) return 0;
  let low = -scoreLimit;
  let high = scoreLimit;
  for (let halving = 0; halving < 50; halving += 1) {
    const middle = (low + high) / 2;
    if (valueAt(table, middle) < value) low = middle;
    else high = middle;
  }
  return normalCdf((low + high) / 2);
}

/** `scaleTable(table, 0.6)`: the table of a quantity that is 60 % of this one. */
export function scaleTable(table: QuantileTable, factor: number): QuantileTable {
  return table.map((value) => value * factor);
}

/** The mean in the estimate's unit: (a + 4m + b) / 6 for PERT-beta, (a + m + b) / 3 for triangular. */
export function meanOf(estimate: ThreePoint, distribution: Distribution): number {
  if (distribution === "pert-beta") return threePointMean(estimate);
  return (estimate.optimistic + estimate.mostLikely + estimate.pessimistic) / 3;
}
