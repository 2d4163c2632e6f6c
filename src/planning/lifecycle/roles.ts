import type { DisciplineId } from "../expertise/disciplines";
import { type Citation, cite } from "./sources";

export const roleIds = [
  "sponsor",
  "product-owner",
  "domain-expert",
  "ai-engineer",
  "data-engineer",
  "ml-engineer",
  "evaluation-lead",
  "platform-engineer",
  "application-engineer",
  "risk-and-legal",
] as const;
export type RoleId = (typeof roleIds)[number];

/** Who does and who approves work of the lifecycle. A person may hold several; nobody approves their own work at a gate. */
export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly does: string;
  /** Kinds of work this role does; empty for those who only approve. Every discipline belongs to one role. */
  readonly disciplines: readonly DisciplineId[];
  readonly sources: readonly Citation[];
}

const actor = (task: string): Citation => cite("nist-ai-rmf", `Appendix A, ${task}`);

export const roles: readonly Role[] = [
  {
    id: "sponsor",
    name: "Sponsor",
    does: "Owns budget and risk, and lets the project through its first and last gate.",
    disciplines: [],
    sources: [actor("governance and oversight"), cite("iso-42001", "leadership")],
  },
  {
    id: "product-owner",
    name: "Product owner",
    does: "Says what is wanted, how well and for whom; accepts what was built.",
    disciplines: ["product"],
    sources: [actor("AI design"), actor("human factors")],
  },
  {
    id: "domain-expert",
    name: "Domain expert",
    does: "Knows right from wrong answers: writes examples, labels, judges and accepts.",
    disciplines: ["domain-expertise"],
    sources: [actor("domain expert")],
  },
  {
    id: "ai-engineer",
    name: "AI engineer",
    does: "Gets the most out of a given model by prompts, examples and context.",
    disciplines: ["prompt-engineering"],
    sources: [actor("AI development")],
  },
  {
    id: "data-engineer",
    name: "Data engineer",
    does: "Finds, cleans, documents and delivers data, with its rights.",
    disciplines: ["data-engineering"],
    sources: [actor("AI design"), cite("eu-ai-act", "Article 10")],
  },
  {
    id: "ml-engineer",
    name: "Machine-learning engineer",
    does: "Changes weights: pre-trains, tunes, learns from preferences.",
    disciplines: ["fine-tuning", "human-feedback", "distributed-training"],
    sources: [actor("AI development")],
  },
  {
    id: "evaluation-lead",
    name: "Evaluation lead",
    does: "Measures whether criteria are met, apart from those who adapt the model.",
    disciplines: ["evaluation"],
    sources: [actor("test, evaluation, verification and validation")],
  },
  {
    id: "platform-engineer",
    name: "Platform engineer",
    does: "Compresses, deploys, serves and operates models.",
    disciplines: ["serving"],
    sources: [actor("AI deployment"), actor("operation and monitoring")],
  },
  {
    id: "application-engineer",
    name: "Application engineer",
    does: "Builds what people use and what the model may call.",
    disciplines: ["application-engineering"],
    sources: [actor("AI deployment")],
  },
  {
    id: "risk-and-legal",
    name: "Risk and legal",
    does: "Names obligations and limits, reviews licences, attacks the system before others do.",
    disciplines: ["security-legal"],
    sources: [actor("AI impact assessment"), actor("governance and oversight")],
  },
];

export function roleById(id: RoleId): Role {
  const role = roles.find((candidate) => candidate.id === id);
  if (!role) throw new Error(`role ${id} has no definition`);
  return role;
}

/** Who does work of a discipline. */
export function roleOfDiscipline(discipline: DisciplineId): Role {
  const role = roles.find((candidate) => candidate.disciplines.includes(discipline));
  if (!role) throw new Error(`nobody does ${discipline}`);
  return role;
}
