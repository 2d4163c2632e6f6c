import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshenForecasts } from "@/features/plans/service";
import { ensureAppRole } from "@/platform/db/app-role";
import { type Database, openDatabase } from "@/platform/db/database";
import { migrate } from "@/platform/db/migrations";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, emptyDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { live, planHistories } from "../support/plan-histories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let command: string;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 4, () => {});
  command = await bundle("src/check-figures.ts", "check-figures");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function aWorkspaceNamed(slug: string): Promise<OrganizationDb> {
  return await aWorkspace(database.client, await anAccount(database.client, `${slug}@example.org`), slug);
}

/** Runs the command as whoever runs the server would; answers its exit code and its line of each workspace. */
async function checked(env: Record<string, string> = { DATABASE_URL: testDatabase.ownerUrl }) {
  const started = run(command, [], { NODE_ENV: "production", ...env });
  const { code } = await started.ended();
  const said = started.output().trim().split("\n");
  return {
    code,
    said,
    lineOf: ({ slug }: OrganizationDb) => said.find((line) => line.startsWith(`${slug}:`)),
  };
}

/** Everything of a workspace that a check could touch, as one value. */
async function allStored(db: OrganizationDb): Promise<unknown> {
  return await db.read(
    async (tx) =>
      await tx.$queryRaw`
        SELECT (SELECT jsonb_agg(f ORDER BY f.project_id) FROM project_forecast f) AS forecasts,
          (SELECT jsonb_agg(d ORDER BY d.*) FROM project_demand d) AS demand,
          (SELECT jsonb_agg(e ORDER BY e.*) FROM project_effort e) AS effort,
          (SELECT count(*)::int FROM event) AS events`,
  );
}

async function tamper(db: OrganizationDb, sql: string): Promise<void> {
  expect(await db.derive(async (tx) => await tx.$executeRawUnsafe(sql))).toBeGreaterThan(0);
}

describe("the check of the figures", () => {
  test("finds all of them equal after any histories, and changes nothing", { timeout: 120_000 }, async () => {
    const histories = fc.sample(planHistories, { numRuns: 3, seed: 20_261_128 });
    const workspaces = new Map<OrganizationDb, number>();
    for (const [place, history] of histories.entries()) {
      const db = await aWorkspaceNamed(`history-${place}`);
      workspaces.set(db, (await live(db, history)).length);
      // The next reader brings up to date what a change of the standards has left behind.
      await db.derive(async (tx) => await freshenForecasts(tx, db));
    }
    const storedOfAll = async () => await Promise.all([...workspaces.keys()].map(allStored));
    const before = await storedOfAll();
    const { code, said, lineOf } = await checked();
    expect(code, said.join("\n")).toBe(0);
    for (const [db, standing] of workspaces)
      expect(lineOf(db)).toBe(`${db.slug}: ${standing} of ${standing} projects checked; all equal`);
    expect(await storedOfAll()).toEqual(before);
  });

  test("names the projects that were tampered with, and what of them", { timeout: 120_000 }, async () => {
    const tampered: { db: OrganizationDb; part: string; touched: { id: string; key: string } }[] = [];
    for (const [part, sql] of [
      ["demand", "update project_demand set p80 = p80 + 1"],
      ["demand", "delete from project_demand"],
      ["effort", "update project_effort set remaining = remaining + 1"],
      ["forecast", "update project_forecast set finish_p80 = finish_p80 + 1"],
      ["forecast", "update project_forecast set summary = jsonb_set(summary, '{costMinor,p50}', '1')"],
    ] as const) {
      const db = await aWorkspaceNamed(`tampered-${crypto.randomUUID().slice(0, 8)}`);
      await aProject(db, { name: "Left" });
      const touched = await aProject(db, { name: "Touched" });
      await tamper(db, `${sql} where project_id = '${touched.id}'`);
      tampered.push({ db, part, touched });
    }
    const first = await checked();
    expect(first.code).toBe(1);
    for (const { db, part, touched } of tampered) {
      expect(first.lineOf(db)).toBe(
        `${db.slug}: 2 of 2 projects checked; not what the plan gives: ${touched.key} (${part})`,
      );
      // What was tampered with is no more when the project is gone.
      await tamper(db, `update project set deleted_at = now() where id = '${touched.id}'`);
    }
    const second = await checked();
    for (const { db } of tampered)
      expect(second.lineOf(db)).toBe(`${db.slug}: 1 of 1 projects checked; all equal`);
  });

  test("counts apart what is known to be out of date", async () => {
    const db = await aWorkspaceNamed("stale");
    const { id } = await aProject(db);
    await aProject(db);
    await tamper(db, `update project_forecast set as_of = as_of - 1 where project_id = '${id}'`);
    await tamper(db, `update project_demand set p50 = 1 where project_id = '${id}'`);
    const { lineOf } = await checked();
    expect(lineOf(db)).toBe("stale: 1 of 2 projects checked; 1 out of date and not compared; all equal");
  });

  test("refuses a database without this version's tables, and a folder without a database", async () => {
    const empty = await emptyDatabase();
    const withoutTables = await checked({ DATABASE_URL: empty.ownerUrl });
    expect(withoutTables).toMatchObject({
      code: 2,
      said: [expect.stringContaining("this version's tables")],
    });
    await empty.drop();
    const dataDir = join(tmpdir(), `phasewise-none-${process.pid}`);
    const withoutFolder = await checked({ DATABASE_URL: "", PHASEWISE_DATA_DIR: dataDir });
    expect(withoutFolder).toMatchObject({ code: 2, said: [expect.stringContaining(dataDir)] });
  });

  test("looks into the embedded database while it runs, and when it does not", {
    timeout: 60_000,
  }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "phasewise-check-"));
    await chmod(dataDir, 0o755);
    const holder: BundledProcess = run(await bundle("tests/support/embedded-holder.ts", "check-holder"), [
      dataDir,
    ]);
    const url = (await holder.said(/^url (\S+) \.$/m))[1] ?? "";
    await migrate(url, { folder: "prisma/migrations" });
    await ensureAppRole(url);
    const own = openDatabase(url, 2, () => {});
    const db = await aWorkspace(own.client, await anAccount(own.client, "embedded@example.org"), "embedded");
    await aProject(db);
    await own.close();
    const env = { DATABASE_URL: "", PHASEWISE_DATA_DIR: dataDir };
    const equal = { code: 0, said: ["embedded: 1 of 1 projects checked; all equal"] };
    expect(await checked(env)).toMatchObject(equal);
    holder.child.kill("SIGTERM");
    await holder.ended();
    expect(await checked(env)).toMatchObject(equal);
    await rm(dataDir, { recursive: true, force: true });
  });
});
