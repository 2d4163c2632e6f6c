import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { estimateAtFinishSchema, planCalibrationSchema } from "@/features/plans/schema";
import { editTask } from "@/features/plans/tasks.service";
import { deleteProject } from "@/features/projects/service";
import { taskStandards, threePointMean } from "@/planning";
import { inWords } from "@/planning/testing/plan-inputs";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let workspaces = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

beforeEach(async () => {
  workspaces += 1;
  const founder = await anAccount(database.client, `ada${workspaces}@example.org`);
  db = await aWorkspace(database.client, founder, `calibration-${workspaces}`);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const scoping = taskStandards.filter((task) => task.technique === "use-case-scoping");
const [first] = scoping;
if (first === undefined) throw new Error("Scoping has tasks.");
const taskKey = first.key;
const untouched = "application/backend";

async function aNewProject() {
  return await aProject(db);
}

/** Every task of scoping took so many times what the standard says, in person-days. */
async function finishScoping(projectId: string, times: number) {
  for (const { key, effortPersonDays } of scoping) {
    const actualEffortPersonDays = threePointMean(effortPersonDays) * times;
    await editTask(db, done(projectId, key, { actualEffortPersonDays }));
  }
}

function done(projectId: string, key: string, change: Partial<Parameters<typeof taskInput>[0]> = {}) {
  return taskInput({
    projectId,
    taskKey: key,
    status: "done",
    startedOn: "2024-03-04",
    finishedOn: "2024-03-06",
    actualEffortPersonDays: 5,
    ...change,
  });
}

async function effortOf(projectKey: string, key: string) {
  const task = (await projectPlan(db, projectKey)).tasks.find((one) => one.key === key);
  if (task === undefined) throw new Error(`${key} is in the plan.`);
  return threePointMean(task.effortPersonDays);
}

async function aDayPasses() {
  await db.derive(
    async (tx) => await tx.projectForecast.updateMany({ data: { asOf: new Date("2024-01-01") } }),
  );
}

async function keptEstimate(projectId: string, key = taskKey) {
  const row = await db.read(
    async (tx) => await tx.taskRecord.findFirst({ where: { projectId, taskKey: key } }),
  );
  return estimateAtFinishSchema.nullable().parse(row?.estimateAtFinish ?? null);
}

describe("calibration", () => {
  test("corrects the rest of a project by what its finished tasks took, and says so", async () => {
    const { id, key } = await aNewProject();
    const before = await projectPlan(db, key);
    expect(before.forecast.calibration).toBeNull();
    expect(inWords(before)).toContain("No finished task has taught anything");
    const effort = await effortOf(key, untouched);
    await finishScoping(id, 2);
    const after = await projectPlan(db, key);
    expect(await effortOf(key, untouched)).toBeGreaterThan(effort * 1.1);
    expect(after.forecast.calibration).toEqual({
      effortPairs: scoping.length,
      durationPairs: scoping.length,
    });
    expect(inWords(after)).toContain(`effort by ${scoping.length} finished tasks`);
    expect(after.forecast.remainingEffortMeanPersonDays).toBeGreaterThan(
      before.forecast.remainingEffortMeanPersonDays,
    );
  });

  test("reaches other projects with the next day, and plan and forecast always by the same corrections", async () => {
    const { id } = await aNewProject();
    const other = await aNewProject();
    const effort = await effortOf(other.key, untouched);
    await finishScoping(id, 2);
    expect(await effortOf(other.key, untouched)).toBe(effort);
    expect((await projectPlan(db, other.key)).forecast.calibration).toBeNull();
    await aDayPasses();
    expect(await effortOf(other.key, untouched)).toBeGreaterThan(effort * 1.1);
    const { forecast } = await projectPlan(db, other.key);
    expect(forecast.calibration).toEqual({ effortPairs: scoping.length, durationPairs: scoping.length });
    const stored = await db.read(
      async (tx) => await tx.projectForecast.findFirstOrThrow({ where: { projectId: other.id } }),
    );
    expect(planCalibrationSchema.parse(stored.calibration)).toMatchObject(forecast.calibration ?? {});
  });

  test("compares with the estimate as it stood: what is settled with or after the finish changes nothing", async () => {
    const { id } = await aNewProject();
    const hindsight = { optimistic: 40, mostLikely: 50, pessimistic: 60 };
    await editTask(db, done(id, taskKey, { effortPersonDays: hindsight }));
    const kept = await keptEstimate(id);
    expect(kept?.effortPersonDays).toEqual(first.effortPersonDays);
    await editTask(db, done(id, taskKey, { version: 1, actualEffortPersonDays: 7 }));
    expect(await keptEstimate(id)).toEqual(kept);
  });

  test("forgets what was not finished after all, and what was deleted", async () => {
    const { id, key } = await aNewProject();
    await editTask(db, done(id, taskKey));
    expect((await projectPlan(db, key)).forecast.calibration).toEqual({ effortPairs: 1, durationPairs: 1 });
    await editTask(
      db,
      taskInput({ projectId: id, taskKey, version: 1, status: "started", startedOn: "2024-03-04" }),
    );
    expect(await keptEstimate(id)).toBeNull();
    expect((await projectPlan(db, key)).forecast.calibration).toBeNull();

    const gone = await aNewProject();
    await editTask(db, done(gone.id, taskKey));
    await deleteProject(db, { mutationId: crypto.randomUUID(), projectId: gone.id, version: 1 });
    await aDayPasses();
    expect((await projectPlan(db, key)).forecast.calibration).toBeNull();
  });

  test("learns nothing from another workspace", async () => {
    const ours = db;
    const { key } = await aNewProject();
    db = await aWorkspace(
      database.client,
      await anAccount(database.client, `eve${workspaces}@example.org`),
      `elsewhere-${workspaces}`,
    );
    await finishScoping((await aNewProject()).id, 3);
    db = ours;
    await aDayPasses();
    expect((await projectPlan(db, key)).forecast.calibration).toBeNull();
  });
});
