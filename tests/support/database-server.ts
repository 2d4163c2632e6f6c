// One PostgreSQL for all integration tests, with one database that is migrated once and cloned per test file.
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { ensureAppRole } from "@/platform/db/app-role";
import { startEmbeddedDatabase } from "@/platform/db/embedded";
import { migrate } from "@/platform/db/migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** A database of the server whose user may create others. */
    serverUrl: string;
    templateName: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { serverUrl, stop } = await startServer();
  const templateName = `phasewise_template_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${templateName}`);
  const templateUrl = new URL(serverUrl);
  templateUrl.pathname = templateName;
  await migrate(templateUrl.href, { folder: "prisma/migrations" });
  await ensureAppRole(templateUrl.href);
  project.provide("serverUrl", serverUrl);
  project.provide("templateName", templateName);
  return async () => {
    await onServer(serverUrl, `drop database ${templateName} with (force)`);
    await stop();
  };
}

/** TEST_DATABASE_URL names a server to use instead, to run the tests on another version of PostgreSQL. */
async function startServer(): Promise<{ serverUrl: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { serverUrl: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), "phasewise-test-"));
  // When root runs the tests the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "300",
    // Its workers belong to nobody who may be sent away: a database could not be dropped while one is in it.
    autovacuum: "off",
  };
  const server = await startEmbeddedDatabase({ dataDir, log: () => {}, settings });
  return {
    serverUrl: server.ownerUrl,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
