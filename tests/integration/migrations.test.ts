import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "@/platform/db/migrations";
import { StartError } from "@/platform/start-error";
import { emptyDatabase, query, type TestDatabase } from "../support/database";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), "phasewise-migrations-"));
  await write("20260101000000_first", "create table note (text text not null);");
  await write("20260102000000_second", "alter table note add column author text;");
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("migrating", () => {
  test("applies what is missing, in order, and nothing the second time", async () => {
    expect(await migrate(database.ownerUrl, { folder })).toEqual({
      applied: ["20260101000000_first", "20260102000000_second"],
    });
    expect(await migrate(database.ownerUrl, { folder })).toEqual({ applied: [] });
  });

  test("two processes at once apply each migration once", async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, { folder })));
    expect(results.flatMap((result) => result.applied).sort()).toEqual([
      "20260101000000_first",
      "20260102000000_second",
    ]);
  });

  test("keeps the records that Prisma's own command reads", async () => {
    await migrate(database.ownerUrl, { folder: "prisma/migrations" });
    const rows = await query<{ checksum: string; finished: boolean; applied_steps_count: number }>(
      database.ownerUrl,
      "select checksum, finished_at is not null as finished, applied_steps_count from _prisma_migrations",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toEqual({
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        finished: true,
        applied_steps_count: 1,
      });
    }
  });

  test("undoes a migration that fails, says which, and can go on after it was corrected", async () => {
    await write("20260103000000_third", "create table other (id int); select * from nowhere;");
    await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(
      /20260103000000_third failed and was undone/,
    );
    expect(await tables()).not.toContain("other");
    await write("20260103000000_third", "create table other (id int);");
    expect(await migrate(database.ownerUrl, { folder })).toEqual({ applied: ["20260103000000_third"] });
  });
});

describe("refusing a database this version cannot serve", () => {
  const refusal = (sentence: RegExp) => async () => {
    const error = await migrate(database.ownerUrl, { folder }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    expect(error).toHaveProperty("message", expect.stringMatching(sentence));
  };

  test("that a newer version has used", async () => {
    await migrate(database.ownerUrl, { folder });
    await rm(join(folder, "20260102000000_second"), { recursive: true });
    await refusal(/newer Phasewise .*20260102000000_second/)();
  });

  test("whose past migration was changed since", async () => {
    await migrate(database.ownerUrl, { folder });
    await write("20260101000000_first", "create table note (text text);");
    await refusal(/20260101000000_first was changed/)();
  });

  test("in which another tool left a migration half-way", async () => {
    await migrate(database.ownerUrl, { folder });
    await query(
      database.ownerUrl,
      "update _prisma_migrations set finished_at = null where migration_name = '20260102000000_second'",
    );
    await refusal(/20260102000000_second failed half-way/)();
  });

  test("that cannot be reached", async () => {
    const nowhere = "postgresql://someone@127.0.0.1:1/phasewise";
    await expect(migrate(nowhere, { folder })).rejects.toThrow(
      /^The database phasewise at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/,
    );
  });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const rows = await query<{ tablename: string }>(
    database.ownerUrl,
    "select tablename from pg_tables where schemaname = 'public'",
  );
  return rows.map((row) => row.tablename);
}
