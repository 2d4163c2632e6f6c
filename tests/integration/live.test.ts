import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "@/platform/auth/password";
import { type Database, openDatabase } from "@/platform/db/database";
import { foundOrganization, openAccount, openOrganization } from "@/platform/db/gate";
import { createAccount, createLoginSession, revokeLoginSession } from "@/platform/db/identity";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { signInOverHttp } from "../support/api-client";
import { type ApiServer, startApiServers } from "../support/api-servers";
import { cloneDatabase, type TestDatabase } from "../support/database";

// Two real server processes over one database; people reach them over HTTP.

const password = "a password for live tests";
const writers = 50;

let testDatabase: TestDatabase;
let database: Database;
let servers: ApiServer[];
let db: OrganizationDb;

beforeEach(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  servers = await startApiServers(testDatabase.ownerUrl, 2);
  db = await aWorkspace();
});

afterEach(async () => {
  await Promise.all(servers.map(async (server) => await server.stop()));
  await database.close();
  await testDatabase.drop();
});

async function aWorkspace(): Promise<OrganizationDb> {
  const { client } = database;
  const { id } = await createAccount(client, {
    email: "ada@example.org",
    name: "Ada",
    passwordHash: await hashPassword(password),
  });
  const session = await createLoginSession(client, {
    accountId: id,
    userAgent: "",
    expiresAt: new Date(Date.now() + 600_000),
  });
  const account = await openAccount(client, session.id);
  if (account === null) throw new Error("A fresh session opens the account.");
  await foundOrganization(client, account, {
    mutationId: uuidv7(),
    name: "Live",
    slug: "live",
    currency: "EUR",
    personDayCostMinor: 60_000,
    acceleratorHourCostMinor: 250,
    isSample: false,
  });
  return await openOrganization(client, account, "live");
}

describe("the event log over two server processes", () => {
  test("50 writers at once leave no gap and no duplicate, and a subscriber that reconnects sees each event once, in order", async () => {
    const clients = await Promise.all(
      servers.map(async ({ url }) => (await signInOverHttp(url, "ada@example.org", password)).api),
    );
    const [first, second] = clients;
    if (first === undefined || second === undefined) throw new Error("Two servers were started.");
    const before = await first.activity.position.query({ workspace: db.slug });

    const seen: number[] = [];
    const watcher = watchFrom(second, before, seen);
    const writes = Array.from({ length: writers }, (_, index) =>
      (clients[index % clients.length] ?? first).workspaces.createInvitation.mutate({
        workspace: db.slug,
        mutationId: uuidv7(),
        role: "member",
        note: `invitation ${index}`,
      }),
    );
    await watcher.until(() => seen.length >= 10);
    // The connection is lost in the middle, and another server takes over from the last event that was seen.
    watcher.stop();
    const resumed = watchFrom(first, seen.at(-1) ?? before, seen);
    await Promise.all(writes);
    await resumed.until(() => seen.length >= writers);
    resumed.stop();

    const expected = Array.from({ length: writers }, (_, index) => before + index + 1);
    expect(seen).toEqual(expected);
    const log = await db.read(
      async (tx) => await tx.event.findMany({ orderBy: { seq: "asc" }, select: { seq: true } }),
    );
    expect(log.map((event) => event.seq)).toEqual([
      ...Array.from({ length: before }, (_, i) => i + 1),
      ...expected,
    ]);
  });

  test("a retried request is applied once and answers the same, also when both arrive at once at two servers", async () => {
    const [first, second] = await Promise.all(
      servers.map(async ({ url }) => (await signInOverHttp(url, "ada@example.org", password)).api),
    );
    if (first === undefined || second === undefined) throw new Error("Two servers were started.");
    const request = { workspace: db.slug, mutationId: uuidv7(), role: "member" as const, note: "once" };
    const answers = await Promise.all([
      first.workspaces.createInvitation.mutate(request),
      second.workspaces.createInvitation.mutate(request),
    ]);
    const again = await first.workspaces.createInvitation.mutate(request);
    expect(answers[1].id).toBe(answers[0].id);
    expect(again.id).toBe(answers[0].id);
    const invitations = await db.read(async (tx) => await tx.invitation.count());
    expect(invitations).toBe(1);
    const reused = first.workspaces.createInvitation.mutate({ ...request, note: "something else" });
    await expect(reused).rejects.toMatchObject({ data: { appCode: "MUTATION_ID_REUSED" } });
  });

  test("a subscriber who signs out elsewhere in the browser is left, without anything happening in the workspace", async () => {
    const [server] = servers;
    if (server === undefined) throw new Error("A server was started.");
    const { api } = await signInOverHttp(server.url, "ada@example.org", password);
    const watcher = watchFrom(api, await api.activity.position.query({ workspace: db.slug }), []);
    await watcher.started;
    const session = await database.client.loginSession.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    await revokeLoginSession(database.client, session.id);
    await watcher.ended;
  });

  test("a subscriber whose session is revoked hears nothing more", async () => {
    const [server] = servers;
    if (server === undefined) throw new Error("A server was started.");
    const { api } = await signInOverHttp(server.url, "ada@example.org", password);
    const seen: number[] = [];
    const watcher = watchFrom(api, await api.activity.position.query({ workspace: db.slug }), seen);
    await watcher.started;
    await api.accounts.signOutEverywhere.mutate({ mutationId: uuidv7() });
    await watcher.ended;
    expect(seen).toEqual([]);
  });
});

type Api = Awaited<ReturnType<typeof signInOverHttp>>["api"];

/** Follows the log into `seen`, and lets a test wait for what it needs to have seen. */
function watchFrom(api: Api, after: number, seen: number[]) {
  let look = () => {};
  let start = () => {};
  let end = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const subscription = api.activity.follow.subscribe(
    { workspace: db.slug, after, place: "" },
    {
      onData: (message) => {
        start();
        const data = "data" in message ? message.data : message;
        if (data.kind === "event") seen.push(data.event.seq);
        look();
      },
      onComplete: () => end(),
      onError: () => end(),
    },
  );
  return {
    started,
    ended,
    stop: () => subscription.unsubscribe(),
    until: async (enough: () => boolean) =>
      await new Promise<void>((resolve) => {
        look = () => {
          if (enough()) resolve();
        };
        look();
      }),
  };
}
