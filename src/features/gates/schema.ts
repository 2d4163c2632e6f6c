import { z } from "zod";
import { gateCriterionStatuses, gateVerdicts, phaseIds } from "@/planning";
import { id, isoDate, lineText, longText, mutationId, projectKey, version } from "@/platform/schema";

const phase = z.enum(phaseIds);

/** The version the person saw; 0 when nobody had said anything yet. */
const seenVersion = z.union([z.literal(0), version]);

/** A criterion of the standard by its id, or an own one by its own. */
const criterionKey = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/, "This is not a criterion.");

const ofGate = { projectId: id, phase };

export const gateInput = z.strictObject({ projectKey, phase });

export const judgeInput = z.strictObject({
  mutationId,
  ...ofGate,
  key: criterionKey,
  version: seenVersion,
  status: z.enum(gateCriterionStatuses),
  note: longText(2_000),
});

export const addCriterionInput = z.strictObject({ mutationId, ...ofGate, text: lineText(300, 2) });

export const removeCriterionInput = z.strictObject({ mutationId, ...ofGate, key: criterionKey, version });

const address = z
  .string()
  .trim()
  .max(2_000, "Please keep this within 2,000 characters.")
  .refine(
    (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    "Please give an address that begins with https:// or http://.",
  );

export const gateEvidenceKinds = ["link", "note", "decision", "result", "deliverable"] as const;
export type GateEvidenceKind = (typeof gateEvidenceKinds)[number];

const evidenceContent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), url: address, title: lineText(160, 2) }),
  z.strictObject({ kind: z.literal("note"), title: lineText(500, 2) }),
  z.strictObject({ kind: z.literal("decision"), decisionId: id }),
  z.strictObject({ kind: z.literal("result"), resultId: id }),
  z.strictObject({ kind: z.literal("deliverable"), deliverable: criterionKey }),
]);

export const addEvidenceInput = z.strictObject({
  mutationId,
  ...ofGate,
  key: criterionKey,
  content: evidenceContent,
});

export const removeEvidenceInput = z.strictObject({ mutationId, evidenceId: id });

/** The gate as the person saw it; 0 when nothing had been said of it yet. */
const seenGate = { ...ofGate, version: seenVersion };

export const nameApproverInput = z.strictObject({ mutationId, ...seenGate, approverId: id });

export const askApprovalInput = z.strictObject({ mutationId, ...seenGate, note: longText(2_000) });

const condition = z.strictObject({ text: lineText(300, 2), dueOn: isoDate, ownerId: id });

export const decideGateInput = z.strictObject({
  mutationId,
  ...seenGate,
  verdict: z.enum(gateVerdicts),
  reason: longText(4_000),
  conditions: z.array(condition).max(20, "Please keep to 20 conditions."),
});

export const closeConditionInput = z.strictObject({
  mutationId,
  conditionId: id,
  version,
  note: longText(2_000),
});

export const reopenConditionInput = z.strictObject({ mutationId, conditionId: id, version });

/** What a round keeps of what its approver saw. */
export const shownCriteria = z.array(
  z.object({
    key: z.string(),
    text: z.string(),
    status: z.enum(gateCriterionStatuses),
    note: z.string(),
    evidence: z.array(z.object({ kind: z.enum(gateEvidenceKinds), title: z.string() })),
  }),
);

export type ShownCriteria = z.output<typeof shownCriteria>;
