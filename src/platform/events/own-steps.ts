import { z } from "zod";
import type { EventType } from "../db/event-log";
import type { OrganizationDb, Transaction } from "../db/organization-db";
import { AppError } from "../errors";
import { id, mutationId } from "../schema";
import { openSteps } from "./take-back";

/** Takes back what an entry of the log did; `seq` is that entry's. */
export const takeBackInput = z.strictObject({
  mutationId,
  projectId: id,
  seq: z.int().min(1).max(2_147_483_647),
});

/** An entry that took back another says which: an undone deed, or an undoing that was undone. */
const takesBack = z.object({ undoes: z.int().optional(), redoes: z.int().optional() });

/** How far back one can undo. */
const mostSteps = 100;

/** What the member may undo and redo of what they did in a project, each with the latest last. `deedOf` reads an entry; null: none that can be. */
export async function readOwnSteps<Deed>(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  types: readonly EventType[],
  deedOf: (entry: { readonly type: string; readonly data: unknown }) => Deed | null,
) {
  const rows = await tx.event.findMany({
    where: {
      organizationId: db.organizationId,
      projectId,
      actorId: db.actor.membershipId,
      type: { in: [...types] },
    },
    orderBy: { seq: "desc" },
    take: mostSteps,
    select: { seq: true, type: true, data: true },
  });
  // What an older version wrote in another shape can't be taken back any more.
  const steps = rows.toReversed().flatMap(({ seq, type, data }) => {
    const deed = deedOf({ type, data });
    const marks = takesBack.safeParse(data);
    return deed !== null && marks.success ? [{ seq, deed, ...marks.data }] : [];
  });
  return openSteps(steps);
}

export function alreadyTakenBack(): AppError {
  return new AppError(
    "CONFLICT",
    "NOTHING_TO_TAKE_BACK",
    "This has been taken back already, or is not yours.",
  );
}

/** Somebody, or the member themself where `who` is null, went on from what is to be taken back. */
export function builtOn(who: string | null, what: string): AppError {
  const since = who === null ? `${what} has been changed again since` : `${who} has changed ${what} since`;
  return new AppError(
    "CONFLICT",
    "BUILT_ON",
    `${since}. Taking yours back would take that back, too: change it by hand.`,
  );
}
