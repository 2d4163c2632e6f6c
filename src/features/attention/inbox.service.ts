import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { tellInboxes } from "@/platform/db/inbox-channel";
import type { Transaction } from "@/platform/db/organization-db";
import { whoSees } from "@/platform/db/sight";
import type { Consumer, LogEntry } from "@/platform/events/consumer";
import type { News, Notice } from "./audience.queries";
import { askForMail, type MailRules } from "./mail-jobs.service";
import { newsOf } from "./notices.queries";

/** Reads the log into the inboxes. Nobody hears of their own deeds, who has left hears nothing, nor who does not see the project. */
export function makeInboxConsumer(mail: MailRules | null): Consumer {
  return {
    name: "inbox",
    take: async (tx, organizationId, entry) => {
      switch (entry.type) {
        case "comment.deleted":
          return await forgetComment(tx, organizationId, entry);
        case "member.removed":
        case "member.left":
          return await forgetMember(tx, organizationId, entry.subjectId);
        default:
          for (const news of await newsOf(tx, organizationId, entry)) {
            await settle(tx, organizationId, entry, news);
            await deliver(tx, organizationId, entry, news, mail);
          }
      }
    },
  };
}

type Member = {
  readonly id: string;
  readonly mailFrequency: string;
  readonly digestHour: number;
  readonly timeZone: string;
};

async function deliver(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
  news: News,
  mail: MailRules | null,
): Promise<void> {
  const firstOf = new Map<string, Notice>();
  for (const notice of news.notices) {
    const isOwnDeed = !news.byNobody && notice.membershipId === entry.actorId;
    if (isOwnDeed || firstOf.has(notice.membershipId)) continue;
    firstOf.set(notice.membershipId, notice);
  }
  if (firstOf.size === 0) return;
  const members = await tx.membership.findMany({
    // A mention may name what is no id at all.
    where: { organizationId, id: { in: [...firstOf.keys()].filter(isId) }, removedAt: null },
    select: { id: true, mailFrequency: true, digestHour: true, timeZone: true },
  });
  const { isSample } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { isSample: true },
  });
  const ids = members.map(({ id }) => id);
  const { projectId } = news.place;
  const seeing = projectId === null ? new Set(ids) : await whoSees(tx, organizationId, projectId, ids);
  const told: Member[] = [];
  for (const member of members) {
    const notice = firstOf.get(member.id);
    if (notice === undefined || !seeing.has(member.id)) continue;
    const toMail = mail !== null && !isSample && member.mailFrequency !== "off";
    if (!(await put(tx, organizationId, entry, news, notice, toMail))) continue;
    told.push(member);
    if (toMail) await askForMail(tx, organizationId, member, mail);
  }
  await tellInboxes(
    tx,
    told.map((member) => member.id),
  );
}

const isId = (text: string) => z.uuid().safeParse(text).success;

/** One entry for the member, in the item of its subject. Answers false when it is there already. */
async function put(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
  { place, commentId }: News,
  { membershipId, kind, subject }: Notice,
  toMail: boolean,
): Promise<boolean> {
  const earlier = await tx.inboxEntry.count({
    where: { organizationId, seq: entry.seq, item: { membershipId, subject } },
  });
  if (earlier > 0) return false;
  // A mention that was not read yet stays what the item is about, whatever else is said in the thread.
  const [item] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO inbox_item AS item
      (organization_id, id, membership_id, subject, kind, project_id, decision_id, last_seq, at)
    VALUES (${organizationId}::uuid, ${uuidv7()}::uuid, ${membershipId}::uuid, ${subject}, ${kind},
      ${place.projectId}::uuid, ${place.decisionId}::uuid, ${entry.seq}, ${entry.at.toISOString()}::text::timestamptz)
    ON CONFLICT (organization_id, membership_id, subject) DO UPDATE SET
      kind = CASE WHEN item.kind = 'mention' AND item.read_at IS NULL AND item.done_at IS NULL
        THEN item.kind ELSE excluded.kind END,
      count = CASE WHEN item.done_at IS NULL THEN item.count + 1 ELSE 1 END,
      last_seq = excluded.last_seq, at = excluded.at, read_at = NULL, done_at = NULL, snoozed_until = NULL
    RETURNING id::text`;
  if (item === undefined) throw new Error("An upsert answers its row.");
  await tx.inboxEntry.create({
    data: { organizationId, itemId: item.id, seq: entry.seq, kind, commentId, toMail },
  });
  return true;
}

/** What needs nobody's attention any more is done by itself. */
async function settle(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
  { settled }: News,
): Promise<void> {
  for (const { subject, except, only } of settled) {
    const where = {
      organizationId,
      subject,
      doneAt: null,
      ...(except === undefined ? {} : { membershipId: { not: except } }),
      ...(only === undefined ? {} : { membershipId: only }),
    };
    const items = await tx.inboxItem.findMany({ where, select: { membershipId: true } });
    if (items.length === 0) continue;
    await tx.inboxItem.updateMany({ where, data: { doneAt: entry.at, snoozedUntil: null } });
    await tellInboxes(
      tx,
      items.map((item) => item.membershipId),
    );
  }
}

const deletedComment = z.object({ commentId: z.string() });

/** A comment that was taken away takes its entries along, and the items of which nothing is left. */
async function forgetComment(tx: Transaction, organizationId: string, entry: LogEntry): Promise<void> {
  const { commentId } = deletedComment.parse(entry.data);
  const stillGone = await tx.comment.count({
    where: { organizationId, id: commentId, deletedAt: { not: null } },
  });
  if (stillGone === 0) return;
  const items = await tx.inboxItem.findMany({
    where: { organizationId, entries: { some: { commentId } } },
    select: { id: true, membershipId: true, kind: true },
  });
  await tx.inboxEntry.deleteMany({ where: { organizationId, commentId } });
  for (const item of items) await recount(tx, organizationId, item);
  await tellInboxes(
    tx,
    items.map((item) => item.membershipId),
  );
}

async function recount(
  tx: Transaction,
  organizationId: string,
  item: { id: string; kind: string },
): Promise<void> {
  const where = { organizationId, id: item.id };
  const entries = await tx.inboxEntry.findMany({
    where: { organizationId, itemId: item.id },
    orderBy: { seq: "desc" },
    select: { seq: true, kind: true, event: { select: { at: true } } },
  });
  const [last] = entries;
  if (last === undefined) {
    await tx.inboxItem.deleteMany({ where });
    return;
  }
  const kind = entries.some((entry) => entry.kind === item.kind) ? item.kind : last.kind;
  await tx.inboxItem.updateMany({
    where,
    data: { count: entries.length, lastSeq: last.seq, at: last.event.at, kind },
  });
}

async function forgetMember(tx: Transaction, organizationId: string, membershipId: string): Promise<void> {
  const isBack = await tx.membership.count({ where: { organizationId, id: membershipId, removedAt: null } });
  if (isBack === 0) await tx.inboxItem.deleteMany({ where: { organizationId, membershipId } });
}
