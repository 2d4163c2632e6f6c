import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { type BackgroundDb, isTransient, organizationsBehind, workWithin } from "../db/background";
import type { Client } from "../db/client";
import type { Transaction } from "../db/organization-db";
import type { Consumer } from "./consumer";
import { anyOrganizationTopic, type Listener } from "./listener";

const batch = 50;
const longestWaitMs = 15_000;
/** Who looks at a screen hears first; and entries that come together are taken together. */
const gatherMs = 40;
/** Until another process that reads for the same organization is asked again whether it has finished. */
const whileLockedMs = 50;
/** What an entry that fails is given before it is set aside: its organization waits for it, nobody else does. */
const retryAfterMs = [500, 2_000, 8_000];

export type ConsumerParts = {
  readonly client: Client;
  readonly log: Logger;
  /** For tests that can't wait. */
  readonly retryAfterMs?: readonly number[];
};

export type Consumers = { readonly close: () => Promise<void> };

/** Wakes the readers of the log as it grows, with the notification that live updates are woken by. */
export function startConsumers(
  parts: ConsumerParts & { readonly listener: Listener },
  consumers: readonly Consumer[],
): Consumers {
  const closing = new AbortController();
  const reading = Promise.all(
    consumers.map(async (consumer) => await readOn(parts, consumer, closing.signal)),
  );
  return {
    close: async () => {
      closing.abort();
      await reading;
    },
  };
}

async function readOn(
  parts: ConsumerParts & { readonly listener: Listener },
  consumer: Consumer,
  signal: AbortSignal,
): Promise<void> {
  const subscription = parts.listener.subscribe([anyOrganizationTopic]);
  while (!signal.aborted) {
    let waitMs = longestWaitMs;
    try {
      for (const { organizationId, retryAt } of await organizationsBehind(parts.client, consumer.name)) {
        if (signal.aborted) break;
        const notBeforeMs = (retryAt?.getTime() ?? 0) - Date.now();
        const state = notBeforeMs > 0 ? "waits" : await readAll(parts, consumer, organizationId, signal);
        if (state === "locked") waitMs = Math.min(waitMs, whileLockedMs);
        else if (state !== "read") waitMs = Math.min(waitMs, Math.max(10, notBeforeMs));
      }
    } catch (error) {
      if (!signal.aborted)
        parts.log.warn({ err: error, consumer: consumer.name }, "The log could not be read");
      waitMs = 1_000;
    }
    await subscription.next(waitMs, signal);
    await wait(gatherMs, undefined, { signal }).catch(() => undefined);
  }
  subscription.close();
}

/** Reads an organization's log to its end, here and now. Throws when an entry can't be taken. */
export async function catchUp(client: Client, consumer: Consumer, organizationId: string): Promise<void> {
  const db = workWithin(client, organizationId);
  for (let took: Took = batch; took !== 0; ) took = await takeSome(db, consumer, batch);
}

async function readAll(
  parts: ConsumerParts,
  consumer: Consumer,
  organizationId: string,
  signal: AbortSignal,
): Promise<"read" | "locked" | "failed"> {
  const db = workWithin(parts.client, organizationId);
  while (!signal.aborted) {
    const took = await takeOrFail(parts, db, consumer);
    if (took === 0) return "read";
    if (typeof took === "string") return took;
  }
  return "read";
}

type Took = number | "locked";

/** A batch that fails is taken again one by one, so that what comes before the fault is not held up by it. */
async function takeOrFail(
  parts: ConsumerParts,
  db: BackgroundDb,
  consumer: Consumer,
): Promise<Took | "failed"> {
  try {
    return await takeSome(db, consumer, batch);
  } catch (error) {
    if (isTransient(error)) return "locked";
    try {
      return await takeSome(db, consumer, 1);
    } catch (fault) {
      if (isTransient(fault)) return "locked";
      return (await putOff(parts, db, consumer, fault)) ? "failed" : 1;
    }
  }
}

/** Takes the next entries and moves the cursor past them, in one transaction. */
async function takeSome(db: BackgroundDb, consumer: Consumer, most: number): Promise<Took> {
  const { organizationId } = db;
  return await db.transaction(async (tx) => {
    const seq = await lockCursor(tx, organizationId, consumer);
    if (seq === null) return "locked";
    const entries = await tx.event.findMany({
      where: { organizationId, seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: most,
    });
    for (const entry of entries) await consumer.take(tx, organizationId, entry);
    const last = entries.at(-1);
    if (last === undefined) return 0;
    await moveCursor(tx, organizationId, consumer, last.seq);
    return entries.length;
  });
}

/** Where the reader stands, held until the transaction ends; null while another process holds it. */
async function lockCursor(
  tx: Transaction,
  organizationId: string,
  consumer: Consumer,
): Promise<number | null> {
  await tx.$executeRaw`INSERT INTO consumer_cursor (organization_id, consumer)
    VALUES (${organizationId}::uuid, ${consumer.name}) ON CONFLICT DO NOTHING`;
  const [cursor] = await tx.$queryRaw<{ seq: number }[]>`SELECT seq FROM consumer_cursor
    WHERE organization_id = ${organizationId}::uuid AND consumer = ${consumer.name} FOR UPDATE SKIP LOCKED`;
  return cursor?.seq ?? null;
}

async function moveCursor(
  tx: Transaction,
  organizationId: string,
  consumer: Consumer,
  seq: number,
): Promise<void> {
  await tx.consumerCursor.updateMany({
    where: { organizationId, consumer: consumer.name },
    data: { seq, failures: 0, retryAt: null },
  });
}

/** Counts a failure of the next entry: it is tried again later, or set aside when it had its tries. Answers whether it waits. */
async function putOff(
  parts: ConsumerParts,
  db: BackgroundDb,
  consumer: Consumer,
  fault: unknown,
): Promise<boolean> {
  const { organizationId } = db;
  const waits = parts.retryAfterMs ?? retryAfterMs;
  return await db.transaction(async (tx) => {
    const seq = await lockCursor(tx, organizationId, consumer);
    if (seq === null) return true;
    const where = { organizationId, consumer: consumer.name };
    const { failures } = await tx.consumerCursor.findFirstOrThrow({ where, select: { failures: true } });
    const about = {
      err: fault,
      organizationId,
      consumer: consumer.name,
      seq: seq + 1,
      failures: failures + 1,
    };
    const waitMs = waits[failures];
    if (waitMs === undefined) {
      parts.log.error(about, "An entry of the log was set aside");
      await tx.consumerFailure.create({
        data: { ...where, seq: seq + 1, error: String(fault).slice(0, 2_000) },
      });
      await moveCursor(tx, organizationId, consumer, seq + 1);
      return false;
    }
    parts.log.warn(about, "An entry of the log could not be taken and will be tried again");
    const retryAt = new Date(Date.now() + waitMs);
    await tx.consumerCursor.updateMany({ where, data: { failures: { increment: 1 }, retryAt } });
    return true;
  });
}
