import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { BackgroundDb } from "@/platform/db/background";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { seeAs } from "@/platform/db/sight";
import { addJob, type JobTask, jobTask } from "@/platform/jobs/job";
import type { LetterWords } from "@/platform/mail/letter-parts";
import type { Letter, Mailer } from "@/platform/mail/mailer";
import { unsubscribePath, unsubscribeToken } from "@/platform/mail/unsubscribe";
import { writeLetter } from "./letter-rules";
import { askForMailAnew, gatherJob, type MailRules, sendJob } from "./mail-jobs.service";
import { standing } from "./queries";
import type { setMailInput } from "./schema";
import { toItem, toldOf } from "./told.queries";

// From what nobody has read to a letter that goes out once.

export type Post = {
  readonly mailer: Mailer;
  /** Where people open the app. */
  readonly publicUrl: string;
  readonly secret: string;
};

const mostItems = 20;

/** How the member gets mail of this workspace, and whether the server sends any. */
export async function setMail(
  db: OrganizationDb,
  rules: MailRules | null,
  input: z.output<typeof setMailInput>,
) {
  const { organizationId, actor } = db;
  const { frequency: mailFrequency, digestHour, timeZone } = input;
  return await db.writeOwn(input, async (tx) => {
    const wishes = { mailFrequency, digestHour, timeZone };
    await tx.membership.updateMany({ where: { organizationId, id: actor.membershipId }, data: wishes });
    if (rules !== null)
      await askForMailAnew(tx, organizationId, { id: actor.membershipId, ...wishes }, rules);
    return { frequency: mailFrequency };
  });
}

/** What the worker does about mail; a letter's words come from the writer of its kind. */
export function mailTasks(post: Post, writers: readonly LetterWriter[] = []): readonly JobTask[] {
  const all = [inboxLetters, ...writers];
  return [
    jobTask(gatherJob, gather),
    jobTask(sendJob, async (db, { deliveryId }) => await send(db, post, all, deliveryId)),
  ];
}

/** A letter that is to be written, and to whom. */
export type Delivery = {
  readonly id: string;
  readonly organizationId: string;
  readonly letterId: string | null;
  readonly member: { readonly id: string; readonly mailFrequency: string };
  readonly workspace: string;
  readonly workspaceName: string;
  /** Where the workspace is, in full. */
  readonly base: string;
  readonly settingsUrl: string;
  readonly unsubscribeUrl: string;
};

/** Writes letters of some kinds, with the sight of whom they are for; null when there is nothing to tell, or nobody wants it. */
export type LetterWriter = {
  readonly kinds: readonly string[];
  /** Whether a letter of which nobody knows whether it arrived is sent once more, with the same Message-ID. */
  readonly onceMore: boolean;
  readonly write: (tx: Transaction, delivery: Delivery) => Promise<LetterWords | null>;
};

/** Unread items: what was read on a screen meanwhile is not mailed. */
const worthMail = (membershipId: string) => ({
  membershipId,
  readAt: null,
  doneAt: null,
  snoozedUntil: null,
  ...standing,
});

/** Claims what a member has not read for one letter. An entry belongs to one letter, whatever happens to that. */
async function gather(db: BackgroundDb, { membershipId }: z.output<typeof gatherJob.payload>): Promise<void> {
  const { organizationId } = db;
  await db.transaction(async (tx) => {
    // Of two processes at once the later one finds everything claimed.
    const [member] = await tx.$queryRaw<{ mailFrequency: string }[]>`
      SELECT mail_frequency AS "mailFrequency" FROM membership
      WHERE organization_id = ${organizationId}::uuid AND id = ${membershipId}::uuid AND removed_at IS NULL
      FOR NO KEY UPDATE`;
    if (member === undefined || member.mailFrequency === "off") return;
    await seeAs(tx, organizationId, membershipId);
    const unclaimed = { organizationId, toMail: true, deliveryId: null, item: worthMail(membershipId) };
    const entries = await tx.inboxEntry.findMany({ where: unclaimed, select: { itemId: true, seq: true } });
    if (entries.length === 0) return;
    const deliveryId = uuidv7();
    const kind = member.mailFrequency === "digest" ? "digest" : "instant";
    await tx.mailDelivery.create({ data: { organizationId, id: deliveryId, membershipId, kind } });
    await tx.inboxEntry.updateMany({
      where: { organizationId, OR: entries },
      data: { deliveryId },
    });
    await addJob(tx, organizationId, sendJob, {
      key: deliveryId,
      payload: { deliveryId },
      runAt: new Date(),
    });
  });
}

/**
 * Sends a claimed letter. It is marked before and after, so one that was on its way when its process died, or whose answer was lost, is
 * known: its kind says whether it is sent once more; then it is left as unknown.
 */
async function send(
  db: BackgroundDb,
  post: Post,
  writers: readonly LetterWriter[],
  deliveryId: string,
): Promise<void> {
  const { organizationId } = db;
  const letter = await db.transaction(
    async (tx) => await begin(tx, organizationId, post, writers, deliveryId),
  );
  if (letter === null) return;
  const sending = await post.mailer.send(letter);
  const error = sending.result === "sent" ? null : sending.error.slice(0, 500);
  const after = { sent: "sent", refused: "refused", "not-sent": "claimed", unknown: "sending" } as const;
  await db.transaction(
    async (tx) =>
      await tx.mailDelivery.updateMany({
        where: { organizationId, id: deliveryId },
        data: {
          status: after[sending.result],
          error,
          ...(sending.result === "sent" ? { sentAt: new Date() } : {}),
        },
      }),
  );
  if (sending.result === "not-sent" || sending.result === "unknown") throw new Error(sending.error);
}

/** Takes the letter up and writes it of what there is to tell now; null when there is nothing to send. */
async function begin(
  tx: Transaction,
  organizationId: string,
  post: Post,
  writers: readonly LetterWriter[],
  deliveryId: string,
): Promise<Letter | null> {
  const where = { organizationId, id: deliveryId };
  await tx.$executeRaw`SELECT 1 FROM mail_delivery
    WHERE organization_id = ${organizationId}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`;
  const delivery = await tx.mailDelivery.findFirst({
    where,
    include: {
      membership: {
        select: {
          id: true,
          removedAt: true,
          mailFrequency: true,
          account: { select: { name: true, email: true } },
          organization: { select: { name: true, slug: true } },
        },
      },
    },
  });
  if (delivery === null) return null;
  const { membership, status, kind, letterId } = delivery;
  const writer = writers.find(({ kinds }) => kinds.includes(kind));
  if (writer === undefined) throw new Error(`Nobody writes letters of the kind ${kind}.`);
  const set = async (next: string, more = {}) =>
    await tx.mailDelivery.updateMany({ where, data: { status: next, ...more } });
  if (status === "sending" && (delivery.lostAttempts > 0 || !writer.onceMore)) {
    await set("unknown");
    return null;
  }
  if (status !== "claimed" && status !== "sending") return null;
  const { slug: workspace, name: workspaceName } = membership.organization;
  const token = unsubscribeToken(post.secret, { organizationId, membershipId: membership.id, letterId });
  const unsubscribeUrl = `${post.publicUrl}${unsubscribePath}${token}`;
  // What was hidden from the member meanwhile is in no letter.
  await seeAs(tx, organizationId, membership.id);
  const words =
    membership.removedAt === null
      ? await writer.write(tx, {
          id: deliveryId,
          organizationId,
          letterId,
          member: membership,
          workspace,
          workspaceName,
          base: `${post.publicUrl}/w/${workspace}`,
          settingsUrl: `${post.publicUrl}/account?workspace=${workspace}#notifications`,
          unsubscribeUrl,
        })
      : null;
  if (words === null) {
    await set("dropped");
    return null;
  }
  await set("sending", {
    attempts: { increment: 1 },
    ...(status === "sending" ? { lostAttempts: { increment: 1 } } : {}),
  });
  return {
    messageId: `<${deliveryId}@${new URL(post.publicUrl).hostname}>`,
    to: { name: membership.account.name, address: membership.account.email },
    unsubscribeUrl,
    ...words,
  };
}

/** Letters about what waits in an inbox: of what is still unread. */
const inboxLetters: LetterWriter = {
  kinds: ["instant", "digest"],
  onceMore: true,
  write: async (
    tx,
    { id: deliveryId, organizationId, member, workspaceName, base, settingsUrl, unsubscribeUrl },
  ) => {
    if (member.mailFrequency === "off") return null;
    const rows = await tx.inboxItem.findMany({
      where: { organizationId, ...worthMail(member.id), entries: { some: { deliveryId } } },
      orderBy: { lastSeq: "desc" },
      select: toldOf,
    });
    if (rows.length === 0) return null;
    const items = rows.slice(0, mostItems).map((row) => {
      const item = toItem(row);
      return { ...item, url: `${base}/${item.path}` };
    });
    return writeLetter({
      workspaceName,
      items,
      more: rows.length - items.length,
      inboxUrl: `${base}/inbox`,
      settingsUrl,
      unsubscribeUrl,
    });
  },
};
