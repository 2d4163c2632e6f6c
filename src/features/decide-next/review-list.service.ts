import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { findDecision, refuseUnlessOpen } from "@/features/decisions/find.queries";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, staleVersion } from "@/platform/errors";
import type { keepForReviewInput, moveReviewInput, noteReviewInput, settleReviewInput } from "./schema";

// A lead's own list of what to talk over next: nobody else's, so no entry of the log tells of it.

/** Puts an open decision at the end of the list. What is on it already stays where it is. */
export async function keepForReview(db: OrganizationDb, input: z.output<typeof keepForReviewInput>) {
  return await db.writeOwn(input, async (tx) => {
    const entries = await lockList(tx, db);
    const known = entries.find(({ decisionId }) => decisionId === input.decisionId);
    if (known !== undefined) return { id: known.id, version: known.version };
    const decision = await findDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const entry = { organizationId: db.organizationId, id: uuidv7(), memberId: db.actor.membershipId };
    await tx.reviewEntry.create({
      data: { ...entry, decisionId: decision.id, place: (entries.at(-1)?.place ?? 0) + 1 },
    });
    return { id: entry.id, version: 1 };
  });
}

export async function noteEntry(db: OrganizationDb, input: z.output<typeof noteReviewInput>) {
  return await db.writeOwn(input, async (tx) => {
    const { entry } = await findEntry(tx, db, input);
    if (entry.version !== input.version) {
      throw staleVersion("entry of your review list", { version: entry.version, note: entry.note });
    }
    await change(tx, db, entry.id, { note: input.note, version: { increment: 1 } });
    return { version: input.version + 1 };
  });
}

/** Changes places with the entry above or below; the first stays first, and the last last. */
export async function moveEntry(db: OrganizationDb, input: z.output<typeof moveReviewInput>) {
  return await db.writeOwn(input, async (tx) => {
    const { entries, entry, at } = await findEntry(tx, db, input);
    const other = entries[input.direction === "up" ? at - 1 : at + 1];
    if (other === undefined) return { place: entry.place };
    await change(tx, db, entry.id, { place: other.place });
    await change(tx, db, other.id, { place: entry.place });
    return { place: other.place };
  });
}

/** Takes the entry off the list: as talked over, which is kept, or as if it had never been on it. */
export async function settleEntry(db: OrganizationDb, input: z.output<typeof settleReviewInput>) {
  return await db.writeOwn(input, async (tx) => {
    const { entry } = await findEntry(tx, db, input);
    if (input.as === "reviewed") {
      await change(tx, db, entry.id, { reviewedAt: new Date() });
    } else {
      await tx.reviewEntry.deleteMany({ where: { organizationId: db.organizationId, id: entry.id } });
    }
    return { decisionId: entry.decisionId };
  });
}

/** The list, held until the end of the transaction: of two changes in two tabs the later sees what the earlier did. */
async function lockList(tx: Transaction, { organizationId, actor }: OrganizationDb) {
  const list = `review list of ${actor.membershipId}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${list}, 0))`;
  return await tx.reviewEntry.findMany({
    where: { organizationId, memberId: actor.membershipId, reviewedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
}

async function findEntry(
  tx: Transaction,
  db: OrganizationDb,
  { reviewEntryId }: { readonly reviewEntryId: string },
) {
  const entries = await lockList(tx, db);
  const at = entries.findIndex(({ id }) => id === reviewEntryId);
  const entry = entries[at];
  if (entry === undefined) throw invalid("NOT_ON_YOUR_LIST", "This is not on your review list any more.");
  return { entries, entry, at };
}

async function change(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string,
  data: { note?: string; version?: { increment: number }; place?: number; reviewedAt?: Date },
): Promise<void> {
  await tx.reviewEntry.updateMany({ where: { organizationId, id }, data });
}
