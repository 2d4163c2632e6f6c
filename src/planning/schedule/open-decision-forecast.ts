import { quantile } from "../estimation/quantiles";
import type { PlanDecision } from "../plan-input";
import type { Combinations } from "./combinations";
import { correlationRatio } from "./drivers";
import { finishDate } from "./finish-days";
import type { OpenDecisionForecast } from "./forecast-result";
import type { RunResults } from "./run-results";

/** What each open decision does to the finish; the one that makes it most uncertain first: decide that next. */
export function forecastOpenDecisions(
  open: readonly PlanDecision[],
  results: RunResults,
  combinations: Combinations,
  base: number,
): OpenDecisionForecast[] {
  return open
    .map((decision) => forecastOne(decision.id, results, combinations, base))
    .sort((a, b) => b.share - a.share || (a.decisionId < b.decisionId ? -1 : 1));
}

function forecastOne(
  decisionId: string,
  results: RunResults,
  { decisions, drawn }: Combinations,
  base: number,
): OpenDecisionForecast {
  const place = decisions.findIndex((decision) => decision.id === decisionId);
  const medians = (decisions[place]?.options ?? []).flatMap((option, optionPlace) => {
    const finish = results.projectFinish.filter(
      (_, run) => drawn[run * decisions.length + place] === optionPlace,
    );
    if (finish.length === 0) return [];
    return [{ optionId: option.id, moment: quantile(finish.sort(), 0.5) }];
  });
  const moments = medians.map(({ moment }) => moment);
  return {
    decisionId,
    share:
      place < 0
        ? 0
        : correlationRatio(results.projectFinish, (run) => drawn[run * decisions.length + place] ?? 0),
    spreadWorkingDays: moments.length > 0 ? Math.max(...moments) - Math.min(...moments) : 0,
    finishByOption: medians.map(({ optionId, moment }) => ({
      optionId,
      finishP50: finishDate(moment, base),
    })),
  };
}
