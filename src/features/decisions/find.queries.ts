import type { Transaction } from "@/platform/db/organization-db";
import { type AppError, invalid, notFound } from "@/platform/errors";

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

/** The decision as it stands, in a project that is not deleted, or NOT_FOUND. */
export async function findDecision(tx: Transaction, within: Within, decisionId: string) {
  const row = await tx.decision.findFirst({
    where: {
      organizationId: within.organizationId,
      id: decisionId,
      deletedAt: null,
      project: { deletedAt: null },
    },
    include: {
      project: { select: { id: true, ownerId: true, name: true, key: true } },
      options: { where: { deletedAt: null }, orderBy: { place: "asc" } },
      outcomes: { where: { endedAt: null } },
      supersededBy: { select: { number: true } },
      positions: { where: { stance: "object", membership: { removedAt: null } } },
    },
  });
  if (row === null) throw notFound("decision");
  const outcome = row.outcomes[0] ?? null;
  const state: DecisionState =
    row.supersededBy !== null ? "superseded" : outcome === null ? "open" : "decided";
  return { ...row, outcome, state };
}

export type FoundDecision = Awaited<ReturnType<typeof findDecision>>;

/** What may only be changed while a decision is open. */
export function refuseUnlessOpen(decision: FoundDecision): void {
  if (decision.state === "decided") throw alreadyDecided();
  if (decision.state === "superseded") throw superseded();
}

export function alreadyDecided(): AppError {
  return invalid("ALREADY_DECIDED", "This decision is decided already. Reopen it to decide anew.");
}

export function superseded(): AppError {
  return invalid("SUPERSEDED", "This decision was superseded. Look at the one that replaced it.");
}
