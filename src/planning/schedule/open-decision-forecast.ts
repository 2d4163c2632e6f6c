import { quantile } from "../estimation/quantiles";
import { sortedCopy } from "../estimation/sorted";
import type { Plan } from "../plan";
import type { PlanDecision, PlanOption } from "../plan-input";
import { expectedReduction } from "./expected-reduction";
import { finishDate } from "./finish-days";
import type { OpenDecisionForecast, OptionForecast } from "./forecast-result";
import type { PlanSimulation } from "./simulate-plan";
import { correlationRatio } from "./variance-shares";

/** What each open decision does to the plan, the one whose settling is expected to take most uncertainty away first. */
export function forecastOpenDecisions(
  plan: Plan,
  simulation: PlanSimulation,
  base: number,
): OpenDecisionForecast[] {
  return plan.openDecisions
    .map((decision) => forecastOne(plan, decision, simulation, base))
    .sort((a, b) => expectedReduction(b) - expectedReduction(a) || (a.decisionId < b.decisionId ? -1 : 1));
}

function forecastOne(
  plan: Plan,
  { id }: PlanDecision,
  { combinations, results }: PlanSimulation,
  base: number,
): OpenDecisionForecast {
  const place = combinations.decisions.findIndex((decision) => decision.id === id);
  const drawn = combinations.drawn[place];
  if (!drawn) return { decisionId: id, share: 0, costShare: 0, spreadWorkingDays: 0, options: [] };
  const { finish, costMinor } = results.perRun;
  const options = (combinations.decisions[place]?.options ?? []).flatMap((option, chosen) =>
    forecastOption(plan, option, results, runsThatDrew(drawn, chosen), base),
  );
  const medians = options.map(({ finishMoment }) => finishMoment);
  const optionOf = (run: number) => drawn[run] ?? 0;
  return {
    decisionId: id,
    share: correlationRatio(finish, optionOf),
    costShare: correlationRatio(costMinor, optionOf),
    spreadWorkingDays: medians.length > 0 ? Math.max(...medians) - Math.min(...medians) : 0,
    options: options.map(({ finishMoment: _, ...option }) => option),
  };
}

function runsThatDrew(drawn: Uint16Array, option: number): number[] {
  const runs: number[] = [];
  for (let run = 0; run < drawn.length; run += 1) if (drawn[run] === option) runs.push(run);
  return runs;
}

/** What came of the runs that drew the option; nothing when none did. */
function forecastOption(
  plan: Plan,
  option: PlanOption,
  { runs, perRun }: PlanSimulation["results"],
  drawnIn: readonly number[],
  base: number,
): (OptionForecast & { readonly finishMoment: number })[] {
  const own = (values: Float64Array) => sortedCopy(Float64Array.from(drawnIn, (run) => values[run] ?? 0));
  const finish = own(perRun.finish);
  if (finish.length === 0) return [];
  const cost = own(perRun.costMinor);
  const effort = own(perRun.effortPersonDays);
  const finishMoment = quantile(finish, 0.5);
  return [
    {
      optionId: option.id,
      chance: finish.length / runs,
      finishP50: finishDate(finishMoment, base, plan.calendar),
      finishP80: finishDate(quantile(finish, 0.8), base, plan.calendar),
      effortP50PersonDays: quantile(effort, 0.5),
      effortP80PersonDays: quantile(effort, 0.8),
      costP50Minor: quantile(cost, 0.5),
      costP80Minor: quantile(cost, 0.8),
      machineCostP50Minor: quantile(own(perRun.machineCostMinor), 0.5),
      finishMoment,
    },
  ];
}
