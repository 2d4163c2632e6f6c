import { taskStandards } from "../lifecycle/techniques";
import type { Combinations } from "./combinations";
import type { ForecastDriver } from "./forecast-result";
import type { RunResults } from "./run-results";

/** Smaller shares are within the noise of a few thousand runs. */
const leastShare = 0.005;

/**
 * Parts of the variance of the finish, first order: for decisions and loop passes the correlation ratio (variance of
 * the group means over the whole variance: Sobol's first-order index by grouping), for tasks the squared correlation
 * with the task's own luck. Each is reduced by what pure chance would show. The inputs are independent, so the shares
 * and the shared factor's add up to at most about 1; what lacks are interactions.
 */
export function finishDrivers(results: RunResults, combinations: Combinations): ForecastDriver[] {
  const { projectFinish, runs } = results;
  const drivers: ForecastDriver[] = combinations.decisions.map((decision, place) => ({
    kind: "decision",
    id: decision.id,
    name: decision.question,
    share: correlationRatio(
      projectFinish,
      (run) => combinations.drawn[run * combinations.decisions.length + place] ?? 0,
    ),
  }));
  drivers.push({
    kind: "loop",
    id: "loop-passes",
    name: "Adapt-and-evaluate passes",
    share: correlationRatio(projectFinish, (run) => results.passes[run] ?? 0),
  });
  taskStandards.forEach((standard, place) => {
    if ((results.critical[place] ?? 0) === 0) return;
    const own = results.own.subarray(place * runs, (place + 1) * runs);
    drivers.push({
      kind: "task",
      id: standard.key,
      name: standard.name,
      share: squaredCorrelation(own, projectFinish),
    });
  });
  return drivers
    .filter((driver) => driver.share >= leastShare)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
}

/** Between-group variance over total variance, less its expectation under no effect; 0 when nothing varies. */
export function correlationRatio(values: Float64Array, groupOf: (place: number) => number): number {
  const groups = new Map<number, { count: number; sum: number }>();
  let sum = 0;
  values.forEach((value, place) => {
    const id = groupOf(place);
    const group = groups.get(id);
    if (group) {
      group.count += 1;
      group.sum += value;
    } else groups.set(id, { count: 1, sum: value });
    sum += value;
  });
  const mean = sum / values.length;
  const total = values.reduce((squares, value) => squares + (value - mean) ** 2, 0);
  if (total < 1e-9 || groups.size < 2) return 0;
  let between = 0;
  for (const group of groups.values()) between += group.count * (group.sum / group.count - mean) ** 2;
  return lessChance(between / total, groups.size - 1, values.length);
}

export function squaredCorrelation(inputs: Float64Array, outputs: Float64Array): number {
  const count = inputs.length;
  let inputSum = 0;
  let outputSum = 0;
  for (let place = 0; place < count; place += 1) {
    inputSum += inputs[place] ?? 0;
    outputSum += outputs[place] ?? 0;
  }
  let together = 0;
  let inputSquares = 0;
  let outputSquares = 0;
  for (let place = 0; place < count; place += 1) {
    const input = (inputs[place] ?? 0) - inputSum / count;
    const output = (outputs[place] ?? 0) - outputSum / count;
    together += input * output;
    inputSquares += input * input;
    outputSquares += output * output;
  }
  if (inputSquares < 1e-9 || outputSquares < 1e-9) return 0;
  return lessChance((together * together) / (inputSquares * outputSquares), 1, count);
}

function lessChance(share: number, freedom: number, count: number): number {
  return Math.max(0, share - (freedom / Math.max(1, count - 1)) * (1 - share));
}
