import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rename } from "@/features/accounts/service";
import { weeks } from "@/features/expertise/queries";
import { projectPlan } from "@/features/plans/queries";
import { forecastAnew, readStandardsVersion } from "@/features/plans/service";
import { editTask } from "@/features/plans/tasks.service";
import { portfolio } from "@/features/portfolio/queries";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { projectByKey } from "@/features/projects/queries";
import { setVisibility } from "@/features/projects/sharing.service";
import type { AccountDb } from "@/platform/db/account-db";
import { type Database, openDatabase } from "@/platform/db/database";
import { openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace, signIn } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

// Answers over all projects are kept in memory; nobody may get one that is no longer right, or somebody else's.

let testDatabase: TestDatabase;
let database: Database;
let founder: AccountDb;
let db: OrganizationDb;
let member: OrganizationDb;
let project: Awaited<ReturnType<typeof aProject>>;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 4, () => {});
  founder = await anAccount(database.client, "founder@example.org");
  db = await aWorkspace(database.client, founder, "kept");
  member = await aMember(database.client, db, await anAccount(database.client, "mara@example.org"), "member");
  project = await aProject(db, { name: "Kept project" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const page = async (as = db, search = {}) => await portfolio(as, readFilter(search));

test("the same question is answered from memory while nothing moves, and another is not", async () => {
  const first = await page();
  expect((await page()).rows).toBe(first.rows);
  expect((await page(member)).rows).toBe(first.rows);
  expect((await weeks(db, "p80")).rows).toBe((await weeks(db, "p80")).rows);
  expect((await page(db, { text: "nothing of the kind" })).rows).toEqual([]);
  expect((await weeks(db, "p50")).rows).not.toEqual((await weeks(db, "p80")).rows);
});

describe("a kept answer is not given any more when", () => {
  test("a plan was changed", async () => {
    const [before, heat] = [await page(), await weeks(db, "p80")];
    const [task] = (await projectPlan(db, project.key)).tasks;
    await editTask(
      db,
      taskInput({
        projectId: project.id,
        taskKey: task?.key ?? "",
        effortPersonDays: { optimistic: 40, mostLikely: 50, pessimistic: 60 },
      }),
    );
    const after = await page();
    expect(after.rows[0]?.effortPersonDays.p50).toBeGreaterThan(before.rows[0]?.effortPersonDays.p50 ?? 0);
    expect((await weeks(db, "p80")).rows).not.toEqual(heat.rows);
  });

  test("forecasts were made again, of which the log says nothing", async () => {
    const before = await page();
    await db.derive(
      async (tx) =>
        await forecastAnew(
          tx,
          db.organizationId,
          [project.id],
          await readStandardsVersion(tx, db.organizationId),
        ),
    );
    expect((await page()).rows).not.toBe(before.rows);
  });

  test("somebody is called otherwise", async () => {
    expect((await page()).rows[0]?.ownerName).toBe("founder");
    await rename(founder, "Augusta King");
    expect((await page()).rows[0]?.ownerName).toBe("Augusta King");
  });

  test("a project is hidden from who asks, whoever asked before", async () => {
    expect((await page(member)).rows).toHaveLength(1);
    const { version } = await projectByKey(db, project.key);
    await setVisibility(db, {
      mutationId: crypto.randomUUID(),
      projectId: project.id,
      version,
      visibility: "private",
    });
    expect((await page()).rows).toHaveLength(1);
    const now = await openOrganization(
      database.client,
      await signIn(database.client, member.actor.accountId),
      db.slug,
    );
    expect((await page(now)).rows).toEqual([]);
    expect((await weeks(now, "p80")).rows).toEqual([]);
    expect((await weeks(db, "p80")).rows).not.toEqual([]);
  });
});
