import pino from "pino";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeComment } from "@/features/comments/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { Consumer } from "@/platform/events/consumer";
import { startConsumers } from "@/platform/events/consumers";
import { type Listener, startListener } from "@/platform/events/listener";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, mentionOf } from "../support/inboxes";
import { aProject } from "../support/projects";

// Real processes that read the log, ended the hard way.

const writers = 50;

let script: string;
let testDatabase: TestDatabase;
let database: Database;
let listener: Listener;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string };
let processes: BundledProcess[];

beforeAll(async () => {
  script = await bundle("tests/support/background-process.ts", "background-process");
});

beforeEach(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, writers, () => {});
  listener = startListener(testDatabase.ownerUrl, pino({ level: "silent" }));
  processes = [];
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "readers");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
  project = await aProject(ada);
});

afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(async (process) => await process.ended()));
  await listener.close();
  await database.close();
  await testDatabase.drop();
});

async function start(env: Record<string, string> = {}): Promise<BundledProcess> {
  const process = run(script, [], { DATABASE_URL: testDatabase.ownerUrl, LOG_LEVEL: "error", ...env });
  processes.push(process);
  await process.said(/at work \./);
  return process;
}

/** A comment that begins a thread of its own, so that each is an item of its own. */
async function mention(): Promise<void> {
  await writeComment(ada, {
    mutationId: crypto.randomUUID(),
    subjectType: "project",
    subjectId: project.id,
    parentId: null,
    body: mentionOf(ben),
  });
}

/** Waits for the reader, woken by what it tells the open tabs; the log's own end is what it waits for. */
async function untilRead(consumer = "inbox"): Promise<void> {
  const subscription = listener.subscribe([]);
  const never = new AbortController().signal;
  for (;;) {
    const { seq, end } = await ada.read(async (tx) => ({
      seq: (await tx.consumerCursor.findFirst({ where: { consumer } }))?.seq ?? 0,
      end: (await tx.organizationCounter.findFirstOrThrow()).eventSeq,
    }));
    if (seq === end) break;
    await subscription.next(20, never);
  }
  subscription.close();
}

async function entriesOfBen() {
  return await ada.read(
    async (tx) =>
      await tx.inboxEntry.findMany({
        where: { item: { membershipId: ben.actor.membershipId } },
        orderBy: { seq: "asc" },
        select: { seq: true },
      }),
  );
}

describe("readers of the log", () => {
  test("two processes and 50 writers make exactly one item of each event", async () => {
    await Promise.all([start(), start()]);
    await Promise.all(Array.from({ length: writers }, mention));
    await untilRead();
    const items = await itemsOf(ben);
    expect(items.map((item) => item.count)).toEqual(Array.from({ length: writers }, () => 1));
    expect(new Set((await entriesOfBen()).map((entry) => entry.seq)).size).toBe(writers);
  });

  test("one that is killed in the middle leaves nothing half-way, and another goes on from its cursor", async () => {
    for (let count = 0; count < 70; count += 1) await mention();
    const doomed = await start({ CRASH_AFTER: "60" });
    expect((await doomed.ended()).signal).toBe("SIGKILL");
    const { seq } = await ada.read(async (tx) => await tx.consumerCursor.findFirstOrThrow());
    // A batch was committed as a whole, the next one not at all.
    expect(seq).toBeGreaterThan(0);
    const before = await entriesOfBen();
    expect(before.every((entry) => entry.seq <= seq)).toBe(true);
    await start();
    await untilRead();
    const after = await entriesOfBen();
    expect(after).toHaveLength(70);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  test("an entry that can't be taken is tried again and set aside; what comes after it, and others, go on", async () => {
    await mention();
    const tries: number[] = [];
    const poisoned = (await ada.read(async (tx) => await tx.organizationCounter.findFirstOrThrow())).eventSeq;
    const order: number[] = [];
    const picky: Consumer = {
      name: "picky",
      take: async (_tx, _organizationId, entry) => {
        if (entry.seq === poisoned) {
          tries.push(Date.now());
          throw new Error("It is poisoned.");
        }
        order.push(entry.seq);
      },
    };
    const healthy: Consumer = { name: "healthy", take: async () => {} };
    await mention();
    const log = pino({ level: "silent" });
    const waits = [40, 160];
    const consumers = startConsumers({ client: database.client, listener, log, retryAfterMs: waits }, [
      picky,
      healthy,
    ]);
    await untilRead("healthy");
    await untilRead("picky");
    await consumers.close();
    const aside = await ada.read(async (tx) => await tx.consumerFailure.findMany());
    expect(aside).toMatchObject([{ consumer: "picky", seq: poisoned, error: "Error: It is poisoned." }]);
    expect(order.at(-1)).toBe(poisoned + 1);
    // Each of the last three times it was tried in a batch and then by itself; the waits between grow.
    const at = (place: number) => tries.at(place) ?? Number.NaN;
    expect(at(-4) - at(-5)).toBeGreaterThanOrEqual(waits[0] ?? 0);
    expect(at(-2) - at(-3)).toBeGreaterThanOrEqual(waits[1] ?? 0);
  });

  test("one that fails for one organization does not hold up another", async () => {
    const eve = await aWorkspace(
      database.client,
      await anAccount(database.client, "eve@example.org"),
      "others",
    );
    let heard = () => {};
    const fine = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const partial: Consumer = {
      name: "partial",
      take: async (_tx, organizationId) => {
        if (organizationId === ada.organizationId) throw new Error("Not this one.");
        heard();
      },
    };
    const log = pino({ level: "silent" });
    const consumers = startConsumers({ client: database.client, listener, log, retryAfterMs: [60_000] }, [
      partial,
    ]);
    await fine;
    await consumers.close();
    expect(eve.organizationId).not.toBe(ada.organizationId);
  });
});
