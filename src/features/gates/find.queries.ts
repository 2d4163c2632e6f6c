import { v7 as uuidv7 } from "uuid";
import { readPlan } from "@/features/plans/service";
import { holdProject } from "@/features/projects/service";
import { type Deliverable, gateReadiness, lifecycleWith, type PhaseId, phaseNames } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { mayApprove } from "@/platform/permissions";

type Where = { readonly projectId: string; readonly phase: PhaseId };

/**
 * Locks the project, so that of two verbs about its gates the later sees what the earlier did, and answers its gate: as a row from the
 * first thing on that is said about it.
 */
export async function lockGate(tx: Transaction, db: OrganizationDb, { projectId, phase }: Where) {
  const project = await holdProject(tx, db, projectId);
  const { organizationId } = db;
  const key = { organizationId, projectId, phase };
  const found = await tx.gate.findFirst({ where: key });
  const gate = found ?? { id: uuidv7(), approverId: null, version: 0 };
  return { ...gate, isNew: found === null, projectId, phase, project };
}

export type LockedGate = Awaited<ReturnType<typeof lockGate>>;

/** Counts a change of what the approver would see; makes the row for the first. */
export async function touchGate(
  tx: Transaction,
  { organizationId }: Pick<OrganizationDb, "organizationId">,
  gate: LockedGate,
  change: { approverId?: string } = {},
): Promise<number> {
  const { id, projectId, phase, version } = gate;
  if (gate.isNew) await tx.gate.create({ data: { organizationId, id, projectId, phase, ...change } });
  else {
    await tx.gate.updateMany({
      where: { organizationId, id },
      data: { ...change, version: { increment: 1 } },
    });
  }
  return version + 1;
}

/** What the gate asks of this plan: the standard's criteria and the phase's deliverables. */
export async function askedOf(tx: Transaction, db: OrganizationDb, { projectId, phase }: Where) {
  const plan = await readPlan(tx, db, projectId);
  const known = lifecycleWith(plan.standards.lifecycle).phaseById(phase);
  const { criteria } = gateReadiness(
    known,
    new Set(plan.techniques.map(({ technique }) => technique.id)),
    plan.tasks,
  );
  const deliverables: readonly Deliverable[] = known.deliverables;
  return { criteria: criteria.map(({ criterion }) => criterion), deliverables };
}

/** The criterion of the gate by its key, as the standard or the team worded it; with its row once something was said of it. */
export async function findCriterion(tx: Transaction, db: OrganizationDb, gate: LockedGate, key: string) {
  const { organizationId } = db;
  const row = await tx.gateCriterion.findFirst({ where: { organizationId, gateId: gate.id, key } });
  if (row !== null && row.text !== null) {
    if (row.removedAt !== null) throw notFound("criterion");
    return { row, text: row.text };
  }
  const asked = await askedOf(tx, db, gate);
  const criterion = asked.criteria.find(({ id }) => id === key);
  if (criterion === undefined) throw notFound("criterion");
  return { row, text: criterion.text };
}

/** The member who says whether the project may pass: whoever was named, or else its owner; null where that one may not (any more). */
export async function approverOf(
  tx: Transaction,
  { organizationId }: { readonly organizationId: string },
  { approverId, project }: Pick<LockedGate, "approverId"> & { project: { ownerId: string } },
) {
  const id = approverId ?? project.ownerId;
  const member = await tx.membership.findFirst({
    where: { organizationId, id, removedAt: null },
    select: { id: true, role: true, account: { select: { name: true } } },
  });
  if (member === null || !mayApprove(member.role, member.id === project.ownerId)) return null;
  return { id: member.id, name: member.account.name };
}

export function noApprover() {
  return invalid("NO_APPROVER", "Name an approver first: the project's owner, a lead, an admin or an owner.");
}

/** What every entry of the log about a gate tells. */
export function aboutGate<Type extends string, Data extends object>(
  gate: LockedGate,
  type: Type,
  data: Data,
) {
  return {
    type,
    subject: { type: "gate", id: gate.id },
    projectId: gate.projectId,
    data: { phase: gate.phase, gate: phaseNames[gate.phase], ...data },
  };
}
