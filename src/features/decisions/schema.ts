import { z } from "zod";
import { markdownText } from "@/features/comments/schema";
import { optionEffects } from "@/features/plans/schema";
import { phaseIds } from "@/planning";
import { id, isoDate, lineText, longText, mutationId, projectKey, version } from "@/platform/schema";

const question = lineText(200, 5);
const context = markdownText(20_000);

const optionContent = {
  title: lineText(120, 2),
  description: markdownText(10_000),
  effects: optionEffects,
};

const newOption = z.strictObject(optionContent);

export const askInput = z.strictObject({
  mutationId,
  projectId: id,
  phase: z.enum(phaseIds),
  question,
  context,
  ownerId: id,
  dueOn: isoDate.nullable(),
  options: z.array(newOption).max(30, "Please keep to 30 options."),
  dependsOn: z.array(id).max(20, "Please keep to 20 decisions."),
});

export const editDecisionInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  question,
  context,
  ownerId: id,
  dueOn: isoDate.nullable(),
});

export const setDependenciesInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  dependsOn: z.array(id).max(20, "Please keep to 20 decisions."),
});

export const addOptionInput = z.strictObject({ mutationId, decisionId: id, ...optionContent });

export const editOptionInput = z.strictObject({ mutationId, optionId: id, version, ...optionContent });

export const removeOptionInput = z.strictObject({ mutationId, optionId: id, version });

export const stances = ["agree", "abstain", "object"] as const;

export const takePositionInput = z.strictObject({
  mutationId,
  decisionId: id,
  stance: z.enum(stances),
  optionId: id.nullable(),
  reason: longText(2_000),
});

export const decideInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  optionId: id,
  rationale: markdownText(10_000, 1),
  /** What is answered to those who object; needed where somebody does. */
  objectionsAnswered: longText(4_000),
});

export const reopenInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  reason: longText(4_000, 1),
});

export const supersedeInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  question,
  reason: longText(4_000, 1),
});

export const deleteDecisionInput = z.strictObject({ mutationId, decisionId: id, version });

export const decisionInput = z.strictObject({
  projectKey,
  number: z.int().min(1).max(1_000_000),
});

export const previewEffectsInput = z.strictObject({
  decisionId: id,
  /** The option being edited; null for one that is not saved yet. */
  optionId: id.nullable(),
  effects: optionEffects,
});

export const listDecisionsInput = z.strictObject({
  state: z.enum(["open", "decided", "superseded", "all"]).default("open"),
  projectKey: projectKey.optional(),
});
