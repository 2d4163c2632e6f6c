import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { currentForecasts } from "@/features/plans/service";
import { editTask as settleTask } from "@/features/plans/tasks.service";
import { allStandards } from "@/features/standards/queries";
import {
  addTask,
  editTask,
  setAccelerator,
  setCorrelation,
  setGate,
  setHolidays,
  setLoop,
  setTask,
  setTechnique,
} from "@/features/standards/service";
import { frame } from "@/features/workspaces/queries";
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

describe("what holds for every plan", () => {
  const days = [
    { on: "2027-01-06", name: "Epiphany" },
    { on: "2026-12-25", name: "Christmas Day" },
  ];

  test("holidays are kept in the order of days, move every forecast, and go away again", async () => {
    const db = await aFreshWorkspace();
    const { key } = await aProject(db, { startsOn: "2099-01-05" });
    const before = await projectPlan(db, key);
    const week = [5, 6, 7, 8, 9].map((day) => ({ on: `2099-01-0${day}`, name: "Winter break" }));
    await setHolidays(db, { mutationId: anew(), version: 0, content: { days: [...week, ...days] } });
    const { standards } = await allStandards(db);
    expect(standards.holidays.map(({ on }) => on).slice(0, 3)).toEqual([
      "2026-12-25",
      "2027-01-06",
      "2099-01-05",
    ]);
    const after = await projectPlan(db, key);
    expect(after.forecast.finish.p50 > before.forecast.finish.p50).toBe(true);
    expect(after.forecast.effortPersonDays).toEqual(before.forecast.effortPersonDays);
    expect(after.assumptions.find(({ about }) => about === "holidays")).toMatchObject({ isOwn: true });
    await setHolidays(db, { mutationId: anew(), version: 1, content: { days: [] } });
    expect((await projectPlan(db, key)).forecast.finish).toEqual(before.forecast.finish);
  });

  test("the loop, what tasks share and the accelerator move the forecast, and are the default again when reset", async () => {
    const db = await aFreshWorkspace();
    const { key } = await aProject(db, { template: "fine-tune-open-model" });
    const forecast = async () => (await projectPlan(db, key)).forecast;
    const request = (version: number) => ({ mutationId: anew(), version });
    const before = await forecast();

    await setLoop(db, { ...request(0), content: { chanceOfFurtherPass: 1, laterPassShare: null } });
    expect((await forecast()).effortPersonDays.p50).toBeGreaterThan(before.effortPersonDays.p50);
    await setLoop(db, { ...request(1), content: { chanceOfFurtherPass: null, laterPassShare: null } });
    expect(await forecast()).toEqual(before);

    const none = { teamShareOfDataWork: null, dataShareOfDataWork: null, teamShareOfOtherWork: null };
    await setCorrelation(db, { ...request(0), content: { ...none, teamShareOfOtherWork: 0.9 } });
    expect((await forecast()).durationWorkingDays).not.toEqual(before.durationWorkingDays);
    await setCorrelation(db, { ...request(1), content: none });
    expect(await forecast()).toEqual(before);

    await setAccelerator(db, { ...request(0), content: { accelerator: "h100-sxm" } });
    expect((await forecast()).machineHours.p50).toBeLessThan(before.machineHours.p50 / 2);
    await setAccelerator(db, { ...request(1), content: { accelerator: null } });
    expect(await forecast()).toEqual(before);
  });

  test("shares that leave a task no luck of its own are refused, and nothing is kept of them", async () => {
    const db = await aFreshWorkspace();
    const content = { teamShareOfDataWork: 0.8, dataShareOfDataWork: null, teamShareOfOtherWork: null };
    const refused = await refusal(setCorrelation(db, { mutationId: anew(), version: 0, content }));
    expect(refused).toMatchObject({ code: "UNPLANNABLE" });
    expect((await allStandards(db)).standards.correlation).toBeUndefined();
  });

  test("of two who save holidays at once, the later one is told how they stand; the log has before and after", async () => {
    const db = await aFreshWorkspace();
    await setHolidays(db, { mutationId: anew(), version: 0, content: { days } });
    const refused = await refusal(setHolidays(db, { mutationId: anew(), version: 0, content: { days: [] } }));
    expect(refused).toMatchObject({
      kind: "CONFLICT",
      details: { current: { version: 1, content: { days } } },
    });
    const [event] = await db.read(
      async (tx) =>
        await tx.event.findMany({ where: { type: "standard.changed" }, orderBy: { seq: "desc" } }),
    );
    expect(event?.data).toMatchObject({ name: "Public holidays", before: null, after: { days } });
  });
});

test("the workspace's own names are told with its frame, and no more once they are reset", async () => {
  const db = await aFreshWorkspace();
  expect((await frame(db)).ownNames).toEqual({});
  const rename = async (version: number, name: string | null) =>
    await setTechnique(db, {
      mutationId: anew(),
      technique: "guardrails",
      version,
      content: { name, summary: null, inclusion: "as-template" },
    });
  await rename(0, "Safety net");
  const { subject } = await addTask(db, { mutationId: anew(), content: standardTask });
  expect((await frame(db)).ownNames).toEqual({ guardrails: "Safety net", [subject]: standardTask.name });
  await rename(1, null);
  expect((await frame(db)).ownNames).toEqual({ [subject]: standardTask.name });
});
