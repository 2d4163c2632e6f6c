import { makeInboxConsumer } from "@/features/attention/inbox.service";
import { mark } from "@/features/attention/marks.service";
import { inbox } from "@/features/attention/queries";
import { subscribe } from "@/features/attention/subscriptions.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { catchUp } from "@/platform/events/consumers";
import { founder } from "./people";
import { known, memberOf, type Telling } from "./telling";

const dayMs = 86_400_000;
/** People deal with what they hear within weeks, and look at it within days. */
const doneAfterMs = 30 * dayMs;
const readAfterMs = 8 * dayMs;

/** Reads the told past into the inboxes, and leaves each as somebody leaves it who comes by every few days. */
export async function fillInboxes(telling: Telling): Promise<void> {
  const { client, today } = telling;
  const mara = memberOf(telling, founder.key);
  await follow(telling, mara);
  await catchUp(client, makeInboxConsumer(null), mara.organizationId);
  for (const db of telling.members.values()) {
    const { items } = await inbox(db, { filter: "all", limit: 500 });
    const olderThan = (ms: number) => items.filter(({ at }) => at.getTime() < today.getTime() - ms);
    const old = olderThan(doneAfterMs);
    if (old.length > 0) await mark(db, marking(old, { read: true, done: true }));
    const seen = olderThan(readAfterMs).filter((item) => !old.includes(item));
    if (seen.length > 0) await mark(db, marking(seen, { read: true }));
    const [asleep] = seen;
    if (asleep === undefined) continue;
    await mark(db, marking([asleep], { snoozedUntil: new Date(today.getTime() + 4 * dayMs) }));
  }
}

/** The head of the workspace follows one project closely and leaves another to its people. */
async function follow(telling: Telling, mara: OrganizationDb): Promise<void> {
  for (const [key, choice] of [
    ["CLN", "following"],
    ["EDG", "muted"],
  ] as const) {
    const subject = { kind: "project", projectId: known(telling.projects, key) } as const;
    await subscribe(mara, { mutationId: crypto.randomUUID(), subject, choice });
  }
}

function marking(
  items: readonly { id: string; lastSeq: number }[],
  marks: { read?: boolean; done?: boolean; snoozedUntil?: Date },
) {
  return {
    mutationId: crypto.randomUUID(),
    items: items.map(({ id, lastSeq }) => ({ id, lastSeq })),
    ...marks,
  };
}
