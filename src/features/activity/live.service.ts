import { randomUUID } from "node:crypto";
import { inboxState } from "@/features/attention/queries";
import type { EventType } from "@/platform/db/event-log";
import { stillOpen } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { arrive, depart, presentAt, refreshEveryMs, stay } from "@/platform/db/presence";
import { askedTogether } from "@/platform/events/asked-together";
import {
  everyone,
  inboxTopic,
  organizationTopic,
  presenceTopic,
  revocationTopic,
} from "@/platform/events/listener";
import type { Services } from "@/platform/trpc/context";
import { eventsAfter } from "./queries";

export type LiveEvent = Awaited<ReturnType<typeof eventsAfter>>[number];
export type LiveMessage =
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "present"; readonly people: Awaited<ReturnType<typeof presentAt>> }
  /** Where the member's inbox stands. */
  | { readonly kind: "inbox"; readonly mark: string };

const batch = 200;

/** After these somebody may belong to the workspace no longer. */
const endsMembership: ReadonlySet<string> = new Set(["member.removed", "member.left"] satisfies EventType[]);

// Everybody who follows is woken at the same moment and asks the same: one look at the database answers them all.
const eventsTogether = askedTogether<Awaited<ReturnType<typeof eventsAfter>>>();
const presenceTogether = askedTogether<Awaited<ReturnType<typeof presentAt>>>();

/**
 * Everything that happens in the workspace from `after` on, in order and each event once, and who else has the place open.
 * Ends by itself when the login session is revoked or the member removed.
 */
export async function* follow(
  services: Services,
  db: OrganizationDb,
  loginSessionId: string,
  input: { after: number; place: string },
  signal: AbortSignal,
): AsyncGenerator<LiveMessage> {
  const connectionId = randomUUID();
  const ownInbox = inboxTopic(db.actor.membershipId);
  const revoked = revocationTopic(db.actor.accountId);
  const presence = presenceTopic(db.organizationId);
  const subscription = services.listener.subscribe([
    organizationTopic(db.organizationId),
    presence,
    revoked,
    ownInbox,
  ]);
  let seq = input.after;
  let shown = "";
  let heard: ReadonlySet<string> = new Set([everyone]);
  let askedAt = performance.now();
  try {
    await arrive(db, connectionId, input.place);
    while (!signal.aborted) {
      const isDue = heard.has(everyone) || performance.now() - askedAt >= refreshEveryMs;
      if (isDue) askedAt = performance.now();
      const events = await eventsTogether(`${db.organizationId}/${seq}`, () => eventsAfter(db, seq, batch));
      // Who was removed or signed out hears nothing more. Both are heard of before whatever comes after.
      if (isDue || heard.has(revoked) || events.some(({ type }) => endsMembership.has(type))) {
        if (!(await stillOpen(services.client, loginSessionId, db.slug))) return;
      }
      for (const event of events) {
        yield { kind: "event", event };
        seq = event.seq;
      }
      if (isDue || heard.has(presence)) {
        const at = `${db.organizationId}/${input.place}`;
        const people = await presenceTogether(at, () => presentAt(db, input.place));
        const names = JSON.stringify(people);
        if (names !== shown) {
          shown = names;
          yield { kind: "present", people };
        }
      }
      if (events.length === batch) continue;
      if (heard.has(ownInbox) || heard.has(everyone)) {
        const { mark } = await db.read(async (tx) => await inboxState(tx, db));
        yield { kind: "inbox", mark };
      }
      if (isDue) await stay(db, connectionId);
      heard = await subscription.next(refreshEveryMs, signal);
    }
  } finally {
    subscription.close();
    await depart(db, connectionId).catch((error: unknown) =>
      services.log.debug({ err: error }, "Departure not recorded"),
    );
  }
}
