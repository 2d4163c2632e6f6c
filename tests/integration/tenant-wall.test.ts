import { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { appPoolConfig } from "@/platform/db/app-role";
import {
  BackgroundDb,
  dueWork,
  organizationsBehind,
  organizationsToAsk,
  workWithin,
} from "@/platform/db/background";
import { type Database, openDatabase } from "@/platform/db/database";
import { foundOrganization, openAccount, openOrganization } from "@/platform/db/gate";
import { createAccount, createLoginSession } from "@/platform/db/identity";
import { OrganizationDb } from "@/platform/db/organization-db";
import { addJob } from "@/platform/jobs/job";
import { cloneDatabase, query, type TestDatabase } from "../support/database";

// The four layers of the wall, each proved with the others out of the way.

const accountTables = ["account", "credential", "login_session"];

let testDatabase: TestDatabase;
let database: Database;
let north: Tenant;
let south: Tenant;
let tenantTables: string[];

type Tenant = {
  organizationId: string;
  slug: string;
  accountId: string;
  membershipId: string;
  projectId: string;
};

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  north = await aTenant("north");
  south = await aTenant("south");
  const rows = await query<{ name: string }>(
    testDatabase.ownerUrl,
    `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  tenantTables = rows.map((row) => row.name).filter((name) => !accountTables.includes(name));
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function aTenant(slug: string): Promise<Tenant> {
  const account = await signedIn(`${slug}@example.org`);
  await foundOrganization(database.client, account, {
    mutationId: uuidv7(),
    name: slug,
    slug,
    currency: "EUR",
    personDayCostMinor: 60_000,
    acceleratorHourCostMinor: 250,
    isSample: false,
  });
  const db = await openOrganization(database.client, account, slug);
  const projectId = uuidv7();
  await db.derive(
    async (tx) =>
      await tx.project.create({
        data: {
          organizationId: db.organizationId,
          id: projectId,
          key: "ONE",
          name: "One",
          summary: "",
          template: "prompt-hosted-model",
          phase: "scoping",
          ownerId: db.actor.membershipId,
          startsOn: new Date("2026-01-05"),
        },
      }),
  );
  const { organizationId, actor } = db;
  return { organizationId, slug, accountId: account.accountId, membershipId: actor.membershipId, projectId };
}

async function signedIn(email: string) {
  const account = await createAccount(database.client, { email, name: email, passwordHash: "none" });
  const session = await createLoginSession(database.client, {
    accountId: account.id,
    userAgent: "",
    expiresAt: new Date(Date.now() + 60_000),
  });
  const opened = await openAccount(database.client, session.id);
  if (opened === null) throw new Error("A fresh session opens the account.");
  return opened;
}

/** SQL as the app's role, in the scope of a tenant or of nobody: what a service that forgot every check could run. */
async function asApp(
  scope: Tenant | null,
  sql: string,
): Promise<{ rows: Record<string, unknown>[]; rowCount: number }> {
  const client = new Client(appPoolConfig(testDatabase.ownerUrl));
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      "SELECT set_config('phasewise.organization_id', $1, true), set_config('phasewise.account_id', $2, true)",
      [scope?.organizationId ?? "", scope?.accountId ?? ""],
    );
    const results = [await client.query(sql)].flat();
    const { rows = [], rowCount = 0 } = results.at(-1) ?? {};
    return { rows, rowCount: rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

describe("keys", () => {
  test("the primary key of every tenant table begins with the organization", async () => {
    const rows = await query<{ name: string; first: string }>(
      testDatabase.ownerUrl,
      `SELECT c.relname AS name, a.attname AS first FROM pg_index i
         JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indisprimary`,
    );
    const first = new Map(rows.map((row) => [row.name, row.first]));
    for (const table of tenantTables) {
      expect([table, first.get(table)]).toEqual([table, table === "organization" ? "id" : "organization_id"]);
    }
  });

  test("every foreign key between tenant tables carries the organization", async () => {
    const keys = await query<{ child: string; parent: string; columns: string[] }>(
      testDatabase.ownerUrl,
      `SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
         array(SELECT a.attname::text FROM unnest(c.conkey) k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
       FROM pg_constraint c WHERE c.contype = 'f'`,
    );
    const between = keys.filter(
      (key) => !accountTables.includes(key.parent) && !accountTables.includes(key.child),
    );
    expect(between.length).toBeGreaterThan(20);
    for (const key of between)
      expect([key.child, key.parent, key.columns]).toContainEqual(
        expect.arrayContaining(["organization_id"]),
      );
  });

  test("a row cannot point into another organization, even when the owner of the database writes it", async () => {
    const pointing = query(
      testDatabase.ownerUrl,
      `SET row_security = off;
       INSERT INTO gate_passage (organization_id, id, project_id, from_phase, to_phase, reason, actor_id)
       VALUES ('${north.organizationId}', '${uuidv7()}', '${south.projectId}', 'a', 'b', '', '${north.membershipId}')`,
    );
    await expect(pointing).rejects.toThrow(/gate_passage_organization_id_project_id_fkey|row-level security/);
  });
});

describe("row-level security", () => {
  test("is on and forced for every tenant table", async () => {
    const rows = await query<{ name: string }>(
      testDatabase.ownerUrl,
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(tenantTables);
  });

  test("shows nothing of another organization, in any table", async () => {
    for (const table of tenantTables) {
      const column = table === "organization" ? "id" : "organization_id";
      const { rows } = await asApp(
        north,
        `SELECT 1 FROM "${table}" WHERE ${column} <> '${north.organizationId}'`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test("shows nothing at all to a transaction that did not say who asks", async () => {
    for (const table of tenantTables) {
      const { rows } = await asApp(null, `SELECT 1 FROM "${table}"`);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test("shows what is the organization's own", async () => {
    expect((await asApp(north, "SELECT name FROM project")).rows).toEqual([{ name: "One" }]);
  });

  test("changes and deletes nothing of another organization", async () => {
    const foreign = `organization_id = '${south.organizationId}'`;
    expect((await asApp(north, `UPDATE project SET name = 'taken' WHERE ${foreign}`)).rowCount).toBe(0);
    expect((await asApp(north, `DELETE FROM project WHERE ${foreign}`)).rowCount).toBe(0);
    expect((await asApp(north, `UPDATE membership SET role = 'owner' WHERE ${foreign}`)).rowCount).toBe(0);
  });

  test("refuses rows that claim another organization, new or moved", async () => {
    const insert = `INSERT INTO organization_counter (organization_id) VALUES ('${uuidv7()}')`;
    await expect(asApp(north, insert)).rejects.toThrow(/row-level security/);
    const move = `UPDATE presence SET organization_id = '${south.organizationId}'`;
    await asApp(north, `SELECT 1`);
    await expect(
      asApp(
        north,
        `INSERT INTO presence (organization_id, connection_id, membership_id, place)
           VALUES ('${north.organizationId}', '${uuidv7()}', '${north.membershipId}', '');
         ${move}`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("work without a person", () => {
  test("that looks for work sees counters, cursors and jobs of all, and nothing else of anybody", async () => {
    await workFor(south);
    const seen: string[] = [];
    for (const table of tenantTables) {
      const { rows } = await asApp(
        null,
        `SET LOCAL phasewise.looks_for_work = 'on'; SELECT 1 FROM "${table}"`,
      );
      if (rows.length > 0) seen.push(table);
    }
    expect(seen).toEqual(["consumer_cursor", "job", "organization_counter"]);
  });

  test.each([
    "UPDATE job SET run_at = now()",
    "DELETE FROM job",
    "UPDATE consumer_cursor SET seq = 0",
    "DELETE FROM consumer_cursor",
    "UPDATE organization_counter SET event_seq = 0",
    "DELETE FROM organization_counter",
  ])("that looks for work changes nothing: %s", async (sql) => {
    await workFor(south);
    expect((await asApp(null, `SET LOCAL phasewise.looks_for_work = 'on'; ${sql}`)).rowCount).toBe(0);
  });

  test("adds no job to an organization that it has not entered", async () => {
    const add = `SET LOCAL phasewise.looks_for_work = 'on';
      INSERT INTO job (organization_id, id, task, key, payload, run_at)
      VALUES ('${south.organizationId}', '${uuidv7()}', 'x', 'y', '{}', now())`;
    await expect(asApp(null, add)).rejects.toThrow(/row-level security/);
    await expect(asApp(north, add)).rejects.toThrow(/row-level security/);
  });

  test("is within one organization like everybody", async () => {
    const inNorth = workWithin(database.client, north.organizationId);
    expect(await inNorth.transaction(async (tx) => await tx.project.count())).toBe(1);
    const foreign = { organizationId: south.organizationId };
    await inNorth.transaction(async (tx) => {
      expect(await tx.project.count({ where: foreign })).toBe(0);
      expect(await tx.membership.updateMany({ where: foreign, data: { mailFrequency: "off" } })).toEqual({
        count: 0,
      });
    });
  });

  test("learns of organizations only that they have work", async () => {
    await workFor(south);
    const { organizationIds } = await dueWork(database.client, ["test"]);
    expect(organizationIds).toEqual([south.organizationId]);
    expect(await organizationsToAsk(database.client, "test", "without")).toEqual([north.organizationId]);
    expect((await organizationsToAsk(database.client, "test", "all")).sort()).toEqual(
      [north.organizationId, south.organizationId].sort(),
    );
    const behind = await organizationsBehind(database.client, "another reader");
    expect(behind.map((row) => row.organizationId).sort()).toEqual(
      [north.organizationId, south.organizationId].sort(),
    );
    expect(Object.keys(behind[0] ?? {})).toEqual(["organizationId", "retryAt"]);
  });

  test("cannot be opened by anybody but the platform", () => {
    const forge = () =>
      Reflect.construct(BackgroundDb, [Symbol("issued for background work"), database.client, ""]);
    expect(forge).toThrow(/Only the platform/);
  });
});

/** A cursor and a job that is due. */
async function workFor({ organizationId }: Tenant): Promise<void> {
  await workWithin(database.client, organizationId).transaction(async (tx) => {
    await tx.consumerCursor.createMany({ data: { organizationId, consumer: "test" }, skipDuplicates: true });
    const kind = { name: "test", payload: z.strictObject({}) };
    await addJob(tx, organizationId, kind, { key: "test", payload: {}, runAt: new Date(0) });
  });
}

describe("the log", () => {
  test.each([
    ["changed", "UPDATE event SET data = '{}'"],
    ["deleted", "DELETE FROM event"],
    ["emptied", "TRUNCATE event"],
  ])("is not %s by the app, not even the organization's own", async (_, sql) => {
    await expect(asApp(north, sql)).rejects.toThrow(/permission denied for table event/);
  });

  test("is appended to and read", async () => {
    const append = `INSERT INTO event (organization_id, seq, type, actor_id, subject_type, subject_id, data)
      SELECT organization_id, 1000, type, actor_id, subject_type, subject_id, '{}' FROM event WHERE seq = 1 RETURNING seq`;
    expect((await asApp(north, append)).rows).toEqual([{ seq: 1000 }]);
  });

  test("goes as a whole when an organization is purged, and nobody else's with it", async () => {
    await asApp(
      north,
      `SELECT purge_events();
       SET phasewise.organization_id = '${south.organizationId}';
       DO $$ BEGIN ASSERT (SELECT count(*) FROM event) > 0; END $$;
       SET phasewise.organization_id = '${north.organizationId}';
       DO $$ BEGIN ASSERT (SELECT count(*) FROM event) = 0; END $$;`,
    );
  });

  test("keeps its times and words unless it is the sample's", async () => {
    await asApp(
      north,
      `SELECT backdate_sample_events('{2000-01-01}', '{2100-01-01}', '{1990-01-01}'), retell_sample_event(1, '{}');
       DO $$ BEGIN ASSERT (SELECT min(at) FROM event) > now() - interval '1 day'; END $$;
       DO $$ BEGIN ASSERT (SELECT data FROM event WHERE seq = 1) <> '{}'; END $$;`,
    );
  });
});

describe("the one door", () => {
  test("opens for a member", async () => {
    const db = await openOrganization(database.client, await memberOf(north), "north");
    expect(db.organizationId).toBe(north.organizationId);
    expect(db.actor.role).toBe("owner");
  });

  test("says to everybody else that there is no such workspace", async () => {
    const stranger = await signedIn("stranger@example.org");
    await expect(openOrganization(database.client, stranger, "north")).rejects.toMatchObject({
      kind: "NOT_FOUND",
    });
    await expect(openOrganization(database.client, stranger, "nowhere")).rejects.toMatchObject({
      kind: "NOT_FOUND",
    });
  });

  test("closes at once for who was removed, also for a handle they still hold", async () => {
    const leaver = await signedIn("leaver@example.org");
    const membershipId = uuidv7();
    const north1 = await openOrganization(database.client, await memberOf(north), "north");
    await north1.derive(
      async (tx) =>
        await tx.membership.create({
          data: {
            organizationId: north.organizationId,
            id: membershipId,
            accountId: leaver.accountId,
            role: "member",
          },
        }),
    );
    const held = await openOrganization(database.client, leaver, "north");
    await north1.derive(
      async (tx) =>
        await tx.membership.updateMany({ where: { id: membershipId }, data: { removedAt: new Date() } }),
    );
    await expect(openOrganization(database.client, leaver, "north")).rejects.toMatchObject({
      kind: "NOT_FOUND",
    });
    const write = held.write({ mutationId: uuidv7() }, async () => ({
      answer: null,
      event: {
        type: "workspace.configured",
        subject: { type: "workspace", id: north.organizationId },
        data: {},
      },
    }));
    await expect(write).rejects.toMatchObject({ kind: "NOT_FOUND" });
  });

  test("cannot be made by anybody but the gate", () => {
    const forge = () =>
      Reflect.construct(OrganizationDb, [
        Symbol("issued by the gate"),
        database.client,
        south.organizationId,
        "south",
        {},
      ]);
    expect(forge).toThrow(/Only the gate/);
  });

  test("shows a revoked session nobody", async () => {
    const account = await signedIn("revoked@example.org");
    await account.read(
      async (tx) =>
        await tx.loginSession.updateMany({
          where: { id: account.loginSessionId },
          data: { revokedAt: new Date() },
        }),
    );
    expect(await openAccount(database.client, account.loginSessionId)).toBeNull();
  });
});

async function memberOf(tenant: Tenant) {
  const session = await createLoginSession(database.client, {
    accountId: tenant.accountId,
    userAgent: "",
    expiresAt: new Date(Date.now() + 60_000),
  });
  const opened = await openAccount(database.client, session.id);
  if (opened === null) throw new Error("A fresh session opens the account.");
  return opened;
}
