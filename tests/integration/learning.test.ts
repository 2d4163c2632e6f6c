import { afterAll, beforeAll, expect, test } from "vitest";
import { cohort, cohorts } from "@/features/learning/queries";
import { editTask } from "@/features/plans/tasks.service";
import { moveProject } from "@/features/projects/phases.service";
import { deleteProject } from "@/features/projects/service";
import { taskStandards } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

// What finished work teaches: every figure is what its list sums, and what SQL that knows nothing of us finds.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "learning");
  const first = await aProject(ada);
  const second = await aProject(ada, { key: "OTHER" });
  const gone = await aProject(ada, { key: "GONE" });
  const scoping = taskStandards.filter(({ technique }) => technique === "use-case-scoping");
  for (const [place, { key }] of scoping.entries()) await finish(first.id, key, 1 + place);
  const [again] = scoping;
  if (again === undefined) throw new Error("Scoping has tasks.");
  await finish(second.id, again.key, 9);
  await finish(gone.id, again.key, 90);
  await deleteProject(ada, { ...request(), projectId: gone.id, version: 1 });
  await moveProject(ada, {
    ...request(),
    projectId: first.id,
    version: 1,
    to: "model-selection",
    reason: "Scoped.",
  });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });

async function finish(projectId: string, taskKey: string, actualEffortPersonDays: number) {
  const done = { status: "done", startedOn: "2024-03-04", finishedOn: "2024-03-06" } as const;
  await editTask(ada, taskInput({ projectId, taskKey, ...done, actualEffortPersonDays }));
}

/** By technique or discipline, straight from the rows. */
async function counted(by: "technique" | "discipline") {
  type Row = { id: string; tasks: number; actual: number; estimated: number; projects: number };
  const sql = `SELECT r.estimate_at_finish->>'${by}' AS id, count(*)::int AS tasks,
        sum(r.actual_effort_person_days) AS actual, count(DISTINCT r.project_id)::int AS projects,
        sum(((e->>'optimistic')::float8 + 4 * (e->>'mostLikely')::float8 + (e->>'pessimistic')::float8) / 6) AS estimated
      FROM task_record r JOIN project p ON p.id = r.project_id,
        LATERAL (SELECT r.estimate_at_finish->'effortPersonDays' AS e) estimate
      WHERE r.status = 'done' AND p.deleted_at IS NULL AND r.actual_effort_person_days > 0
      GROUP BY 1`;
  return await ada.read(async (tx) => await tx.$queryRawUnsafe<Row[]>(sql));
}

test.each(["technique", "discipline"] as const)("by %s all is what SQL counts", async (by) => {
  const rows = await cohorts(ada, by);
  const expected = await counted(by);
  expect(expected.length).toBeGreaterThan(0);
  expect(rows.length).toBe(expected.length);
  for (const { id, tasks, actual, estimated, projects } of expected) {
    const row = rows.find((one) => one.id === id);
    expect(row).toMatchObject({ projects, effort: { tasks, tooFew: tasks < 5 } });
    expect(row?.effort.actualPersonDays).toBeCloseTo(actual, 9);
    expect(row?.effort.estimatedPersonDays).toBeCloseTo(estimated, 9);
    expect(row?.effort.ratio).toBeCloseTo(actual / estimated, 9);
  }
});

test("every figure is the sum of its list", async () => {
  for (const by of ["template", "technique", "discipline"] as const) {
    for (const row of await cohorts(ada, by)) {
      const lists = await cohort(ada, { by, cohort: row.id });
      expect(lists?.tasks.length).toBe(row.effort.tasks);
      const sum = (values: readonly number[] = []) => values.reduce((all, one) => all + one, 0);
      expect(sum(lists?.tasks.map((task) => task.actualPersonDays))).toBe(row.effort.actualPersonDays);
      for (const { phase, stays, calendarDays } of row.phases) {
        const own = lists?.stays.filter((stay) => stay.phase === phase) ?? [];
        expect([own.length, sum(own.map((stay) => stay.calendarDays))]).toEqual([stays, calendarDays]);
      }
      expect(sum(lists?.looped.map(({ used }) => used))).toBe(row.passes.used);
      const { passed, conditions, sentBack } = row.gates;
      expect(lists?.verdicts.length).toBe(passed + conditions + sentBack);
    }
  }
});

test("a phase that was left is counted, one that goes on is not", async () => {
  const [row] = await cohorts(ada, "template");
  expect(row?.projects).toBe(2);
  expect(row?.phases.map(({ stays }) => stays)).toEqual([1, 0, 0, 0]);
});

test("there is no such cohort", async () => {
  expect(await cohort(ada, { by: "template", cohort: "nothing-like-it" })).toBeNull();
});
