import type { z } from "zod";
import { type PhaseId, phaseIds } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { aboutGate, lockGate } from "./find.queries";
import type { closeConditionInput, reopenConditionInput } from "./schema";

/** Says that a condition is fulfilled, and how. */
export async function closeCondition(db: OrganizationDb, input: z.output<typeof closeConditionInput>) {
  return await db.write(input, async (tx) => {
    const locked = await lockCondition(tx, db, input.conditionId);
    refuseStale(locked.condition, input.version);
    return await closeConditionWithin(tx, db, locked, input.note);
  });
}

type LockedCondition = Awaited<ReturnType<typeof lockCondition>>;

/** The same with the condition locked. */
export async function closeConditionWithin(
  tx: Transaction,
  { organizationId, actor }: OrganizationDb,
  { gate, condition }: LockedCondition,
  note: string,
) {
  const { id, text, version, closedAt } = condition;
  if (closedAt !== null) throw invalid("CLOSED_ALREADY", "This condition is closed already.");
  await tx.gateCondition.updateMany({
    where: { organizationId, id },
    data: {
      closedAt: new Date(),
      closedById: actor.membershipId,
      closingNote: note,
      version: { increment: 1 },
    },
  });
  return {
    answer: { version: version + 1 },
    event: aboutGate(gate, "gate.condition-closed", { condition: { id, text }, reason: note }),
  };
}

export async function reopenCondition(db: OrganizationDb, input: z.output<typeof reopenConditionInput>) {
  return await db.write(input, async (tx) => {
    const locked = await lockCondition(tx, db, input.conditionId);
    refuseStale(locked.condition, input.version);
    return await reopenConditionWithin(tx, db, locked);
  });
}

/** The same with the condition locked. */
export async function reopenConditionWithin(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { gate, condition }: LockedCondition,
) {
  const { id, text, ownerId, version, closedAt, closingNote } = condition;
  if (closedAt === null) throw invalid("OPEN_ALREADY", "This condition is open.");
  await tx.gateCondition.updateMany({
    where: { organizationId, id },
    data: { closedAt: null, closedById: null, closingNote: "", version: { increment: 1 } },
  });
  return {
    answer: { version: version + 1 },
    event: aboutGate(gate, "gate.condition-reopened", {
      condition: { id, text, ownerId },
      before: { reason: closingNote },
    }),
  };
}

export async function lockCondition(tx: Transaction, db: OrganizationDb, id: string) {
  const where = { organizationId: db.organizationId, id, round: { gate: { project: { deletedAt: null } } } };
  const of = await tx.gateCondition.findFirst({
    where,
    select: { round: { select: { gate: { select: { projectId: true, phase: true } } } } },
  });
  if (of === null) throw notFound("condition");
  const { projectId, phase } = of.round.gate;
  const gate = await lockGate(tx, db, { projectId, phase: toPhase(phase) });
  // Once the lock is held: as the one before us left it.
  return { gate, condition: await tx.gateCondition.findFirstOrThrow({ where }) };
}

function toPhase(text: string): PhaseId {
  const phase = phaseIds.find((id) => id === text);
  if (phase === undefined) throw new Error(`Unknown phase ${text}`);
  return phase;
}

function refuseStale(
  condition: { version: number; text: string; closedAt: Date | null; closingNote: string },
  seen: number,
): void {
  if (condition.version === seen) return;
  const { version, text, closedAt, closingNote } = condition;
  throw staleVersion("condition", { version, text, closed: closedAt !== null, closingNote });
}
