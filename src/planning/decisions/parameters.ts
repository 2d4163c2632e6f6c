/** Figures of a project that options can set and that scale the standards of tasks. */
export const parameterIds = [
  "loop-passes",
  "model-parameters-billions",
  "training-tokens-billions",
  "accelerators",
  "labelled-examples",
  "languages",
] as const;
export type ParameterId = (typeof parameterIds)[number];

export interface Parameter {
  readonly id: ParameterId;
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly whole: boolean;
  /** What it changes, and by which rule. */
  readonly scales: string;
}

export const parameters: readonly Parameter[] = [
  {
    id: "loop-passes",
    name: "Adapt-and-evaluate passes",
    unit: "passes at most",
    min: 1,
    max: 10,
    default: 3,
    whole: true,
    scales:
      "The budget of passes in model alignment. The number of passes taken is a distribution from 1 up to this budget.",
  },
  {
    id: "model-parameters-billions",
    name: "Model size",
    unit: "billion parameters",
    min: 0.01,
    max: 2000,
    default: 7,
    whole: false,
    scales:
      "Accelerator-hours of training, tuning and compressing. Pre-training: 6 × parameters × tokens (Kaplan et al. 2020, arXiv 2001.08361), dense transformers only.",
  },
  {
    id: "training-tokens-billions",
    name: "Training tokens",
    unit: "billion tokens",
    min: 0.1,
    max: 50_000,
    default: 140,
    whole: false,
    scales:
      "Accelerator-hours of pre-training. The default is 20 tokens per parameter at 7 billion (Hoffmann et al. 2022, arXiv 2203.15556).",
  },
  {
    id: "accelerators",
    name: "Accelerators",
    unit: "accelerators at once",
    min: 1,
    max: 100_000,
    default: 64,
    whole: true,
    scales: "The days a pre-training run takes: accelerator-hours shared among them, round the clock.",
  },
  {
    id: "labelled-examples",
    name: "Labelled examples",
    unit: "examples",
    min: 1,
    max: 10_000_000,
    default: 2000,
    whole: true,
    scales: "Effort of collecting examples and comparisons, and accelerator-hours of tuning on them.",
  },
  {
    id: "languages",
    name: "Languages",
    unit: "languages",
    min: 1,
    max: 100,
    default: 1,
    whole: true,
    scales: "Effort of collecting data, of writing evaluation sets and of expert review.",
  },
];

export type ParameterValues = Readonly<Record<ParameterId, number>>;

export const defaultParameters: ParameterValues = {
  "loop-passes": 3,
  "model-parameters-billions": 7,
  "training-tokens-billions": 140,
  accelerators: 64,
  "labelled-examples": 2000,
  languages: 1,
};

const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));

export function parameterById(id: ParameterId): Parameter {
  const parameter = byId.get(id);
  if (!parameter) throw new Error(`parameter ${id} has no definition`);
  return parameter;
}
