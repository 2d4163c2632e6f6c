import { toBase64 } from "lib0/buffer";
import { openAgain } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { signalText } from "@/platform/db/text-signal";
import { revocationTopic, textTopic } from "@/platform/events/listener";
import type { Services } from "@/platform/trpc/context";
import type { Selection } from "./schema";

const refreshEveryMs = 15_000;
/** A connection that was not refreshed for this long is gone, whatever became of its process. */
const staleAfterMs = 45_000;

export type TextMessage =
  | { readonly kind: "change"; readonly seq: number; readonly change: string }
  | { readonly kind: "cursors"; readonly cursors: Awaited<ReturnType<typeof cursorsIn>> };

/** Every change to the text from `after` on, and where the others in it are. Ends by itself when the right to read ends. */
export async function* followText(
  services: Services,
  opened: OrganizationDb,
  loginSessionId: string,
  { documentId, connectionId, after }: { documentId: string; connectionId: string; after: number },
  signal: AbortSignal,
): AsyncGenerator<TextMessage> {
  let db = opened;
  const subscription = services.listener.subscribe([
    textTopic(db.organizationId, documentId),
    revocationTopic(db.actor.accountId),
  ]);
  let seq = after;
  let shown = "";
  try {
    while (!signal.aborted) {
      const again = await openAgain(services.client, loginSessionId, db.slug);
      if (again === null) return;
      db = again;
      for (const change of await changesAfter(db, documentId, seq)) {
        yield { kind: "change", seq: change.seq, change: toBase64(change.change) };
        seq = change.seq;
      }
      const cursors = await cursorsIn(db, documentId, connectionId);
      const places = JSON.stringify(cursors);
      if (places !== shown) {
        shown = places;
        yield { kind: "cursors", cursors };
      }
      await subscription.next(refreshEveryMs, signal);
      await stayIn(db, connectionId);
    }
  } finally {
    subscription.close();
    await leaveText(db, documentId, connectionId).catch((error: unknown) =>
      services.log.debug({ err: error }, "Leaving a text was not recorded"),
    );
  }
}

async function changesAfter(db: OrganizationDb, documentId: string, seq: number) {
  return await db.read(
    async (tx) =>
      await tx.textChange.findMany({
        where: { organizationId: db.organizationId, documentId, seq: { gt: seq } },
        orderBy: { seq: "asc" },
        select: { seq: true, change: true },
      }),
  );
}

async function cursorsIn(db: OrganizationDb, documentId: string, connectionId: string) {
  const { organizationId } = db;
  const rows = await db.read(
    async (tx) =>
      await tx.textCursor.findMany({
        where: {
          organizationId,
          documentId,
          connectionId: { not: connectionId },
          seenAt: { gt: new Date(Date.now() - staleAfterMs) },
        },
        orderBy: { connectionId: "asc" },
        select: {
          clientId: true,
          selection: true,
          membership: { select: { id: true, account: { select: { name: true } } } },
        },
      }),
  );
  return rows.map(({ clientId, selection, membership }) => ({
    clientId: Number(clientId),
    selection,
    membershipId: membership.id,
    name: membership.account.name,
  }));
}

/** Says where the member is in the text. */
export async function pointInText(
  db: OrganizationDb,
  cursor: { documentId: string; connectionId: string; clientId: number; selection: Selection | null },
): Promise<void> {
  const { organizationId, actor } = db;
  const { documentId, connectionId, selection } = cursor;
  const own = { organizationId, connectionId, membershipId: actor.membershipId };
  const row = {
    documentId,
    clientId: cursor.clientId,
    seenAt: new Date(),
    ...(selection === null ? {} : { selection }),
  };
  await db.derive(async (tx) => {
    await tx.textCursor.deleteMany({
      where: { organizationId, documentId, seenAt: { lt: new Date(Date.now() - staleAfterMs) } },
    });
    const moved = await tx.textCursor.updateMany({ where: own, data: row });
    if (moved.count === 0) await tx.textCursor.createMany({ data: { ...own, ...row }, skipDuplicates: true });
    await signalText(tx, organizationId, documentId);
  });
}

async function stayIn(db: OrganizationDb, connectionId: string): Promise<void> {
  await db.derive(
    async (tx) =>
      await tx.textCursor.updateMany({
        where: { organizationId: db.organizationId, connectionId },
        data: { seenAt: new Date() },
      }),
  );
}

async function leaveText(db: OrganizationDb, documentId: string, connectionId: string): Promise<void> {
  const { organizationId } = db;
  await db.derive(async (tx) => {
    await tx.textCursor.deleteMany({ where: { organizationId, connectionId } });
    await signalText(tx, organizationId, documentId);
  });
}
