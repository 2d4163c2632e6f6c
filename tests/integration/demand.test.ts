import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cell, weeks } from "@/features/expertise/queries";
import { currentForecasts, planOf } from "@/features/plans/service";
import { editProfile } from "@/features/workspaces/members.service";
import { disciplineIds, isoDate } from "@/planning";
import { toDay } from "@/platform/days";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { live, planHistories, removeProject } from "../support/plan-histories";
import { aProject } from "../support/projects";

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

let workspaces = 0;

async function aFreshWorkspace(): Promise<OrganizationDb> {
  workspaces += 1;
  const account = await anAccount(database.client, `lead-${workspaces}@example.org`);
  return await aWorkspace(database.client, account, `demand-${workspaces}`);
}

type Project = { readonly id: string; readonly key: string };

/** The rows that are stored, however they came to be. */
async function storedRows(db: OrganizationDb, projectId: string) {
  const rows = await db.read(async (tx) => await tx.projectDemand.findMany({ where: { projectId } }));
  return rows
    .map(({ organizationId: _, projectId: __, weekOn, ...row }) => ({ weekOn: toDay(weekOn), ...row }))
    .sort(byCell);
}

/** What the rows must be: the plan and all its runs, computed anew from what is in the database now. */
async function computedRows(db: OrganizationDb, projectId: string) {
  const { demandByWeek } = await db.read(async (tx) => await planOf(tx, db, projectId));
  return [...demandByWeek].sort(byCell);
}

const inOrder = (rows: readonly { readonly dimension: string; readonly key: string }[]) =>
  rows.toSorted((a, b) => (`${a.dimension} ${a.key}` < `${b.dimension} ${b.key}` ? -1 : 1));

/** Where the effort goes, as it is stored, and as the plan gives it. */
async function storedEffort(db: OrganizationDb, projectId: string) {
  const rows = await db.read(async (tx) => await tx.projectEffort.findMany({ where: { projectId } }));
  return inOrder(rows.map(({ organizationId: _, projectId: __, ...row }) => row));
}

async function computedEffort(db: OrganizationDb, projectId: string) {
  return inOrder((await db.read(async (tx) => await planOf(tx, db, projectId))).effort);
}

type CellOfRow = { readonly weekOn: string; readonly discipline: string; readonly level: number };

function byCell(left: CellOfRow, right: CellOfRow): number {
  const of = (row: CellOfRow) => `${row.weekOn} ${row.discipline} ${row.level}`;
  return of(left) < of(right) ? -1 : 1;
}

const sum = (values: readonly number[]) => Math.round(values.reduce((all, one) => all + one, 0) * 100);

/** All that the heat map shows and what it says comes later, in hundredths. */
async function shown(db: OrganizationDb, quantile: "p50" | "p80") {
  const { rows, laterPersonDays } = await weeks(db, quantile);
  return sum([...rows.flatMap(({ cells }) => cells.map(({ demand }) => demand)), laterPersonDays]);
}

async function expectAllEqual(db: OrganizationDb, standing: readonly Project[]) {
  for (const quantile of ["p50", "p80"] as const) {
    const total = await shown(db, quantile);
    let expected = 0;
    for (const { id } of standing) {
      const computed = await computedRows(db, id);
      expect(await storedRows(db, id)).toEqual(computed);
      expect(await storedEffort(db, id)).toEqual(await computedEffort(db, id));
      expected += computed.reduce((all, row) => all + row[quantile], 0);
    }
    expect(total).toBe(expected);
  }
}

describe("rows of demand", () => {
  test("are what a full computation gives, after any history of edits", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(planHistories, async (history) => {
        const db = await aFreshWorkspace();
        await expectAllEqual(db, await live(db, history));
      }),
      { numRuns: 6, seed: 20_261_127 },
    );
  });

  test("of a stale forecast are computed anew by their next reader, and those of another version", async () => {
    const db = await aFreshWorkspace();
    const { id: projectId } = await aProject(db);
    const rows = await storedRows(db, projectId);
    expect(rows.length).toBeGreaterThan(0);
    const before = await shown(db, "p80");
    for (const data of [
      { asOf: new Date("2024-01-01") },
      { demandAt: null },
      { figuresAt: null },
      { standardsVersion: 77 },
    ]) {
      await db.derive(async (tx) => {
        await tx.projectForecast.updateMany({ where: { projectId }, data });
        await tx.projectDemand.updateMany({ where: { projectId }, data: { p80: 1 } });
      });
      expect(await shown(db, "p80")).toBe(before);
      expect(await storedRows(db, projectId)).toEqual(rows);
    }
  });

  test("are not torn by readers who compute them at the same time", async () => {
    const db = await aFreshWorkspace();
    const { id: projectId } = await aProject(db);
    const rows = await storedRows(db, projectId);
    await db.derive(
      async (tx) => await tx.projectForecast.updateMany({ where: { projectId }, data: { demandAt: null } }),
    );
    await Promise.all([
      shown(db, "p50"),
      shown(db, "p80"),
      db.derive(async (tx) => await currentForecasts(tx, db, [projectId])),
    ]);
    expect(await storedRows(db, projectId)).toEqual(rows);
  });
});

describe("the weeks ahead", () => {
  test("have no gap where people have time, and one where nobody is able", async () => {
    const db = await aFreshWorkspace();
    await aProject(db);
    const before = await weeks(db, "p50");
    expect(before.rows.length).toBeGreaterThan(0);
    for (const { ablePeople, cells } of before.rows) {
      expect(ablePeople).toBe(0);
      expect(cells.every(({ short, demand }) => short === demand)).toBe(true);
    }
    await editProfile(db, {
      mutationId: crypto.randomUUID(),
      membershipId: db.actor.membershipId,
      version: 1,
      capacityPersonDaysPerWeek: 5,
      expertise: disciplineIds.map((discipline) => ({ discipline, level: 4 })),
      absences: [],
      trainings: [],
    });
    const after = await weeks(db, "p50");
    const gapOf = ({ rows }: typeof after) =>
      sum(rows.flatMap(({ cells }) => cells.map(({ short }) => short)));
    expect(gapOf(after)).toBeLessThan(gapOf(before));
    // One person: a week's work beyond five days is left over, whatever the discipline.
    after.weeks.forEach((_, at) => {
      const ofWeek = after.rows.map(({ cells }) => cells[at] ?? { demand: 0, short: 0, supply: 0 });
      const asked = ofWeek.reduce((all, { demand }) => all + demand, 0);
      const supply = ofWeek.reduce((most, one) => Math.max(most, one.supply), 0);
      expect(ofWeek.reduce((all, { short }) => all + short, 0)).toBeCloseTo(Math.max(0, asked - supply), 1);
    });
    // Away for the third week and the Monday after it.
    const [, , third = "", fourth = ""] = after.weeks;
    await editProfile(db, {
      mutationId: crypto.randomUUID(),
      membershipId: db.actor.membershipId,
      version: 2,
      capacityPersonDaysPerWeek: 5,
      expertise: disciplineIds.map((discipline) => ({ discipline, level: 4 })),
      absences: [{ fromOn: third, toOn: fourth }],
      trainings: [],
    });
    const away = await weeks(db, "p50");
    const supplyIn = (of: typeof away, week: number) => of.rows[0]?.cells[week]?.supply;
    expect([1, 2, 3, 4].map((week) => supplyIn(away, week))).toEqual([5, 0, 4, 5]);
    expect([1, 2, 3, 4].map((week) => supplyIn(after, week))).toEqual([5, 5, 5, 5]);
  });

  test("count a training from the first week that begins after it", async () => {
    const db = await aFreshWorkspace();
    await aProject(db);
    const { weeks: days } = await weeks(db, "p50");
    const [, , third = ""] = days;
    await editProfile(db, {
      mutationId: crypto.randomUUID(),
      membershipId: db.actor.membershipId,
      version: 1,
      capacityPersonDaysPerWeek: 5,
      expertise: disciplineIds.map((discipline) => ({ discipline, level: 1 })),
      absences: [],
      trainings: disciplineIds.map((discipline) => ({
        discipline,
        level: 4 as const,
        readyOn: isoDate(third),
      })),
    });
    const map = await weeks(db, "p50");
    const high = map.rows.find(({ level }) => level > 1);
    expect(high?.ablePeople).toBe(0);
    expect([1, 2, 3].map((week) => high?.cells[week]?.supply)).toEqual([0, 5, 5]);
    if (high === undefined) throw new Error("Something above Low is asked.");
    const { discipline, level } = high;
    const open = async (weekOn = "") =>
      await cell(db, { quantile: "p50", weekOn: isoDate(weekOn), discipline, level });
    expect((await open(days[1]))?.people).toEqual([]);
    expect((await open(days[3]))?.people).toMatchObject([{ level: 4, ableFrom: third }]);
  });

  test("open what a cell is made of: it adds up, and leaves with a deleted project", async () => {
    const db = await aFreshWorkspace();
    const projects = [await aProject(db), await aProject(db)];
    const map = await weeks(db, "p80");
    const row = map.rows[0];
    const at = row?.cells.findIndex(({ demand }) => demand > 0) ?? -1;
    const weekOn = map.weeks[at];
    if (row === undefined || weekOn === undefined) throw new Error("Something is asked in some week.");
    const input = { quantile: "p80", weekOn, discipline: row.discipline, level: row.level } as const;
    const opened = await cell(db, input);
    expect(opened?.demand).toBe(row.cells[at]?.demand);
    expect(opened?.projects).toHaveLength(2);
    expect(sum(opened?.projects.map(({ personDays }) => personDays) ?? [])).toBe(
      sum([row.cells[at]?.demand ?? 0]),
    );
    for (const project of opened?.projects ?? [])
      expect(sum(project.tasks.map(({ personDays }) => personDays))).toBe(sum([project.personDays]));
    expect(opened?.remedies).toMatchObject({ hirePersonDays: opened?.short, shiftWeeks: null });
    const [first] = projects;
    if (first) await removeProject(db, first);
    expect((await cell(db, input))?.projects.map(({ key }) => key)).toEqual([projects[1]?.key]);
    expect(await cell(db, { ...input, weekOn: toDay(new Date("2020-01-06")) })).toBeNull();
  });
});
