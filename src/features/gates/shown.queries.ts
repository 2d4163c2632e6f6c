import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { askedOf, type LockedGate } from "./find.queries";
import { type ShownCriteria, shownCriteria } from "./schema";

/** The gate's criteria as they stand, with what shows them: what an approver decides on, and what a round keeps. */
export async function shownAt(
  tx: Transaction,
  db: OrganizationDb,
  gate: Pick<LockedGate, "id" | "projectId" | "phase">,
): Promise<ShownCriteria> {
  const { criteria: asked } = await askedOf(tx, db, gate);
  const rows = await tx.gateCriterion.findMany({
    where: { organizationId: db.organizationId, gateId: gate.id, removedAt: null },
    orderBy: { id: "asc" },
    select: {
      key: true,
      text: true,
      status: true,
      note: true,
      evidence: { where: { removedAt: null }, orderBy: { id: "asc" }, select: { kind: true, title: true } },
    },
  });
  const said = new Map(rows.map((row) => [row.key, row]));
  const blank = { status: "open", note: "", evidence: [] };
  return shownCriteria.parse([
    ...asked.map(({ id, text }) => ({ ...(said.get(id) ?? blank), key: id, text })),
    ...rows.filter(({ text }) => text !== null),
  ]);
}
