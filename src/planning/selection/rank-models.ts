import { type Ranking, rankOptions } from "../decisions/ranking";
import type { Score } from "../decisions/scored-decision";
import type { Scale } from "../decisions/value-function";
import { importancesFor } from "../decisions/weights";
import { modelById } from "../sizing/catalogue/models";
import { publishedBenchmarks } from "../sizing/catalogue/published-benchmarks";
import type { AssessedModel } from "./assess-model";
import { licenceTerms } from "./licence-terms";
import { type ModelCriterionId, type ModelWeights, modelCriteria } from "./model-criteria";

export interface RankedModels {
  /** Null where there is nothing to rank, or nothing to rank by. */
  readonly ranking: Ranking | null;
  /** Criteria by which none of the models differs from another. */
  readonly silent: readonly ModelCriterionId[];
}

/** Ranks models that did not fall out, by the figures the catalogue has; one that it has not is missing, never zero. */
export function rankModels(models: readonly AssessedModel[], weights: ModelWeights = {}): RankedModels {
  const weighed = modelCriteria.map(({ id, weight }) => {
    const scores = models.flatMap((model): Score[] => {
      const score = scoreOf(model, id);
      return score === null ? [] : [{ optionId: model.id, criterionId: id, score }];
    });
    return { id, weight: weights[id] ?? weight, scores, scale: scaleOf(id, scores) };
  });
  const telling = weighed.flatMap((one) => (one.scale === null ? [] : [{ ...one, scale: one.scale }]));
  const silent = weighed.flatMap(({ id, scale }) => (scale === null ? [id] : []));
  if (!telling.some(({ weight }) => weight > 0)) return { ranking: null, silent };
  const importances = importancesFor(
    "swing",
    telling.map(({ weight }) => weight),
  );
  return {
    silent,
    ranking: rankOptions({
      weighting: "swing",
      optionIds: models.map(({ id }) => id),
      criteria: telling.map(({ id, scale }, place) => ({ id, scale, importance: importances[place] ?? 0 })),
      scores: telling.flatMap(({ scores }) => scores),
    }),
  };
}

/** What a month of the requests costs by the cheaper way that is left. */
export function cheapestUsdPerMonth({ served, called }: Pick<AssessedModel, "served" | "called">) {
  const prices = [called?.usdPerMonth ?? null, served?.usdPerMonth?.value ?? null].filter(
    (price) => price !== null,
  );
  return prices.length === 0 ? null : Math.min(...prices);
}

/** What a score may be; nobody pays a price above it. */
const largestScore = 1e12;

function scoreOf(assessed: AssessedModel, criterion: ModelCriterionId): number | null {
  const model = modelById(assessed.id);
  switch (criterion) {
    case "price": {
      const price = cheapestUsdPerMonth(assessed);
      return price === null ? null : Math.min(price, largestScore);
    }
    case "size":
      return model.architecture === null ? null : model.architecture.parameters / 1e9;
    case "published":
      return model.access === "open-weights" ? monthOf(model.published) : null;
    case "licence":
      return licenceTerms(model).freedom;
    case "context":
      return model.contextTokens;
    case "mmlu-pro":
      return (
        publishedBenchmarks[assessed.id]?.find(({ benchmark }) => benchmark === "mmlu-pro")?.percent ?? null
      );
  }
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Figures that differ by orders of magnitude, of which a ratio counts and not a difference. */
const byRatio: ReadonlySet<ModelCriterionId> = new Set(["price", "size", "context"]);
const units: Readonly<Record<ModelCriterionId, string>> = {
  price: "USD a month",
  size: "billion parameters",
  published: "month",
  licence: "of 5",
  context: "tokens",
  "mmlu-pro": "%",
};

/** From the worst to the best among the models themselves; null where they don't differ. */
function scaleOf(id: ModelCriterionId, scores: readonly Score[]): Scale | null {
  const figures = scores.map(({ score }) => score);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (figures.length === 0 || least === most) return null;
  const [worst, best] = id === "price" ? [most, least] : [least, most];
  const scale = { worst, best, unit: units[id] };
  if (!byRatio.has(id) || least <= 0) return scale;
  const points = [0.25, 0.5, 0.75].map((value) => ({ score: worst * (best / worst) ** value, value }));
  return { ...scale, points };
}
