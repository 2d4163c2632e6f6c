import type { BestKnown } from "./best-known";
import type { InstanceResult } from "./run-instance";

/** One row per thing measured: its name and its value with unit. */
export type Figures = readonly (readonly [string, string])[];

export function summarise(
  results: readonly InstanceResult[],
  known: ReadonlyMap<string, BestKnown>,
  inFolder: number,
): Figures {
  const schedules = sum(results.map((result) => result.schedules));
  const seconds = sum(results.map((result) => result.seconds));
  return [
    ["instances", `${results.length} of ${inFolder} in the folder`],
    [
      "schedules the independent validator refused",
      `${results.filter(({ faults }) => faults.length > 0).length}`,
    ],
    [
      "over the critical-path bound, mean",
      percent(mean(results.map((one) => one.makespan / one.criticalPath - 1))),
    ],
    ...againstBestKnown(results, known),
    ...againstBounds(results),
    ...againstRules(results),
    ["schedules per second", Math.round(schedules / seconds).toLocaleString("en")],
  ];
}

function againstBestKnown(
  results: readonly InstanceResult[],
  known: ReadonlyMap<string, BestKnown>,
): Figures {
  const pairs = results.flatMap((result) => {
    const best = known.get(result.instance);
    return best ? [{ ...result, ...best }] : [];
  });
  if (pairs.length === 0) return [];
  const proven = pairs.filter(({ isProven }) => isProven);
  const reached = proven.filter(({ makespan, upper }) => makespan === upper).length;
  return [
    [
      "best known over the critical-path bound, same instances",
      percent(mean(pairs.map((one) => one.upper / one.criticalPath - 1))),
    ],
    ["over best known, mean", percent(mean(pairs.map(({ makespan, upper }) => makespan / upper - 1)))],
    ["proven optima reached", `${reached} of ${proven.length} (${percent(reached / proven.length)})`],
  ];
}

function againstBounds(results: readonly InstanceResult[]): Figures {
  const atBound = results.filter(({ makespan, lowerBound }) => makespan <= lowerBound).length;
  return [
    [
      "over our own lower bound, mean",
      percent(mean(results.map((one) => one.makespan / one.lowerBound - 1))),
    ],
    ["proven best by it, search ended early", `${atBound} of ${results.length}`],
  ];
}

/** Better than a rule by: 1 − makespan / the rule's makespan, mean over instances. */
function againstRules(results: readonly InstanceResult[]): Figures {
  const names = [...(results[0]?.byRule.keys() ?? [])];
  const gains = names.map((name) => ({
    name,
    gain: mean(results.map((one) => 1 - one.makespan / (one.byRule.get(name) ?? Number.NaN))),
  }));
  const strongest = gains.reduce((best, rule) => (rule.gain < best.gain ? rule : best));
  const bestOf = (one: InstanceResult) => Math.min(...one.byRule.values());
  const open = results.filter((one) => bestOf(one) > one.lowerBound);
  return [
    ["best single rule", strongest.name],
    ["better than the best single rule by, mean", percent(strongest.gain)],
    [
      "better than the best of all rules, chosen per instance, by, mean",
      percent(mean(results.map((one) => 1 - one.makespan / bestOf(one)))),
    ],
    [
      "the same if every makespan were the lower bound (nobody can do better)",
      percent(mean(results.map((one) => 1 - one.lowerBound / bestOf(one)))),
    ],
    [
      `the same over the ${open.length} instances where no rule is at the lower bound`,
      percent(mean(open.map((one) => 1 - one.makespan / bestOf(one)))),
    ],
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);
export const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
