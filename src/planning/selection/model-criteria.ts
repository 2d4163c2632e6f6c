// Apart from the ranking, so that a page can name the criteria without the catalogue.

export const modelCriterionIds = ["price", "size", "published", "licence", "context", "mmlu-pro"] as const;
export type ModelCriterionId = (typeof modelCriterionIds)[number];

export interface ModelCriterion {
  readonly id: ModelCriterionId;
  readonly name: string;
  /** What is better, and what it can't say. */
  readonly why: string;
  /** From 0 to 100 until somebody weighs it; Phasewise defaults. */
  readonly weight: number;
}

export const modelCriteria: readonly ModelCriterion[] = [
  {
    id: "price",
    name: "Price",
    why: "US dollars a month for these requests, by the cheaper way that is left. Each halving counts alike.",
    weight: 100,
  },
  {
    id: "size",
    name: "Size",
    why: "Parameters, more being better: a larger model of one generation mostly does better (arXiv 2001.08361). A stand-in until quality is measured on your own data; unknown of hosted ones.",
    weight: 50,
  },
  {
    id: "published",
    name: "Newness",
    why: "Month of publication, later being better; unknown of hosted ones.",
    weight: 50,
  },
  {
    id: "licence",
    name: "Licence",
    why: "How free its use is, in five steps from research alone to any use; unknown where the host's terms decide.",
    weight: 50,
  },
  {
    id: "context",
    name: "Context",
    why: "Tokens that prompt and answer may have together. Each doubling counts alike.",
    weight: 25,
  },
  {
    id: "mmlu-pro",
    name: "MMLU-Pro",
    why: "Published accuracy, in percent; makers measure in different ways, and most models have none in the catalogue.",
    weight: 25,
  },
];

export type ModelWeights = Readonly<Partial<Record<ModelCriterionId, number | undefined>>>;
