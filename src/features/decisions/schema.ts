import { z } from "zod";
import { markdownText } from "@/features/comments/schema";
import { optionEffects } from "@/features/plans/schema";
import { change, cursorPlace, followPlace } from "@/features/texts/schema";
import { decisionProcesses, phaseIds, stances } from "@/planning";
import { id, isoDate, lineText, longText, mutationId, projectKey, version } from "@/platform/schema";

const question = lineText(200, 5);
export const context = markdownText(20_000);
/** The rationale while it is being written: it may still be empty. */
export const rationale = markdownText(10_000);

/** What it would take to go back from an option once it was chosen. */
export const costsOfChange = ["low", "medium", "high"] as const;

const points = z.array(lineText(200)).max(12, "Please keep to 12 lines.");

const optionContent = {
  title: lineText(120, 2),
  description: markdownText(10_000),
  effects: optionEffects,
  // What is left out is empty in a new option, and stays as it is in one that is edited.
  pros: points.optional(),
  cons: points.optional(),
  costOfChange: longText(1_000).optional(),
  costOfChangeLevel: z.enum(costsOfChange).nullable().optional(),
};

export const newOption = z.strictObject(optionContent);

const process = z.enum(decisionProcesses);

const consulted = z.array(id).max(200, "Please keep to 200 members.");

/** A task of a project's plan, as "technique/slug". */
const taskKey = z.string().min(3).max(200);

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
  process: process.default("advice"),
  /** Members who are asked for their position. */
  consulted: consulted.default([]),
  /** What it is asked from, where it is: a task of the plan, or a comment. */
  taskKey: taskKey.nullable().default(null),
  commentId: id.nullable().default(null),
});

export const editDecisionInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  question,
  /** Left out: as it was. Who edits the rest must not take back what others are writing in its place. */
  context: context.optional(),
  ownerId: id,
  dueOn: isoDate.nullable(),
  /** Left out: as it was. */
  process: process.optional(),
});

export const consultInput = z.strictObject({ mutationId, decisionId: id, consulted });

export const setDependenciesInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  dependsOn: z.array(id).max(20, "Please keep to 20 decisions."),
});

export const addOptionInput = z.strictObject({
  mutationId,
  decisionId: id,
  ...optionContent,
  /** The model of the catalogue that the option is about; what the catalogue says of it is kept as evidence. */
  modelId: z.string().max(100).nullable().optional(),
});

export const editOptionInput = z.strictObject({ mutationId, optionId: id, version, ...optionContent });

export const removeOptionInput = z.strictObject({ mutationId, optionId: id, version });

export const takePositionInput = z.strictObject({
  mutationId,
  decisionId: id,
  stance: z.enum(stances),
  optionId: id.nullable(),
  reason: longText(2_000),
});

export const answerObjectionInput = z.strictObject({
  mutationId,
  decisionId: id,
  /** Whose objection, and which version of it was read. */
  membershipId: id,
  version,
  answer: longText(4_000, 1),
});

export const settleObjectionInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  settlement: z.enum(["withdraw", "keep"]),
});

export const decideInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  optionId: id,
  rationale: markdownText(10_000, 1),
  /** What is answered to those who object and have no answer of their own; not for consent, which needs those. */
  objectionsAnswered: longText(4_000),
  /** Why the choice is not what most voted for; needed where it is not. */
  departure: longText(2_000).default(""),
  reviewOn: isoDate.nullable().default(null),
});

export const reviewInput = z.strictObject({
  mutationId,
  decisionId: id,
  version,
  note: longText(4_000, 1),
  nextOn: isoDate.nullable(),
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

/** The texts of a decision that several people may write at once. */
const decisionTexts = ["context", "rationale"] as const;
export type DecisionText = (typeof decisionTexts)[number];

const decisionText = { decisionId: id, field: z.enum(decisionTexts) };

export const openTextInput = z.strictObject(decisionText);

export const changeTextInput = z.strictObject({ ...decisionText, change });

export const settleTextInput = z.strictObject({ mutationId, ...decisionText });

export const pointInTextInput = z.strictObject({ ...decisionText, ...cursorPlace });

export const followTextInput = z.strictObject({ ...decisionText, ...followPlace });

export const deleteDecisionInput = z.strictObject({ mutationId, decisionId: id, version });

/** By the comment that suggests another wording of the context; `version` is the decision's, as the person saw it. */
export const applySuggestionInput = z.strictObject({ mutationId, commentId: id, version });

export const declineSuggestionInput = z.strictObject({ mutationId, commentId: id });

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
  phase: z.enum(phaseIds).optional(),
  /** Words to find, each by its beginning. */
  text: lineText(200, 0).optional(),
});

export const timelineInput = listDecisionsInput.extend({
  /** The month to go on before, for what is further back. */
  before: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Please give a month as 2027-04.")
    .optional(),
});

/** One decision, or those of the log that a search finds: all, where it asks for nothing. */
export const exportDecisionsInput = listDecisionsInput.extend({
  state: listDecisionsInput.shape.state.unwrap().default("all"),
  number: z.int().min(1).max(1_000_000).optional(),
  format: z.enum(["markdown", "json", "pdf"]),
});

export const draftInput = z.strictObject({
  projectKey,
  taskKey: taskKey.nullable(),
  commentId: id.nullable(),
});

export const suggestionsInput = z.strictObject({ projectKey });

const suggestion = z.string().min(1).max(100);

export const takeSuggestionInput = z.strictObject({ mutationId, projectId: id, suggestion });

export const dismissSuggestionInput = z.strictObject({
  mutationId,
  projectId: id,
  suggestion,
  reason: longText(1_000, 1),
});

export const restoreSuggestionInput = z.strictObject({ mutationId, projectId: id, suggestion });
