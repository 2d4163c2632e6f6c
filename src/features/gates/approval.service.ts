import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { gateRefusal, openCriteria } from "@/planning";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, staleVersion } from "@/platform/errors";
import { mayApprove } from "@/platform/permissions";
import { aboutGate, approverOf, type LockedGate, lockGate, noApprover, touchGate } from "./find.queries";
import type { askApprovalInput, decideGateInput, nameApproverInput } from "./schema";
import { shownAt } from "./shown.queries";

/** Names who passes the gate, which must be a member who may. Whoever is waited for at the moment is waited for no more. */
export async function nameApprover(db: OrganizationDb, input: z.output<typeof nameApproverInput>) {
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    await refuseStale(tx, db, gate, input.version);
    return await nameApproverWithin(tx, db, gate, input.approverId);
  });
}

/** The same with the gate locked. */
export async function nameApproverWithin(
  tx: Transaction,
  db: OrganizationDb,
  gate: LockedGate,
  approverId: string,
) {
  const before = await approverOf(tx, db, gate);
  const member = await tx.membership.findFirst({
    where: { organizationId: db.organizationId, id: approverId, removedAt: null },
    select: { id: true, role: true, account: { select: { name: true } } },
  });
  if (member === null) {
    throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "approverId");
  }
  if (!mayApprove(member.role, member.id === gate.project.ownerId)) {
    throw invalid(
      "MAY_NOT_APPROVE",
      "Gates are passed by the project's owner, a lead, an admin or an owner of the workspace.",
      "approverId",
    );
  }
  const version = await touchGate(tx, db, gate, { approverId: member.id });
  const waits = await waitingRound(tx, db, gate);
  return {
    answer: { version },
    event: aboutGate(gate, "gate.approver-named", {
      before: { approverId: before?.id ?? null, name: before?.name ?? null },
      after: { approverId: member.id, name: member.account.name },
      waits: waits !== null,
    }),
  };
}

/** Asks the approver to pass the gate. Asked once, until they have answered. */
export async function askApproval(db: OrganizationDb, input: z.output<typeof askApprovalInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    await refuseStale(tx, db, gate, input.version);
    const approver = await approverOf(tx, db, gate);
    if (approver === null) throw noApprover();
    if ((await waitingRound(tx, db, gate)) !== null) {
      throw invalid("ASKED_ALREADY", `${approver.name} was asked already, and has not answered yet.`);
    }
    const version = await touchGate(tx, db, gate);
    const round = await nextRound(tx, db, gate);
    await tx.gateRound.create({
      data: { organizationId, gateId: gate.id, ...round, askedById: actor.membershipId, note: input.note },
    });
    return {
      answer: { version },
      event: aboutGate(gate, "gate.asked", {
        round: round.number,
        reason: input.note,
        after: { approverId: approver.id, name: approver.name },
      }),
    };
  });
}

/**
 * What the approver says: pass, pass with conditions, or back with a reason. It answers the round that waits, or is a round of its own,
 * and keeps the criteria as the approver saw them.
 */
export async function decideGate(db: OrganizationDb, input: z.output<typeof decideGateInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    const approver = await approverOf(tx, db, gate);
    if (approver?.id !== actor.membershipId) {
      throw new AppError(
        "FORBIDDEN",
        "NOT_THE_APPROVER",
        approver === null
          ? "This gate has no approver. Name one first."
          : `Only ${approver.name}, this gate's approver, can say this.`,
      );
    }
    await refuseStale(tx, db, gate, input.version);
    const shown = await shownAt(tx, db, gate);
    const { verdict, reason, conditions } = input;
    const statuses = shown.map(({ status }) => status);
    const refusal = gateRefusal({ verdict, statuses, conditions: conditions.length, reason });
    if (refusal !== null) throw whyRefused(refusal, openCriteria(statuses));
    await refuseUnknownOwners(tx, db, conditions);
    const version = await touchGate(tx, db, gate);
    const waiting = await waitingRound(tx, db, gate);
    const round = waiting ?? (await nextRound(tx, db, gate));
    const said = { verdict, reason, shown, decidedById: actor.membershipId, decidedAt: new Date() };
    if (waiting === null) {
      const asked = { askedById: actor.membershipId, note: "" };
      await tx.gateRound.create({ data: { organizationId, gateId: gate.id, ...round, ...asked, ...said } });
    } else await tx.gateRound.updateMany({ where: { organizationId, id: round.id }, data: said });
    const rows = conditions.map((condition) => ({ id: uuidv7(), ...condition }));
    await tx.gateCondition.createMany({
      data: rows.map(({ dueOn, ...condition }, place) => ({
        ...{ organizationId, roundId: round.id, place, dueOn: fromDay(dueOn) },
        ...condition,
      })),
    });
    return {
      answer: { version },
      event: aboutGate(gate, "gate.decided", {
        round: round.number,
        reason,
        after: { verdict, conditions: rows },
      }),
    };
  });
}

async function waitingRound(tx: Transaction, { organizationId }: OrganizationDb, gate: LockedGate) {
  return await tx.gateRound.findFirst({
    where: { organizationId, gateId: gate.id, verdict: null },
    select: { id: true, number: true },
  });
}

async function nextRound(tx: Transaction, { organizationId }: OrganizationDb, gate: LockedGate) {
  const rounds = await tx.gateRound.count({ where: { organizationId, gateId: gate.id } });
  return { id: uuidv7(), number: rounds + 1 };
}

/** An approver decides on what they saw, and whoever asks asks for what they saw. */
async function refuseStale(
  tx: Transaction,
  db: OrganizationDb,
  gate: LockedGate,
  seen: number,
): Promise<void> {
  if (gate.version === seen) return;
  const approver = await approverOf(tx, db, gate);
  const shown = await shownAt(tx, db, gate);
  const last = await tx.gateRound.findFirst({
    where: { organizationId: db.organizationId, gateId: gate.id },
    orderBy: { number: "desc" },
    select: { verdict: true, reason: true, decidedBy: { select: { account: { select: { name: true } } } } },
  });
  throw staleVersion("gate", {
    version: gate.version,
    approver: approver?.name ?? null,
    verdict: last?.verdict ?? null,
    reason: last?.reason ?? "",
    decidedBy: last?.decidedBy?.account.name ?? null,
    criteria: shown.map(({ text, status, evidence }) => ({ text, status, evidence: evidence.length })),
  });
}

async function refuseUnknownOwners(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  conditions: readonly { readonly ownerId: string }[],
): Promise<void> {
  const ids = new Set(conditions.map(({ ownerId }) => ownerId));
  const known = await tx.membership.count({
    where: { organizationId, id: { in: [...ids] }, removedAt: null },
  });
  if (known !== ids.size) {
    throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "conditions");
  }
}

function whyRefused(refusal: NonNullable<ReturnType<typeof gateRefusal>>, open: number) {
  switch (refusal) {
    case "criteria-open":
      return invalid(
        "CRITERIA_OPEN",
        `${open} ${open === 1 ? "criterion is" : "criteria are"} not met. Pass with conditions, or send back.`,
        "verdict",
      );
    case "conditions-missing":
      return invalid("CONDITIONS_MISSING", "Please give at least one condition.", "conditions");
    case "conditions-unasked":
      return invalid("CONDITIONS_UNASKED", "Conditions belong to passing with conditions.", "conditions");
    case "reason-needed":
      return invalid("REASON_NEEDED", "Please say why: what is missing should be clear.", "reason");
  }
}
