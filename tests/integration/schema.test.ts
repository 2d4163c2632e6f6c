import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlBetween } from "../../scripts/schema-engine.mjs";
import { cloneDatabase, emptyDatabase, query, type TestDatabase } from "../support/database";

/** The database that the migrations make, and the one that prisma/schema.prisma describes. */
let migrated: TestDatabase;
let described: TestDatabase;
let schema: string;

beforeAll(async () => {
  schema = await readFile("prisma/schema.prisma", "utf8");
  [migrated, described] = await Promise.all([cloneDatabase(), emptyDatabase()]);
  await query(
    described.ownerUrl,
    await sqlBetween({ before: undefined, after: schema, databaseUrl: described.ownerUrl }),
  );
});

afterAll(() => Promise.all([migrated.drop(), described.drop()]));

const facts = {
  "tables and columns": `
    select table_name, column_name, ordinal_position is not null as there, udt_name, is_nullable,
      character_maximum_length, numeric_precision, numeric_scale, datetime_precision, column_default
    from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
    order by table_name, column_name`,
  enums: `
    select typname, enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid order by typname, enumsortorder`,
  "primary and foreign keys": `
    select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype in ('p', 'f') and connamespace = 'public'::regnamespace
      and conrelid::regclass::text <> '_prisma_migrations'
    order by 1, 2`,
  // Prisma cannot express partial indexes nor indexes over expressions: those are the migrations' own.
  indexes: `
    select indrelid::regclass::text as table, pg_get_indexdef(indexrelid) as definition from pg_index
    where indpred is null and indexprs is null and indrelid::regclass::text <> '_prisma_migrations'
      and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    order by 1, 2`,
};

test.each(Object.entries(facts))("migrations and schema.prisma agree on %s", async (_, sql) => {
  const [actual, wanted] = await Promise.all([query(migrated.ownerUrl, sql), query(described.ownerUrl, sql)]);
  expect(wanted.length).toBeGreaterThan(0);
  expect(actual).toEqual(wanted);
});

test("the last migration's folder keeps the schema that the next one starts from", async () => {
  const folders = (await readdir("prisma/migrations", { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const last =
    folders
      .map((entry) => entry.name)
      .sort()
      .at(-1) ?? "";
  const kept = await readFile(join("prisma/migrations", last, "schema.prisma"), "utf8");
  expect(await sqlBetween({ before: kept, after: schema, databaseUrl: described.ownerUrl })).toBe("");
});
