import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { staleVersion } from "@/platform/errors";
import { type FoundDecision, findDecision } from "./find.queries";

/** Changes the version the person saw, or answers with the current record. */
export async function bump(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  version: number,
  data: {
    question?: string;
    context?: string;
    rationale?: string;
    ownerId?: string;
    dueOn?: Date | null;
    process?: string;
    deletedAt?: Date;
    supersedesId?: null;
  },
): Promise<void> {
  const changed = await tx.decision.updateMany({
    where: { organizationId: db.organizationId, id: decision.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count === 1) return;
  const current = await findDecision(tx, db, decision.id);
  throw staleVersion("decision", { ...editable(current), version: current.version });
}

export function editable(decision: FoundDecision) {
  return {
    question: decision.question,
    context: decision.context,
    rationale: decision.rationale,
    ownerId: decision.ownerId,
    dueOn: decision.dueOn === null ? null : toDay(decision.dueOn),
    process: decision.process,
  };
}
