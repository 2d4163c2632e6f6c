import { randomUUID } from "node:crypto";
import { inboxState } from "@/features/attention/queries";
import type { EventType } from "@/platform/db/event-log";
import { openAgain } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { arrive, depart, presentAt, refreshEveryMs, stay } from "@/platform/db/presence";
import { askedTogether } from "@/platform/events/asked-together";
import {
  everyone,
  inboxTopic,
  organizationTopic,
  presenceTopic,
  revocationTopic,
  sightTopic,
} from "@/platform/events/listener";
import type { Services } from "@/platform/trpc/context";
import { eventsAfter } from "./queries";

export type LiveEvent = Awaited<ReturnType<typeof eventsAfter>>[number];
export type LiveMessage =
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "present"; readonly people: Awaited<ReturnType<typeof presentAt>> }
  /** Where the member's inbox stands. */
  | { readonly kind: "inbox"; readonly mark: string }
  /** The member sees other projects than before. */
  | { readonly kind: "sight" };

const batch = 200;

/** After these somebody may belong to the workspace no longer, or see less of it. */
const changesSight: ReadonlySet<string> = new Set([
  "member.removed",
  "member.left",
  "member.role-changed",
  "project.made-private",
  "project.unshared",
] satisfies EventType[]);

// Everybody who follows is woken at the same moment and asks the same: one look at the database answers all who see the same.
const eventsTogether = askedTogether<Awaited<ReturnType<typeof eventsAfter>>>();
const presenceTogether = askedTogether<Awaited<ReturnType<typeof presentAt>>>();

/**
 * Everything that happens in the workspace from `after` on, in order and each event once, and who else has the place open.
 * Ends by itself when the login session is revoked or the member removed.
 */
export async function* follow(
  services: Services,
  opened: OrganizationDb,
  loginSessionId: string,
  input: { after: number; place: string },
  signal: AbortSignal,
): AsyncGenerator<LiveMessage> {
  let db = opened;
  const connectionId = randomUUID();
  const ownInbox = inboxTopic(db.actor.membershipId);
  const revoked = revocationTopic(db.actor.accountId);
  const presence = presenceTopic(db.organizationId);
  const sight = sightTopic(db.organizationId);
  const subscription = services.listener.subscribe([
    organizationTopic(db.organizationId),
    presence,
    revoked,
    sight,
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
      let events = await eventsFor(db, seq);
      // Who was removed or signed out hears nothing more, and nobody hears of what was hidden from them. All of it is heard of before
      // whatever comes after.
      const mayHaveEnded = heard.has(revoked) || events.some(({ type }) => changesSight.has(type));
      if (isDue || heard.has(sight) || mayHaveEnded) {
        const again = await openAgain(services.client, loginSessionId, db.slug);
        if (again === null) return;
        if (again.sight !== db.sight) {
          events = await eventsFor(again, seq);
          await arrive(again, connectionId, input.place);
          yield { kind: "sight" };
        }
        db = again;
      }
      for (const event of events) {
        yield { kind: "event", event };
        seq = event.seq;
      }
      if (isDue || heard.has(presence)) {
        const people = await peopleFor(db, input.place);
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
  } catch (error) {
    // Who has left hears of no failure: the server may be going down around a read that was under way.
    if (!signal.aborted) throw error;
    services.log.debug({ err: error }, "Left while something was read");
  } finally {
    subscription.close();
    await depart(db, connectionId).catch((error: unknown) =>
      services.log.debug({ err: error }, "Departure not recorded"),
    );
  }
}

async function eventsFor(db: OrganizationDb, seq: number) {
  return await eventsTogether(`${db.organizationId}/${db.sight}/${seq}`, () => eventsAfter(db, seq, batch));
}

async function peopleFor(db: OrganizationDb, place: string) {
  return await presenceTogether(`${db.organizationId}/${db.sight}/${place}`, () => presentAt(db, place));
}
