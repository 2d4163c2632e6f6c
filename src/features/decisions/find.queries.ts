import {
  type DecisionProcess,
  decisionProcesses,
  type PhaseId,
  phaseIds,
  type Stance,
  stances,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound } from "@/platform/errors";
import { mayDecide, permissions } from "@/platform/permissions";

type Within = { readonly organizationId: string };

export type DecisionState = "open" | "decided" | "superseded";

/**
 * Locks the decision until the end of the transaction: of two verbs at once, the later sees what the earlier did. Rows that only
 * point at the decision (a comment, a dependency of another) may be written meanwhile.
 */
export async function lockDecision(tx: Transaction, within: Within, decisionId: string) {
  await tx.$executeRaw`SELECT 1 FROM decision
    WHERE organization_id = ${within.organizationId}::uuid AND id = ${decisionId}::uuid FOR NO KEY UPDATE`;
  return await findDecision(tx, within, decisionId);
}

/** Locks several, in one order for everybody, so that two who lock some of the same never wait for each other. */
export async function lockDecisions(
  tx: Transaction,
  within: Within,
  decisionIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM decision
    WHERE organization_id = ${within.organizationId}::uuid AND id = ANY(${[...decisionIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}

/** The decision as it stands, in a project that is not deleted, or NOT_FOUND. */
export async function findDecision(tx: Transaction, within: Within, decisionId: string) {
  const [decision] = await findDecisions(tx, within, [decisionId]);
  if (decision === undefined) throw notFound("decision");
  return decision;
}

/** Those of the decisions that stand in a project that is not deleted, by their numbers. */
export async function findDecisions(tx: Transaction, within: Within, decisionIds: readonly string[]) {
  const rows = await tx.decision.findMany({
    where: {
      organizationId: within.organizationId,
      id: { in: [...decisionIds] },
      deletedAt: null,
      project: { deletedAt: null },
    },
    orderBy: { number: "asc" },
    include: {
      project: { select: { id: true, ownerId: true, name: true, key: true } },
      options: { where: { deletedAt: null }, orderBy: { place: "asc" } },
      outcomes: { where: { endedAt: null } },
      supersededBy: { select: { number: true } },
      positions: {
        where: { membership: { removedAt: null } },
        orderBy: { at: "asc" },
        include: { membership: memberName, answeredBy: memberName },
      },
      consulted: {
        where: { membership: mayAnswer },
        orderBy: { askedAt: "asc" },
        include: { membership: memberName },
      },
    },
  });
  return rows.map((row) => {
    const outcome = row.outcomes[0] ?? null;
    const isSuperseded = row.supersededBy !== null;
    return {
      ...row,
      process: toProcess(row.process),
      positions: row.positions.map((position) => ({ ...position, stance: toStance(position.stance) })),
      outcome,
      state: stateOf(isSuperseded, outcome !== null),
    };
  });
}

/** Members who may take a position. */
export const mayAnswer = { removedAt: null, role: { in: [...permissions["position.take"]] } };

export const memberName = { select: { id: true, account: { select: { name: true } } } } as const;

export type FoundDecision = Awaited<ReturnType<typeof findDecision>>;

/** What may only be changed while a decision is open. */
export function refuseUnlessOpen(decision: FoundDecision): void {
  if (decision.state === "decided") throw alreadyDecided();
  if (decision.state === "superseded") throw superseded();
}

/** Deciding belongs to the decision's owner, the project's owner, and leads. */
export function refuseStranger(db: OrganizationDb, decision: FoundDecision): void {
  if (mayBeDecidedBy(db, decision)) return;
  throw new AppError(
    "FORBIDDEN",
    "DECISION_NOT_YOURS",
    "Only the owner of the decision or of the project, or a lead, may do this. Take a position or comment instead.",
  );
}

export function mayBeDecidedBy({ actor }: OrganizationDb, decision: FoundDecision): boolean {
  const owns = [decision.ownerId, decision.project.ownerId].includes(actor.membershipId);
  return mayDecide(actor.role, owns);
}

export function stateOf(isSuperseded: boolean, isDecided: boolean): DecisionState {
  if (isSuperseded) return "superseded";
  return isDecided ? "decided" : "open";
}

export function toProcess(text: string): DecisionProcess {
  const process = decisionProcesses.find((known) => known === text);
  if (process === undefined) throw new Error(`Unknown process ${text}`);
  return process;
}

export function toPhase(text: string): PhaseId {
  const phase = phaseIds.find((id) => id === text);
  if (phase === undefined) throw new Error(`Unknown phase ${text}`);
  return phase;
}

export function toStance(text: string): Stance {
  const stance = stances.find((known) => known === text);
  if (stance === undefined) throw new Error(`Unknown stance ${text}`);
  return stance;
}

export function alreadyDecided(): AppError {
  return invalid("ALREADY_DECIDED", "This decision is decided already. Reopen it to decide anew.");
}

export function superseded(): AppError {
  return invalid("SUPERSEDED", "This decision was superseded. Look at the one that replaced it.");
}
