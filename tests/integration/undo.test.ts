import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addTask, changeTask, linkTasks, unlinkTasks } from "@/features/plans/own-tasks.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask, editTasks } from "@/features/plans/tasks.service";
import { takeBackSteps } from "@/features/plans/undo.queries";
import { takeBackInPlan } from "@/features/plans/undo.service";
import { deleteProject } from "@/features/projects/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { projectTask } from "../support/furnished-workspace";
import { aProject, taskInput } from "../support/projects";

// What a member did to a plan is taken back and done again, from the log, as long as nobody built on it.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "undo");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "lead");
});

beforeEach(async () => {
  project = await aProject(ada, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const brief = "use-case-scoping/brief";
const request = () => ({ mutationId: crypto.randomUUID(), projectId: project.id });
const plan = async () => await projectPlan(ada, project.key);
const taskNow = async (key: string) => (await plan()).tasks.find((task) => task.key === key);
const record = async () =>
  await ada.read(
    async (tx) => await tx.taskRecord.findFirst({ where: { projectId: project.id, taskKey: brief } }),
  );
const steps = async (db = ada) => await takeBackSteps(db, project.key);
const take = async (way: "undo" | "redo", db = ada) => {
  const seq = (await steps(db))[way][0]?.seq ?? 0;
  await takeBackInPlan(db, { ...request(), way, seq });
};
const settle = async (db: OrganizationDb, part: Partial<Parameters<typeof taskInput>[0]>) =>
  await editTask(
    db,
    taskInput({
      projectId: project.id,
      taskKey: brief,
      version: (await taskNow(brief))?.version ?? 0,
      ...part,
    }),
  );
const estimate = { optimistic: 2, mostLikely: 3, pessimistic: 5 };

describe("undoing", () => {
  test("gives a task's figures and the forecast back as they were, and redoing brings them again", async () => {
    const before = await plan();
    await settle(ada, { effortPersonDays: { optimistic: 20, mostLikely: 30, pessimistic: 50 } });
    const changed = await plan();
    expect(changed.forecast.effortPersonDays).not.toEqual(before.forecast.effortPersonDays);
    await take("undo");
    expect((await plan()).forecast.effortPersonDays).toEqual(before.forecast.effortPersonDays);
    await take("redo");
    expect((await plan()).forecast.effortPersonDays).toEqual(changed.forecast.effortPersonDays);
    expect(await steps()).toMatchObject({ undo: [{ type: "task.edited" }], redo: [] });
  });

  test("gives back whom a task needed", async () => {
    const needs = async () => {
      const task = await taskNow(brief);
      return task && { discipline: task.discipline, level: task.level, own: task.ownExpertise };
    };
    const standard = await needs();
    await settle(ada, { expertise: { discipline: "security-legal", level: 4 } });
    expect(await needs()).toEqual({ discipline: "security-legal", level: 4, own: true });
    expect((await plan()).forecast.demand).toContainEqual(
      expect.objectContaining({ discipline: "security-legal", level: 4 }),
    );
    // Whoever knows nothing of it, like a time entry, leaves it as it is.
    await settle(ben, { status: "started", startedOn: "2024-03-04" });
    expect(await needs()).toMatchObject({ own: true });
    await take("undo");
    expect(await needs()).toEqual(standard);
    await take("redo");
    expect(await needs()).toMatchObject({ discipline: "security-legal" });
  });

  test("takes back several tasks that were edited at once as one step", async () => {
    const other = "use-case-scoping/risk-review";
    const before = await plan();
    await settle(ben, { status: "started", startedOn: "2024-03-04" });
    const tasks = [
      { ...taskInput({ projectId: project.id, taskKey: brief }), version: 1, effortPersonDays: estimate },
      { ...taskInput({ projectId: project.id, taskKey: other }), effortPersonDays: estimate },
    ].map(({ mutationId: _, projectId: __, ...task }) => ({ ...task, status: "dropped" as const }));
    await editTasks(ada, { ...request(), tasks });
    expect(await steps()).toMatchObject({ undo: [{ type: "tasks.edited", task: null, tasks: 2 }] });
    await take("undo");
    expect(await record()).toMatchObject({ status: "started", effortMostLikely: null });
    expect((await taskNow(other))?.status).toBe(before.tasks.find(({ key }) => key === other)?.status);
    await take("redo");
    expect(await record()).toMatchObject({ status: "dropped", effortMostLikely: 3 });
    // Who built on one of them keeps all of them as they are, and is named.
    await settle(ben, { effortPersonDays: { ...estimate, pessimistic: 9 }, status: "dropped" });
    await expect(take("undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining(`${ben.actor.name} has changed`),
    });
    expect((await taskNow(other))?.status).toBe("dropped");
  });

  test("several tasks are edited all or none, and the refusal names the one", async () => {
    const task = (taskKey: string, version: number) => {
      const { mutationId: _, projectId: __, ...rest } = taskInput({ projectId: project.id, taskKey });
      return { ...rest, version, effortPersonDays: estimate };
    };
    const both = [task(brief, 0), task("use-case-scoping/risk-review", 4)];
    await expect(editTasks(ada, { ...request(), tasks: both })).rejects.toMatchObject({
      code: "STALE_VERSION",
      message: expect.stringContaining("“"),
    });
    expect(await record()).toBeNull();
    expect(await steps()).toEqual({ undo: [], redo: [] });
  });

  test("leaves what others changed beside it", async () => {
    await settle(ada, { effortPersonDays: estimate });
    await settle(ben, { effortPersonDays: estimate, status: "started", startedOn: "2024-03-04" });
    await take("undo");
    expect(await record()).toMatchObject({ status: "started", effortMostLikely: null });
  });

  test("is refused by name where somebody changed the same again, and everything stays", async () => {
    await settle(ada, { effortPersonDays: estimate });
    await settle(ben, { effortPersonDays: { ...estimate, pessimistic: 9 } });
    await expect(take("undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining(`${ben.actor.name} has changed`),
    });
    expect(await record()).toMatchObject({ effortMostLikely: 3, effortPessimistic: 9 });
    // Ben may still take back his own.
    await take("undo", ben);
    await take("undo");
    expect(await record()).toMatchObject({ effortMostLikely: null, effortPessimistic: null });
  });

  test("takes an added task out, and brings it back with its links", async () => {
    const { taskKey } = await addTask(ada, { ...request(), content: projectTask, after: [brief] });
    await take("undo");
    expect(await taskNow(taskKey)).toBeUndefined();
    await take("redo");
    expect(await taskNow(taskKey)).toMatchObject({ waitsFor: [{ after: brief }] });
  });

  test("takes back the change of a task of the project's own, but not over another's", async () => {
    const { taskKey } = await addTask(ada, { ...request(), content: projectTask, after: [] });
    const change = async (db: OrganizationDb, version: number, name: string) =>
      await changeTask(db, { ...request(), taskKey, version, content: { ...projectTask, name } });
    await change(ada, 1, "Visit two clinics");
    await take("undo");
    expect(await taskNow(taskKey)).toMatchObject({ name: projectTask.name });
    await change(ben, 3, "Visit three clinics");
    await expect(take("undo")).rejects.toMatchObject({ code: "BUILT_ON" });
  });

  test("takes a link back, changes it back, and puts one that was removed again", async () => {
    const { taskKey } = await addTask(ada, { ...request(), content: projectTask, after: [] });
    const link = async (lagWorkingDays: number) =>
      await linkTasks(ada, {
        ...request(),
        taskKey,
        after: brief,
        kind: "start-to-start",
        lagWorkingDays,
      });
    const links = async () => (await taskNow(taskKey))?.waitsFor.filter(({ isOwn }) => isOwn);
    await link(1);
    await link(4);
    await take("undo");
    expect(await links()).toMatchObject([{ after: brief, lagWorkingDays: 1 }]);
    await unlinkTasks(ada, { ...request(), taskKey, after: brief });
    expect(await links()).toEqual([]);
    await take("undo");
    expect(await links()).toMatchObject([{ after: brief, lagWorkingDays: 1 }]);
    await take("undo");
    expect(await links()).toEqual([]);
  });

  test("is of one's own alone, once, and not in a deleted project", async () => {
    await settle(ada, { effortPersonDays: estimate });
    const seq = (await steps()).undo[0]?.seq ?? 0;
    expect(await steps(ben)).toEqual({ undo: [], redo: [] });
    await expect(takeBackInPlan(ben, { ...request(), way: "undo", seq })).rejects.toMatchObject({
      code: "NOTHING_TO_TAKE_BACK",
    });
    const both = await Promise.allSettled([
      takeBackInPlan(ada, { ...request(), way: "undo", seq }),
      takeBackInPlan(ada, { ...request(), way: "undo", seq }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { version } = await ada.read(
      async (tx) => await tx.project.findFirstOrThrow({ where: { id: project.id } }),
    );
    await deleteProject(ada, { ...request(), version });
    const again = (
      await ada.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }))
    ).seq;
    await expect(takeBackInPlan(ada, { ...request(), way: "undo", seq: again })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("stands in the log as what it is", async () => {
    await settle(ada, { effortPersonDays: estimate });
    const seq = (await steps()).undo[0]?.seq ?? 0;
    await take("undo");
    const event = await ada.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
    expect(event).toMatchObject({ type: "task.edited", data: { undoes: seq } });
  });
});
