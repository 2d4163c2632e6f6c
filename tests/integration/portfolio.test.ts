import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshenAll } from "@/features/plans/freshen.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { type PortfolioRow, portfolio, portfolioRows } from "@/features/portfolio/queries";
import { rowsPerPage } from "@/features/portfolio/schema";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { moveProject } from "@/features/projects/phases.service";
import { setHolidays } from "@/features/standards/service";
import type { Effort } from "@/planning";
import { today } from "@/platform/days";
import { workWithin } from "@/platform/db/background";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function aFreshWorkspace(slug: string): Promise<OrganizationDb> {
  return await aWorkspace(database.client, await anAccount(database.client, `${slug}@example.org`), slug);
}

const at = (search: string) => readFilter(Object.fromEntries(new URLSearchParams(search)));

const added = (efforts: readonly Effort[]): Effort => ({
  actual: efforts.reduce((sum, { actual }) => sum + actual, 0),
  remaining: efforts.reduce((sum, { remaining }) => sum + remaining, 0),
});

/** All rows that an address shows, page after page. */
async function everyRow(db: OrganizationDb, search: string): Promise<PortfolioRow[]> {
  const filter = at(search);
  const { rows, shownCount } = await portfolio(db, filter);
  const all = [...rows];
  for (let page = 1; all.length < shownCount; page += 1) {
    const more = await portfolioRows(db, { filter, page });
    if (more.length === 0) throw new Error(`Page ${page} is empty.`);
    all.push(...more);
  }
  return all;
}

describe("the portfolio's figures", () => {
  let db: OrganizationDb;
  /** One is launched, in one work was done. */
  const templates = ["retrieval-augmented-assistant", "fine-tune-open-model", "prompt-hosted-model"] as const;

  beforeAll(async () => {
    db = await aFreshWorkspace("figures");
    for (const template of templates) await aProject(db, { template, name: template });
    const [first] = await everyRow(db, "text=fine-tune");
    if (first === undefined) throw new Error("There is a project.");
    const [task] = (await projectPlan(db, first.key)).tasks;
    await editTask(
      db,
      taskInput({
        projectId: first.id,
        taskKey: task?.key ?? "",
        status: "done",
        startedOn: "2024-03-04",
        finishedOn: "2024-04-12",
        actualEffortPersonDays: 7.5,
      }),
    );
    const [hosted] = await everyRow(db, "text=hosted");
    for (const [before, to] of (["application-integration", "launched"] as const).entries())
      await moveProject(db, {
        mutationId: crypto.randomUUID(),
        projectId: hosted?.id ?? "",
        version: before + 1,
        to,
        reason: "It was there before.",
      });
  });

  test("are the sums of the rows they open, in every dimension", async () => {
    const { effort } = await portfolio(db, at(""));
    for (const [dimension, sums] of Object.entries(effort)) {
      expect(sums.length, dimension).toBeGreaterThan(0);
      for (const { key, actual, remaining } of sums) {
        const show = `show=${dimension}:${key}`;
        const opened = await portfolio(db, at(show));
        expect(opened.part, show).toEqual({ actual, remaining });
        expect(added((await everyRow(db, show)).map(({ part }) => part)), show).toEqual({
          actual,
          remaining,
        });
        // What is shown is what is summed, in the pictures too.
        expect(
          Object.entries(opened.effort)
            .find(([name]) => name === dimension)?.[1]
            .find((sum) => sum.key === key),
        ).toMatchObject({
          actual,
          remaining,
        });
      }
    }
  });

  test("add up to the same whole, which independent SQL finds as well", async () => {
    const { effort } = await portfolio(db, at(""));
    const whole = added(effort.phase);
    for (const [dimension, sums] of Object.entries(effort)) expect(added(sums), dimension).toEqual(whole);
    const [row] = await db.read(
      async (tx) =>
        await tx.$queryRaw<{ mean: number; ahead: number }[]>`
        SELECT sum((forecast ->> 'effortMeanPersonDays')::numeric)::float8 AS mean,
          sum(CASE WHEN p.launched_at IS NULL THEN (forecast ->> 'remainingEffortMeanPersonDays')::numeric ELSE 0 END)::float8 AS ahead
        FROM project_forecast f JOIN project p ON p.id = f.project_id`,
    );
    expect(Math.abs(whole.remaining / 100 - (row?.ahead ?? 0))).toBeLessThan(0.01 * templates.length);
    const launched = await everyRow(db, "phase=launched");
    const spent = (row?.mean ?? 0) - (row?.ahead ?? 0);
    const notCounted = await db.read(
      async (tx) =>
        await tx.projectEffort.aggregate({
          where: { projectId: launched[0]?.id ?? "", dimension: "phase" },
          _sum: { remaining: true },
        }),
    );
    expect(launched).toHaveLength(1);
    expect(Math.abs(whole.actual / 100 + (notCounted._sum.remaining ?? 0) / 100 - spent)).toBeLessThan(
      0.02 * templates.length,
    );
    expect(whole.actual).toBe(750);
  });

  test("follow what is shown", async () => {
    const all = await portfolio(db, at(""));
    const one = await portfolio(db, at("text=fine-tune"));
    expect([all.projectCount, all.shownCount, one.projectCount, one.shownCount]).toEqual([3, 3, 3, 1]);
    expect(added(one.effort.phase).actual).toBe(750);
    expect(one.decideNext.every(({ projectName }) => projectName === "fine-tune-open-model")).toBe(true);
    expect(one.openDecisions).toBe(one.rows[0]?.openDecisions);
    expect(added(all.effort.owner)).toEqual(added(all.effort.phase));
  });

  test.each(["phase:nowhere", "technique:%25", "expertise:serving:9", "quarter:soon", "gap:serving:1", "x"])(
    "an address that shows %s shows all projects",
    async (show) => {
      expect(await portfolio(db, at(`show=${show}`))).toMatchObject({ part: null, shownCount: 3 });
    },
  );
});

describe("a portfolio of many projects", () => {
  let db: OrganizationDb;
  const count = rowsPerPage + 5;

  beforeAll(async () => {
    db = await aFreshWorkspace("many");
    for (let place = 0; place < count; place += 1)
      await aProject(db, { name: `Project ${place}`, template: "prompt-hosted-model" });
  }, 120_000);

  test("comes page by page, each project once, in one order", async () => {
    for (const search of ["", "group=phase&sort=effort", "show=phase:scoping"]) {
      const rows = await everyRow(db, search);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    }
    const names = (await everyRow(db, "")).map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator("en").compare));
  });

  test("is shown as it stands while a job brings its forecasts up to date", async () => {
    await setHolidays(db, {
      mutationId: crypto.randomUUID(),
      version: 0,
      content: { days: [{ on: today(), name: "A day off" }] },
    });
    const stale = await portfolio(db, at(""));
    expect(stale).toMatchObject({ stale: count, shownCount: count, withoutFigures: 0 });
    const jobs = await db.read(
      async (tx) => await tx.job.findMany({ where: { task: "plans.freshen-forecasts" } }),
    );
    expect(jobs).toHaveLength(1);
    await freshenAll(workWithin(database.client, db.organizationId));
    const fresh = await portfolio(db, at(""));
    expect(fresh.stale).toBe(0);
    expect(fresh.freshAt?.getTime()).toBeGreaterThan(stale.freshAt?.getTime() ?? Infinity);
  });

  test("tells how many have no figures yet, and shows the others", async () => {
    await db.derive(async (tx) => await tx.projectForecast.updateMany({ data: { figuresAt: null } }));
    expect(await portfolio(db, at(""))).toMatchObject({
      stale: count,
      withoutFigures: count,
      projectCount: count,
      shownCount: 0,
    });
    await freshenAll(workWithin(database.client, db.organizationId));
    expect(await portfolio(db, at(""))).toMatchObject({ stale: 0, withoutFigures: 0, shownCount: count });
  });
});
