import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addTask, changeTask, linkTasks, unlinkTasks } from "@/features/plans/own-tasks.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { addTask as addStandardTask, editTask as editStandardTask } from "@/features/standards/service";
import type { LinkKind } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { projectTask, standardTask } from "../support/furnished-workspace";
import { aProject, taskInput } from "../support/projects";

// Tasks that a project has besides those of the standards, and what waits for what in it.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "own-tasks");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const brief = "use-case-scoping/brief";
const frame = "use-case-scoping/frame";
const content = { ...projectTask, technique: "use-case-scoping" as const, level: 2 as const };
const request = () => ({ mutationId: crypto.randomUUID(), projectId: project.id });
const add = async (after: string[] = [], change: Partial<typeof content> = {}) =>
  (await addTask(db, { ...request(), content: { ...content, ...change }, after })).taskKey;
const plan = async () => await projectPlan(db, project.key);
const taskNow = async (key: string) => (await plan()).tasks.find((task) => task.key === key);
const link = async (taskKey: string, after: string, kind: LinkKind = "finish-to-start", lagWorkingDays = 0) =>
  await linkTasks(db, { ...request(), taskKey, after, kind, lagWorkingDays });
const startOf = async (key: string) =>
  (await plan()).forecast.tasks.find((task) => task.key === key)?.startP50 ?? "";

describe("a task of the project's own", () => {
  test("is in the plan, waits for what it is said to, costs effort, and can be settled like any other", async () => {
    const before = await plan();
    const key = await add([brief]);
    expect(await taskNow(key)).toMatchObject({
      name: "Visit the clinic",
      phase: "scoping",
      own: { version: 1, content },
      waitsFor: [{ after: brief, kind: "finish-to-start", lagWorkingDays: 0, isOwn: true }],
    });
    const after = await plan();
    expect(after.forecast.effortMeanPersonDays).toBeGreaterThan(before.forecast.effortMeanPersonDays + 1);
    expect((await startOf(key)) > (await startOf(brief))).toBe(true);
    await editTask(
      db,
      taskInput({ projectId: project.id, taskKey: key, status: "started", startedOn: "2024-03-04" }),
    );
    expect((await taskNow(key))?.status).toBe("started");
    const event = await db.read(
      async (tx) =>
        await tx.event.findFirstOrThrow({ where: { type: "task.added" }, orderBy: { seq: "desc" } }),
    );
    expect(event).toMatchObject({ projectId: project.id, data: { taskKey: key, name: "Visit the clinic" } });
  });

  test("is in this project alone", async () => {
    const key = await add();
    const other = await aProject(db, { template: "prompt-hosted-model" });
    expect((await projectPlan(db, other.key)).tasks.map((task) => task.key)).not.toContain(key);
  });

  test("is changed by who saw it as it is, taken out, and brought back with the forecast of before", async () => {
    const before = (await plan()).forecast.effortPersonDays;
    const key = await add();
    const withIt = (await plan()).forecast.effortPersonDays;
    const change = async (version: number, part: Partial<typeof content>) =>
      await changeTask(db, { ...request(), taskKey: key, version, content: { ...content, ...part } });
    await change(1, { name: "Visit two clinics" });
    expect(await taskNow(key)).toMatchObject({ name: "Visit two clinics", own: { version: 2 } });
    await expect(change(1, { name: "Visit nobody" })).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 2, content: { name: "Visit two clinics" } } },
    });
    await change(2, { retired: true });
    expect(await taskNow(key)).toBeUndefined();
    expect((await plan()).forecast.effortPersonDays).toEqual(before);
    await change(3, { retired: false });
    expect((await plan()).forecast.effortPersonDays).toEqual(withIt);
    await expect(change(4, { technique: "guardrails" } as never)).rejects.toMatchObject({
      code: "OTHER_TECHNIQUE",
    });
  });

  test("is for techniques that the plan has, and waits for tasks that it has", async () => {
    await expect(add([], { technique: "pre-training" } as never)).rejects.toMatchObject({
      code: "UNKNOWN_TECHNIQUE",
    });
    await expect(add(["pre-training/train"])).rejects.toMatchObject({ code: "UNKNOWN_TASK" });
    expect((await plan()).tasks.filter(({ own }) => own !== null)).toEqual([]);
  });
});

describe("a link", () => {
  test("lets a task wait, with days between, in each of the ways, and is taken back", async () => {
    const key = await add();
    const free = await startOf(key);
    await link(key, brief);
    const afterBrief = await startOf(key);
    expect(afterBrief > free).toBe(true);
    await link(key, brief, "finish-to-start", 20);
    expect((await startOf(key)) > afterBrief).toBe(true);
    await link(key, brief, "start-to-start", 0);
    expect((await startOf(key)) < afterBrief).toBe(true);
    expect((await taskNow(key))?.waitsFor).toEqual([
      { after: brief, kind: "start-to-start", lagWorkingDays: 0, isOwn: true },
    ]);
    await unlinkTasks(db, { ...request(), taskKey: key, after: brief });
    expect(await startOf(key)).toBe(free);
    const again = unlinkTasks(db, { ...request(), taskKey: key, after: brief });
    await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("that would close a circle is refused by name, also through tasks of the standards, and nothing is kept", async () => {
    const key = await add([brief]);
    const before = await plan();
    await expect(link(frame, key)).rejects.toMatchObject({
      code: "UNPLANNABLE",
      message: expect.stringMatching(/wait for each other: .*Visit the clinic/),
    });
    await expect(link(key, key)).rejects.toMatchObject({ code: "SAME_TASK" });
    expect(await plan()).toEqual(before);
  });

  test("of two at once that close a circle only together, the later one is refused", async () => {
    const [one, other] = [await add(), await add()];
    const both = await Promise.allSettled([link(one, other), link(other, one)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("that a later standard contradicts is set aside and told, and the plan stays", async () => {
    const { subject } = await addStandardTask(db, {
      mutationId: crypto.randomUUID(),
      content: { ...standardTask, technique: "use-case-scoping", level: 2, after: [], before: [] },
    });
    const key = await add();
    await link(key, subject);
    await link(subject, brief);
    // Now the workspace says that the brief waits for that task.
    await editStandardTask(db, {
      mutationId: crypto.randomUUID(),
      taskKey: subject,
      version: 1,
      content: { ...standardTask, technique: "use-case-scoping", level: 2, after: [], before: [brief] },
    });
    const { setAsideLinks } = await plan();
    expect(setAsideLinks).toMatchObject([
      { task: subject, after: brief, reason: expect.stringMatching(/wait/) },
    ]);
    expect((await taskNow(key))?.waitsFor).toMatchObject([{ after: subject }]);
  });
});
