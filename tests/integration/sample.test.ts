import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSample, sampleAccounts, wantsSample } from "@/features/sample/service";
import { readConfig } from "@/platform/config";
import { type Database, openDatabase } from "@/platform/db/database";
import { cloneDatabase, query, type TestDatabase } from "../support/database";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  await loadSample(database.client);
}, 60_000);

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** As the owner of the tables, in the scope of the sample organization. */
async function inSample<Row extends object>(sql: string): Promise<Row[]> {
  return await query<Row>(testDatabase.ownerUrl, sql);
}

describe("the sample workspace", () => {
  test("has 12 people who can be signed in as", async () => {
    const people = await sampleAccounts(database.client);
    expect(people).toHaveLength(12);
  });

  test("is loaded into an unused embedded database, on demand elsewhere, and never twice", async () => {
    const embedded = readConfig({});
    const elsewhere = readConfig({ DATABASE_URL: testDatabase.ownerUrl });
    const asked = readConfig({ DATABASE_URL: testDatabase.ownerUrl, PHASEWISE_SAMPLE: "on" });
    expect(await wantsSample(database.client, embedded)).toBe(false);
    expect(await wantsSample(database.client, asked)).toBe(false);
    const fresh = await cloneDatabase();
    const unused = openDatabase(fresh.ownerUrl, 2, () => {});
    expect(await wantsSample(unused.client, embedded)).toBe(true);
    expect(await wantsSample(unused.client, elsewhere)).toBe(false);
    expect(await wantsSample(unused.client, asked)).toBe(true);
    await unused.close();
    await fresh.drop();
  });
});
