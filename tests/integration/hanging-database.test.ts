import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "@/platform/db/database";
import { signInOverHttp } from "../support/api-client";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace, password } from "../support/factories";
import { stallingProxy } from "../support/stalling-proxy";

// A database that accepts connections and never answers: a host that hangs, or a network that drops everything.

let testDatabase: TestDatabase;
let database: Database;
let proxy: Awaited<ReturnType<typeof stallingProxy>>;
let server: BundledProcess;
let url: string;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 2, () => {});
  await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "hanging");
  proxy = await stallingProxy(testDatabase.ownerUrl);
  server = run(await bundle("tests/support/api-process.ts", "hanging-api"), [], {
    DATABASE_URL: proxy.url,
    DATABASE_POOL_SIZE: "3",
    AUTH_SECRET: "a secret of a server whose database hangs",
    LOG_LEVEL: "silent",
  });
  [, url = ""] = await server.said(/listening on (\S+) \./);
});

afterAll(async () => {
  server.child.kill("SIGKILL");
  await server.ended();
  await proxy.close();
  await database.close();
  await testDatabase.drop();
});

async function ready() {
  const answer = await fetch(`${url}/api/health/ready`);
  return { status: answer.status, body: await answer.json() };
}

const withinMs = 12_000;

test("callers are told within some ten seconds, and it serves again when the database does", async () => {
  const { api } = await signInOverHttp(url, "ada@example.org", password);
  const settings = { workspace: "hanging", name: "Renamed", currency: "EUR" as const };
  const rates = { personDayCostMinor: 1, acceleratorHourCostMinor: 1 };
  const calls = [
    async () => await api.accounts.me.query({}),
    async () => await api.workspaces.frame.query({ workspace: "hanging" }),
    async () =>
      await api.workspaces.configure.mutate({
        ...settings,
        ...rates,
        mutationId: crypto.randomUUID(),
        version: 1,
      }),
  ];
  await Promise.all([api.accounts.me.query({}), api.workspaces.frame.query({ workspace: "hanging" })]);
  expect(await ready()).toEqual({ status: 200, body: { status: "ready", database: true } });

  proxy.stall();
  const began = performance.now();
  // More callers than connections: some wait for an answer, some for a connection.
  const told = await Promise.allSettled([...calls, ...calls, ...calls].map(async (call) => await call()));
  expect(performance.now() - began).toBeLessThan(withinMs);
  for (const result of told) {
    if (result.status === "fulfilled") throw new Error("The database does not answer.");
    expect(result.reason).toMatchObject({
      message: expect.stringMatching(/database cannot be reached.*try again/),
      data: { appCode: "DATABASE_UNREACHABLE", httpStatus: 503 },
    });
  }
  const asked = performance.now();
  expect(await ready()).toEqual({ status: 503, body: { status: "unavailable", database: false } });
  expect(performance.now() - asked).toBeLessThan(withinMs);

  proxy.resume();
  await expect.poll(async () => (await ready()).status, { timeout: withinMs }).toBe(200);
  expect(await api.workspaces.frame.query({ workspace: "hanging" })).toMatchObject({ version: 1 });
  for (const call of calls) await call();
}, 60_000);
