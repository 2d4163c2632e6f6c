import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for a test file: `const database = await cloneDatabase()`, dropped in `afterAll`. */
export function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase(`template ${inject("templateName")}`);
}

/** A database with nothing in it, for tests of what fills one. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase("");
}

async function createDatabase(from: string): Promise<TestDatabase> {
  const name = `phasewise_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("serverUrl"));
  await query(url.href, `create database ${name} ${from}`);
  const ownerUrl = new URL(url);
  ownerUrl.pathname = name;
  return {
    ownerUrl: ownerUrl.href,
    drop: () => query(url.href, `drop database ${name} with (force)`).then(() => {}),
  };
}

/** One statement on a connection of its own, as the owner of the address. */
export async function query<Row extends object = Record<string, unknown>>(
  url: string,
  sql: string,
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
