import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { currentForecasts } from "@/features/plans/service";
import { editTask as settleTask } from "@/features/plans/tasks.service";
import { allStandards } from "@/features/standards/queries";
import { addTask, editTask, setGate, setTask, setTechnique } from "@/features/standards/service";
import { configure } from "@/features/workspaces/service";
import type { TaskChange } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError } from "@/platform/errors";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { standardTask } from "../support/furnished-workspace";
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

const anew = () => crypto.randomUUID();
let workspaces = 0;

async function aFreshWorkspace(): Promise<OrganizationDb> {
  workspaces += 1;
  const account = await anAccount(database.client, `ada${workspaces}@example.org`);
  return await aWorkspace(database.client, account, `standards-${workspaces}`);
}

const taskKey = "evaluation/harness";
const own = (effort: number | null): TaskChange => ({
  effortPersonDays: effort === null ? null : { optimistic: effort, mostLikely: effort, pessimistic: effort },
  durationWorkingDays: null,
  discipline: null,
  level: null,
});

async function setEffort(db: OrganizationDb, version: number, effort: number | null) {
  return await setTask(db, { mutationId: anew(), taskKey, version, content: own(effort) });
}

async function planned(db: OrganizationDb, key: string, task = taskKey) {
  const plan = await projectPlan(db, key);
  return { plan, task: plan.tasks.find((candidate) => candidate.key === task) };
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("a standard", () => {
  test("changes the plans and forecasts of every project, and back when it is reset", async () => {
    const db = await aFreshWorkspace();
    const { id, key } = await aProject(db);
    const before = await planned(db, key);
    await setEffort(db, 0, 200);
    const after = await planned(db, key);
    expect(after.task?.effortPersonDays.mostLikely).toBe(200);
    expect(after.plan.forecast.effortPersonDays.p50).toBeGreaterThan(
      before.plan.forecast.effortPersonDays.p50 + 150,
    );
    const summaries = await db.derive(async (tx) => await currentForecasts(tx, db, [id]));
    expect(summaries.get(id)?.effortPersonDays).toEqual(after.plan.forecast.effortPersonDays);
    await setEffort(db, 1, null);
    expect((await planned(db, key)).plan.forecast.effortPersonDays).toEqual(
      before.plan.forecast.effortPersonDays,
    );
  });

  test("is read by lists that come first after the change", async () => {
    const db = await aFreshWorkspace();
    const { id, key } = await aProject(db);
    const { plan } = await planned(db, key);
    await setEffort(db, 0, 200);
    const summaries = await db.derive(async (tx) => await currentForecasts(tx, db, [id]));
    expect(summaries.get(id)?.effortPersonDays.p50).toBeGreaterThan(plan.forecast.effortPersonDays.p50 + 150);
  });

  test("touches no other workspace", async () => {
    const db = await aFreshWorkspace();
    const other = await aFreshWorkspace();
    const { key } = await aProject(other);
    const { task } = await planned(other, key);
    await setEffort(db, 0, 200);
    expect((await planned(other, key)).task).toEqual(task);
    expect((await allStandards(other)).changes).toEqual([]);
  });

  test("that two people change at once is refused to the later one, who sees how it stands", async () => {
    const db = await aFreshWorkspace();
    const lead = await aMember(
      database.client,
      db,
      await anAccount(database.client, `lead${workspaces}@example.org`),
      "lead",
    );
    const tries = await Promise.allSettled([setEffort(db, 0, 3), setEffort(lead, 0, 4)]);
    const [lost] = tries.filter((one) => one.status === "rejected");
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ kind: "CONFLICT", code: "STALE_VERSION" });
    expect(lost?.reason.details.current).toMatchObject({ version: 1 });
    await setEffort(lead, 1, 4);
    const stale = await refusal(setEffort(db, 1, 5));
    expect(stale.details.current).toMatchObject({ version: 2, content: own(4) });
  });

  test("that was reset meanwhile is refused, too", async () => {
    const db = await aFreshWorkspace();
    await setEffort(db, 0, 3);
    await setEffort(db, 1, null);
    expect((await refusal(setEffort(db, 1, 9))).code).toBe("STALE_VERSION");
    expect((await refusal(setEffort(db, 0, 9))).code).toBe("STALE_VERSION");
  });

  test("is one entry of the log with before and after", async () => {
    const db = await aFreshWorkspace();
    await setEffort(db, 0, 3);
    await setEffort(db, 1, 5);
    const events = await db.read(
      async (tx) => await tx.event.findMany({ where: { type: "standard.changed" }, orderBy: { seq: "asc" } }),
    );
    expect(events.map(({ data }) => data)).toEqual([
      { name: "Build the evaluation run", kind: "task", subject: taskKey, before: null, after: own(3) },
      { name: "Build the evaluation run", kind: "task", subject: taskKey, before: own(3), after: own(5) },
    ]);
  });
});

describe("a workspace", () => {
  test("brings a technique into every plan, under its own name, and asks its own criteria", async () => {
    const db = await aFreshWorkspace();
    const { key } = await aProject(db);
    await setTechnique(db, {
      mutationId: anew(),
      technique: "retrieval",
      version: 0,
      content: { name: "Our search", summary: null, inclusion: "always" },
    });
    await setGate(db, {
      mutationId: anew(),
      phase: "scoping",
      version: 0,
      content: { leftOut: ["budget-named"], own: [{ text: "The works council agrees.", evidence: [] }] },
    });
    const { plan, task } = await planned(db, key, "retrieval/ingest");
    expect(task?.status).toBe("planned");
    expect(plan.lifecycle.techniques.retrieval?.name).toBe("Our search");
    expect(plan.lifecycle.gates.scoping?.own).toHaveLength(1);
  });

  test("adds a task that projects can settle, and retires it without losing what was spent", async () => {
    const db = await aFreshWorkspace();
    const worked = await aProject(db);
    const untouched = await aProject(db);
    const { subject } = await addTask(db, { mutationId: anew(), content: standardTask });
    const { task } = await planned(db, worked.key, subject);
    expect(task).toMatchObject({ name: "Ask the works council", version: 0 });
    await settleTask(db, {
      ...taskInput({ projectId: worked.id, taskKey: subject }),
      status: "started",
      startedOn: "2026-01-06",
      actualEffortPersonDays: 1.5,
    });
    await editTask(db, {
      mutationId: anew(),
      taskKey: subject,
      version: 1,
      content: { ...standardTask, retired: true },
    });
    expect((await planned(db, worked.key, subject)).task).toMatchObject({
      status: "dropped",
      actualEffortPersonDays: 1.5,
    });
    expect((await planned(db, untouched.key, subject)).task).toBeUndefined();
  });

  test("cannot make tasks wait for each other, nor change what is not there", async () => {
    const db = await aFreshWorkspace();
    const circular = { ...standardTask, after: ["application/launch"], before: ["use-case-scoping/frame"] };
    const circle = await refusal(addTask(db, { mutationId: anew(), content: circular }));
    expect(circle).toMatchObject({ kind: "INVALID", code: "UNPLANNABLE" });
    expect(circle.message).toMatch(/Ask the works council/);
    expect((await allStandards(db)).changes).toEqual([]);
    const unknown = setTask(db, {
      mutationId: anew(),
      taskKey: "evaluation/none",
      version: 0,
      content: own(1),
    });
    expect((await refusal(unknown)).kind).toBe("NOT_FOUND");
    const missing = editTask(db, {
      mutationId: anew(),
      taskKey: "evaluation/own-none",
      version: 1,
      content: standardTask,
    });
    expect((await refusal(missing)).kind).toBe("NOT_FOUND");
  });

  test("re-plans with new rates at once", async () => {
    const db = await aFreshWorkspace();
    const { key } = await aProject(db);
    const { plan } = await planned(db, key);
    const organization = await db.read(
      async (tx) => await tx.organization.findUniqueOrThrow({ where: { id: db.organizationId } }),
    );
    await configure(db, {
      mutationId: anew(),
      version: organization.version,
      name: organization.name,
      currency: "EUR",
      personDayCostMinor: organization.personDayCostMinor * 2,
      acceleratorHourCostMinor: organization.acceleratorHourCostMinor * 2,
    });
    const dearer = (await planned(db, key)).plan.forecast.costMinor.p50;
    expect(dearer / plan.forecast.costMinor.p50).toBeCloseTo(2, 2);
  });
});
