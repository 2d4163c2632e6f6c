import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { InboxFilter, inboxInput } from "./schema";
import { itemSentence, itemTitle } from "./telling-rules";
import { toItem, toldOf } from "./told.queries";

/** What is in a deleted project or about a deleted decision is nobody's news, until that is restored. */
export const standing = {
  OR: [
    { projectId: null },
    { project: { deletedAt: null }, decisionId: null },
    { project: { deletedAt: null }, decision: { deletedAt: null } },
  ],
};

const awake = (now: Date) => ({ AND: [{ OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] }] });

function filtered(filter: InboxFilter, now: Date) {
  switch (filter) {
    case "unread":
      return { readAt: null, doneAt: null, ...awake(now) };
    case "mentions":
      return { kind: "mention", doneAt: null, ...awake(now) };
    case "all":
      return { doneAt: null, ...awake(now) };
    case "snoozed":
      return { doneAt: null, snoozedUntil: { gt: now } };
    case "done":
      return { doneAt: { not: null } };
  }
}

/** The member's own items, the newest first. */
export async function inbox(db: OrganizationDb, input: z.output<typeof inboxInput>) {
  const mine = { organizationId: db.organizationId, membershipId: db.actor.membershipId, ...standing };
  return await db.read(async (tx) => {
    const now = new Date();
    const where = { ...mine, ...filtered(input.filter, now) };
    const rows = await tx.inboxItem.findMany({
      where,
      orderBy: { lastSeq: "desc" },
      take: input.limit + 1,
      select: toldOf,
    });
    const items = rows.slice(0, input.limit).map(toItem);
    return { items, hasMore: rows.length > input.limit, unread: await countUnread(tx, db) };
  });
}

export type InboxItem = ReturnType<typeof toItem>;

/** What does not go away by being read: somebody waits for something that the member has to do. */
const waitingKinds = [
  "waiting",
  "advice",
  "scores",
  "review",
  "nudge",
  "objection",
  "approval",
  "condition",
  "proposal",
];

/** The newest items that wait for something to be done, or of the others those that are unread, as words; and how many there are. */
export async function inboxHead(
  tx: Transaction,
  { organizationId, actor }: Pick<OrganizationDb, "organizationId" | "actor">,
  part: "to do" | "news",
  take: number,
) {
  const now = new Date();
  const where = {
    organizationId,
    membershipId: actor.membershipId,
    ...standing,
    ...(part === "to do"
      ? { kind: { in: waitingKinds }, doneAt: null, ...awake(now) }
      : { kind: { notIn: waitingKinds }, ...filtered("unread", now) }),
  };
  const rows = await tx.inboxItem.findMany({ where, orderBy: { lastSeq: "desc" }, take, select: toldOf });
  const items = rows.map((row) => {
    const item = toItem(row);
    const { id, path, at, excerpt, project } = item;
    return {
      id,
      path,
      at,
      excerpt,
      title: itemTitle(item),
      sentence: itemSentence(item),
      projectName: project?.name ?? null,
    };
  });
  return { items, total: await tx.inboxItem.count({ where }) };
}

/** How many items the member has not read: the number on the navigation and in the title. */
async function countUnread(
  tx: Transaction,
  { organizationId, actor }: Pick<OrganizationDb, "organizationId" | "actor">,
): Promise<number> {
  const where = { organizationId, membershipId: actor.membershipId, ...standing };
  return await tx.inboxItem.count({ where: { ...where, ...filtered("unread", new Date()) } });
}

/**
 * How many items are unread, and a mark that changes when the inbox or the member's timer does: a tab compares it with the one it
 * has seen.
 */
export async function inboxState(tx: Transaction, db: Pick<OrganizationDb, "organizationId" | "actor">) {
  const unread = await countUnread(tx, db);
  const { _max } = await tx.inboxItem.aggregate({
    where: { organizationId: db.organizationId, membershipId: db.actor.membershipId },
    _max: { lastSeq: true, readAt: true, doneAt: true },
  });
  const timer = await tx.runningTimer.findFirst({
    where: { organizationId: db.organizationId, memberId: db.actor.membershipId },
    select: { id: true },
  });
  const mark = [timer?.id, unread, _max.lastSeq, _max.readAt?.getTime(), _max.doneAt?.getTime()].join("/");
  return { unread, mark };
}
