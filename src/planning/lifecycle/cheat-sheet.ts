import { addThreePoints, type ThreePoint } from "../estimation/three-point";
import { type DisciplineId, disciplineIds } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { CheatSheetColumnId, TechniqueId } from "./technique-ids";
import { techniques } from "./techniques";

export const cheatSheetRowIds = ["training-duration", "customization", "objective", "expertise"] as const;
export type CheatSheetRowId = (typeof cheatSheetRowIds)[number];

export interface CheatSheetRow {
  readonly id: CheatSheetRowId;
  readonly name: string;
  /** How to read the row: our note, not the source's. */
  readonly note: string;
}

export interface CheatSheetColumn {
  readonly id: CheatSheetColumnId;
  readonly name: string;
  /** The source's facts, in our words, one list of statements per row. */
  readonly facts: Readonly<Record<CheatSheetRowId, readonly string[]>>;
  readonly expertise: ExpertiseLevel;
  /** What Phasewise adds; not in the source. */
  readonly ours: {
    readonly techniques: readonly TechniqueId[];
    /** Ways of doing them that a decision may choose; their tasks are not in the effort. */
    readonly methods: readonly TechniqueId[];
    /** One pass, at the parameters' defaults: the sum of the standard tasks. */
    readonly effortPersonDays: ThreePoint;
    readonly disciplines: readonly DisciplineId[];
    readonly note: string;
  };
}

export interface CheatSheet {
  readonly title: string;
  readonly source: {
    readonly title: string;
    readonly author: string;
    readonly date: string;
    readonly after: string;
  };
  readonly rows: readonly CheatSheetRow[];
  readonly columns: readonly CheatSheetColumn[];
}

const facts: readonly Omit<CheatSheetColumn, "ours">[] = [
  {
    id: "pre-training",
    name: "Pre-training",
    facts: {
      "training-duration": ["From days over weeks up to months"],
      customization: [
        "Architecture, size and tokenizer of the model are ours to settle",
        "So are the vocabulary's size and how many tokens go into the context",
        "Takes a large body of training data from the domain",
      ],
      objective: ["Predict the next token"],
      expertise: ["High"],
    },
    expertise: 4,
  },
  {
    id: "prompt-engineering",
    name: "Prompt engineering",
    facts: {
      "training-duration": ["None needed"],
      customization: ["The prompt is all that is adapted", "Weights stay untouched"],
      objective: ["Do the task better"],
      expertise: ["Low"],
    },
    expertise: 1,
  },
  {
    id: "prompt-tuning-and-fine-tuning",
    name: "Prompt tuning and fine-tuning",
    facts: {
      "training-duration": ["From minutes to hours"],
      customization: [
        "Fitted to particular tasks",
        "Data of the domain is added",
        "The model's weights or an adapter's are updated",
      ],
      objective: ["Do the task better"],
      expertise: ["Medium"],
    },
    expertise: 2,
  },
  {
    id: "human-feedback",
    name: "Reinforcement learning and human feedback",
    facts: {
      "training-duration": ["From minutes to hours, much like fine-tuning"],
      customization: [
        "A reward model of its own carries people's goals: helpful, honest, harmless",
        "The model's weights or an adapter's are updated",
      ],
      objective: ["Answer closer to what people prefer"],
      expertise: ["Medium-High"],
    },
    expertise: 3,
  },
  {
    id: "compression-optimization-deployment",
    name: "Compression, optimization and deployment",
    facts: {
      "training-duration": ["From minutes to hours"],
      customization: [
        "The model shrinks, by pruning, by quantizing weights or by distilling",
        "What is smaller answers faster",
      ],
      objective: ["Infer faster and cheaper"],
      expertise: ["Medium"],
    },
    expertise: 2,
  },
];

const notes: Record<CheatSheetColumnId, string> = {
  "pre-training":
    "People's months go into the corpus and the cluster; the run itself is mostly machine time that is watched.",
  "prompt-engineering": "No training, but not no work: an expert reads answers on every pass.",
  "prompt-tuning-and-fine-tuning":
    "The run is short; collecting and checking the examples takes most of people's time.",
  "human-feedback":
    "People comparing answers are the larger part of the effort, and finding them takes weeks.",
  "compression-optimization-deployment":
    "Counts compression and deployment together; a hosted model needs the second only.",
};

export const cheatSheet: CheatSheet = {
  title: "Time and effort",
  source: {
    title: "Generative AI project lifecycle, section on time and effort",
    author: "bachir.io",
    date: "2023-07-30",
    after: "Generative AI with Large Language Models, DeepLearning.AI",
  },
  rows: [
    {
      id: "training-duration",
      name: "Training duration",
      note: "Machine time of training, not people's effort and not the calendar.",
    },
    {
      id: "customization",
      name: "Customization",
      note: "What of the model is ours to change, and with what.",
    },
    { id: "objective", name: "Objective", note: "What the technique is for." },
    { id: "expertise", name: "Expertise", note: "Ordinal: Low, Medium, Medium-High, High." },
  ],
  columns: facts.map((column) => ({ ...column, ours: oursFor(column.id) })),
};

function oursFor(column: CheatSheetColumnId): CheatSheetColumn["ours"] {
  const all = techniques.filter((technique) => technique.cheatSheetColumn === column);
  const own = all.filter((technique) => technique.methodOf === null);
  const tasks = own.flatMap((technique) => technique.tasks);
  return {
    techniques: own.map((technique) => technique.id),
    methods: all.filter((technique) => technique.methodOf !== null).map((technique) => technique.id),
    effortPersonDays: addThreePoints(tasks.map((task) => task.effortPersonDays)),
    disciplines: disciplineIds.filter((id) => tasks.some((task) => task.discipline === id)),
    note: notes[column],
  };
}
