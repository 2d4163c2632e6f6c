import { randomUUID } from "node:crypto";
import { openAccount, openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { arrive, depart, presentAt, refreshEveryMs, stay } from "@/platform/db/presence";
import { organizationTopic, presenceTopic, revocationTopic } from "@/platform/events/listener";
import type { Services } from "@/platform/trpc/context";
import { eventsAfter } from "./queries";

export type LiveEvent = Awaited<ReturnType<typeof eventsAfter>>[number];
export type LiveMessage =
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "present"; readonly people: Awaited<ReturnType<typeof presentAt>> };

const batch = 200;

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
  const subscription = services.listener.subscribe([
    organizationTopic(db.organizationId),
    presenceTopic(db.organizationId),
    revocationTopic(db.actor.accountId),
  ]);
  let seq = input.after;
  let shown = "";
  try {
    await arrive(db, connectionId, input.place);
    while (!signal.aborted) {
      if (!(await stillMay(services, db, loginSessionId))) return;
      const events = await eventsAfter(db, seq, batch);
      for (const event of events) {
        yield { kind: "event", event };
        seq = event.seq;
      }
      const people = await presentAt(db, input.place);
      const names = JSON.stringify(people);
      if (names !== shown) {
        shown = names;
        yield { kind: "present", people };
      }
      if (events.length === batch) continue;
      await subscription.next(refreshEveryMs, signal);
      await stay(db, connectionId);
    }
  } finally {
    subscription.close();
    await depart(db, connectionId).catch((error: unknown) =>
      services.log.debug({ err: error }, "Departure not recorded"),
    );
  }
}

/** Rights are read again at each wake-up: who was removed or signed out hears nothing more. */
async function stillMay(services: Services, db: OrganizationDb, loginSessionId: string): Promise<boolean> {
  const account = await openAccount(services.client, loginSessionId);
  if (account === null) return false;
  return await openOrganization(services.client, account, db.slug).then(
    () => true,
    () => false,
  );
}
