import { z } from "zod";
import { gateCriterionStatuses, phaseIds } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnDeeds, tellOwnSteps } from "@/platform/events/own-steps";
import { id } from "@/platform/schema";

/** What the member may undo and redo of a project's gates, each with the next to be taken back first, and what it was about. */
export async function gateSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readGateSteps, (deed) => ({
    type: deed.type,
    phase: deed.data.phase,
    about: aboutWhat(deed),
  }));
}

export async function readGateSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnDeeds(tx, db, projectId, gateDeed);
}

const phase = z.enum(phaseIds);
const criterion = { phase, key: z.string(), criterion: z.string() };
const judgement = z.object({ status: z.enum(gateCriterionStatuses), note: z.string() });
const shown = z.object({ title: z.string() });
const condition = z.object({ id, text: z.string() });
const approver = z.object({ approverId: id, name: z.string() });

/** What an entry of the log says that was done to a gate. What the approver was asked and answered is no edit, and stands. */
const gateDeed = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("gate.criterion-judged"),
    data: z.object({ ...criterion, before: judgement, after: judgement }),
  }),
  z.object({ type: z.literal("gate.criterion-added"), data: z.object(criterion) }),
  z.object({ type: z.literal("gate.criterion-removed"), data: z.object(criterion) }),
  z.object({
    type: z.literal("gate.evidence-added"),
    data: z.object({ phase, evidenceId: id, after: shown }),
  }),
  z.object({
    type: z.literal("gate.evidence-removed"),
    data: z.object({ phase, evidenceId: id, before: shown }),
  }),
  z.object({
    type: z.literal("gate.approver-named"),
    data: z.object({ phase, before: approver, after: approver }),
  }),
  z.object({
    type: z.literal("gate.condition-closed"),
    data: z.object({ phase, condition, reason: z.string() }),
  }),
  z.object({
    type: z.literal("gate.condition-reopened"),
    data: z.object({ phase, condition, before: z.object({ reason: z.string() }) }),
  }),
]);

export type GateDeed = z.output<typeof gateDeed>;

export function aboutWhat(deed: GateDeed): string {
  switch (deed.type) {
    case "gate.criterion-judged":
    case "gate.criterion-added":
    case "gate.criterion-removed":
      return deed.data.criterion;
    case "gate.evidence-added":
      return deed.data.after.title;
    case "gate.evidence-removed":
      return deed.data.before.title;
    case "gate.approver-named":
      return deed.data.after.name;
    case "gate.condition-closed":
    case "gate.condition-reopened":
      return deed.data.condition.text;
  }
}
