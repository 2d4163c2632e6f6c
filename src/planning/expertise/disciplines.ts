/** Kinds of expertise a plan asks for and a person has. */
export const disciplineIds = [
  "product",
  "domain-expertise",
  "prompt-engineering",
  "data-engineering",
  "fine-tuning",
  "human-feedback",
  "distributed-training",
  "evaluation",
  "serving",
  "application-engineering",
  "security-legal",
] as const;
export type DisciplineId = (typeof disciplineIds)[number];

export interface Discipline {
  readonly id: DisciplineId;
  readonly name: string;
}

const names: Record<DisciplineId, string> = {
  product: "Product",
  "domain-expertise": "Domain expertise",
  "prompt-engineering": "Prompt engineering",
  "data-engineering": "Data engineering",
  "fine-tuning": "Fine-tuning",
  "human-feedback": "Human feedback",
  "distributed-training": "Distributed training",
  evaluation: "Evaluation",
  serving: "Serving",
  "application-engineering": "Application engineering",
  "security-legal": "Security and legal",
};

export const disciplines: readonly Discipline[] = disciplineIds.map((id) => ({ id, name: names[id] }));

export function disciplineName(id: DisciplineId): string {
  return names[id];
}
