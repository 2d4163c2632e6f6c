import { z } from "zod";
import { tellInboxes } from "@/platform/db/inbox-channel";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { addJob, jobTask } from "@/platform/jobs/job";
import type { markInput } from "./schema";

/** Marks items of one's own: read or not, done or not, asleep until a time. What got news since it was seen stays as it is. */
export async function mark(db: OrganizationDb, input: z.output<typeof markInput>) {
  const { organizationId, actor } = db;
  return await db.writeOwn(input, async (tx) => {
    const mine = { organizationId, membershipId: actor.membershipId };
    const known = await tx.inboxItem.count({
      where: { ...mine, id: { in: input.items.map((item) => item.id) } },
    });
    if (known < input.items.length) throw invalid("NOT_IN_YOUR_INBOX", "This is not in your inbox any more.");
    const now = new Date();
    const { read, done, snoozedUntil } = input;
    const changed = await tx.inboxItem.updateMany({
      where: { ...mine, OR: input.items.map(({ id, lastSeq }) => ({ id, lastSeq: { lte: lastSeq } })) },
      data: {
        ...(read === undefined ? {} : { readAt: read ? now : null }),
        ...(done === undefined ? {} : { doneAt: done ? now : null }),
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
      },
    });
    if (snoozedUntil != null) await wakeAt(tx, organizationId, actor.membershipId, snoozedUntil);
    return { marked: changed.count };
  });
}

const wakeJob = {
  name: "inbox.wake",
  payload: z.strictObject({ membershipId: z.string(), until: z.string() }),
};

async function wakeAt(
  tx: Transaction,
  organizationId: string,
  membershipId: string,
  until: Date,
): Promise<void> {
  const payload = { membershipId, until: until.toISOString() };
  await addJob(tx, organizationId, wakeJob, {
    key: `${membershipId} ${payload.until}`,
    payload,
    runAt: until,
  });
}

/** Brings back, as unread, what slept until now. Whoever chose another time or none meanwhile is left alone. */
export const wakeTask = jobTask(wakeJob, async (db, { membershipId, until }) => {
  const { organizationId } = db;
  await db.transaction(async (tx) => {
    await tx.inboxItem.updateMany({
      where: { organizationId, membershipId, doneAt: null, snoozedUntil: { lte: new Date(until) } },
      data: { snoozedUntil: null, readAt: null },
    });
    await tellInboxes(tx, [membershipId]);
  });
});
