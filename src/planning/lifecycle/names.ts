import type { PhaseId } from "./phase-ids";
import type { TechniqueId } from "./technique-ids";

// Names alone, for screens that show no more of a phase or technique: what a plan needs of them is much larger.

export const phaseNames: Readonly<Record<PhaseId, string>> = {
  scoping: "Scoping",
  "model-selection": "Model selection",
  "model-alignment": "Model alignment",
  "application-integration": "Application integration",
};

export type TechniqueName = { readonly name: string; readonly phase: PhaseId };

export const techniqueNames: Readonly<Record<TechniqueId, TechniqueName>> = {
  "use-case-scoping": { name: "Use-case scoping", phase: "scoping" },
  "rules-baseline": { name: "Conventional baseline", phase: "model-selection" },
  "model-comparison": { name: "Model comparison", phase: "model-selection" },
  "pre-training": { name: "Pre-training", phase: "model-selection" },
  "prompt-engineering": { name: "Prompt engineering", phase: "model-alignment" },
  "fine-tuning": { name: "Prompt tuning and fine-tuning", phase: "model-alignment" },
  "prompt-tuning": { name: "Prompt tuning", phase: "model-alignment" },
  lora: { name: "Low-rank adapter (LoRA)", phase: "model-alignment" },
  qlora: { name: "Adapter on a quantised base (QLoRA)", phase: "model-alignment" },
  "full-fine-tuning": { name: "Full fine-tuning", phase: "model-alignment" },
  "human-feedback": { name: "Alignment with human feedback", phase: "model-alignment" },
  "policy-optimisation": { name: "Reward model and policy optimisation", phase: "model-alignment" },
  "direct-preference-optimisation": { name: "Direct preference optimisation", phase: "model-alignment" },
  evaluation: { name: "Evaluation", phase: "model-alignment" },
  "offline-evaluation": { name: "Offline evaluation at scale", phase: "model-alignment" },
  "human-evaluation": { name: "Human evaluation", phase: "model-alignment" },
  "model-red-teaming": { name: "Red-teaming the model", phase: "model-alignment" },
  compression: { name: "Compression", phase: "application-integration" },
  quantisation: { name: "Quantisation", phase: "application-integration" },
  distillation: { name: "Distillation", phase: "application-integration" },
  pruning: { name: "Pruning", phase: "application-integration" },
  deployment: { name: "Deployment", phase: "application-integration" },
  "inference-optimisation": { name: "Inference optimisation", phase: "application-integration" },
  retrieval: { name: "Retrieval", phase: "application-integration" },
  "tool-use": { name: "Tool use", phase: "application-integration" },
  agents: { name: "Agents", phase: "application-integration" },
  guardrails: { name: "Guardrails", phase: "application-integration" },
  application: { name: "Application", phase: "application-integration" },
  monitoring: { name: "Monitoring", phase: "application-integration" },
};
