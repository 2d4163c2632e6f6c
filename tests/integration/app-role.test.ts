import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP_ROLE, appPoolConfig, ensureAppRole } from "@/platform/db/app-role";
import { cloneDatabase, query, type TestDatabase } from "../support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database.drop());

async function asApp<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client(appPoolConfig(database.ownerUrl));
  await client.connect();
  try {
    const result = await client.query<Row>(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

describe("the app's database role", () => {
  test("is what the app's connections run as, even after a reset", async () => {
    expect(await asApp("select current_user as name")).toEqual([{ name: APP_ROLE }]);
    const client = new Client(appPoolConfig(database.ownerUrl));
    await client.connect();
    await client.query("reset role");
    const { rows } = await client.query("select current_user as name");
    await client.end();
    expect(rows).toEqual([{ name: APP_ROLE }]);
  });

  test("owns nothing and is no member of a role that does", async () => {
    const owned = await query(
      database.ownerUrl,
      `select relname as name from pg_class join pg_roles on pg_roles.oid = relowner where rolname = '${APP_ROLE}'
       union all select rolname from pg_auth_members join pg_roles on pg_roles.oid = member where rolname = '${APP_ROLE}'`,
    );
    expect(owned).toEqual([]);
  });

  test("cannot log in, bypass row-level security, or make roles and databases", async () => {
    expect(
      await query(
        database.ownerUrl,
        `select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = '${APP_ROLE}'`,
      ),
    ).toEqual([
      { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });

  test.each([
    ["make a table", "create table mine (id int)"],
    ["change a table", "alter table organization add column more text"],
    ["empty a table past its policies", "truncate organization cascade"],
    ["turn a policy off", "alter table organization disable row level security"],
    ["read the record of migrations", "select * from _prisma_migrations"],
  ])("may not %s", async (_, sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("reaches tables that a later migration adds", async () => {
    await query(
      database.ownerUrl,
      "create table added_later (id int generated always as identity, text text)",
    );
    await asApp("insert into added_later (text) values ('hello')");
    expect(await asApp("select text from added_later")).toEqual([{ text: "hello" }]);
  });

  test("is made once when several processes start at once", async () => {
    await Promise.all([1, 2, 3, 4].map(() => ensureAppRole(database.ownerUrl)));
  });

  test("keeps the options that the address already had", () => {
    const { connectionString, options } = appPoolConfig(
      "postgresql://u@h/d?options=-c%20statement_timeout%3D5000",
    );
    expect(connectionString).toBe("postgresql://u@h/d");
    expect(options).toBe(`-c statement_timeout=5000 -c role=${APP_ROLE}`);
  });
});

describe("a database whose rows are walled", () => {
  test("forces row-level security on every table that names an organization", async () => {
    const unwalled = await query(
      database.ownerUrl,
      `select relname from pg_class join pg_attribute on attrelid = pg_class.oid
       where relkind = 'r' and relnamespace = 'public'::regnamespace and attname = 'organization_id'
         and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(unwalled).toEqual([]);
  });
});
