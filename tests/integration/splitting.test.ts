import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { splitTask } from "@/features/plans/split.service";
import { editTask } from "@/features/plans/tasks.service";
import { takeBackSteps } from "@/features/plans/undo.queries";
import { takeBackInPlan } from "@/features/plans/undo.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

// Part of a task's work becomes a task of its own.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "split");
});

beforeEach(async () => {
  project = await aProject(ada, { template: "retrieval-augmented-assistant" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const brief = "use-case-scoping/brief";
const request = () => ({ mutationId: crypto.randomUUID(), projectId: project.id });
const plan = async () => await projectPlan(ada, project.key);

async function tasksNow() {
  return new Map((await plan()).tasks.map((task) => [task.key, task]));
}

async function split(change: Partial<Parameters<typeof splitTask>[1]> = {}): Promise<string> {
  const { taskKey } = await splitTask(ada, {
    ...request(),
    taskKey: brief,
    version: 0,
    name: "Agree the brief with the sponsor",
    share: 0.25,
    order: "after",
    ...change,
  });
  return taskKey;
}

const sumOf = (...parts: ({ optimistic: number; mostLikely: number; pessimistic: number } | undefined)[]) =>
  (["optimistic", "mostLikely", "pessimistic"] as const).map((point) =>
    Math.round(parts.reduce((sum, part) => sum + (part?.[point] ?? 0) * 100, 0)),
  );

test.each(["after", "beside"] as const)(
  "a task and its part %s it are together what it was, and hold up what it held up",
  async (order) => {
    const before = await tasksNow();
    const key = await split({ order });
    const after = await tasksNow();
    const [whole, rest, part] = [before.get(brief), after.get(brief), after.get(key)];
    expect(sumOf(rest?.effortPersonDays, part?.effortPersonDays)).toEqual(sumOf(whole?.effortPersonDays));
    expect(sumOf(rest?.durationWorkingDays, part?.durationWorkingDays)).toEqual(
      sumOf(whole?.durationWorkingDays),
    );
    const { discipline, level, technique } = part ?? {};
    expect({ discipline, level, technique }).toEqual({
      discipline: whole?.discipline,
      level: whole?.level,
      technique: whole?.technique,
    });
    const waitsFor = (task: typeof part) => (task?.waitsFor ?? []).map((link) => link.after).toSorted();
    expect(waitsFor(part)).toEqual(order === "after" ? [brief] : waitsFor(whole));
    const waiting = [...before.values()].filter(({ waitsFor }) =>
      waitsFor.some((link) => link.after === brief),
    );
    expect(waiting.length).toBeGreaterThan(0);
    for (const task of waiting) {
      const now = after.get(task.key)?.waitsFor.map((link) => link.after) ?? [];
      expect(now).toEqual(expect.arrayContaining([brief, key]));
    }
  },
);

test("one after the other takes as long as before, on average, and side by side is sooner", async () => {
  const finish = async () => (await plan()).forecast.durationWorkingDays.p50;
  const before = await finish();
  await split({ share: 0.5 });
  expect(Math.abs((await finish()) - before)).toBeLessThanOrEqual(1);
  project = await aProject(ada, { template: "retrieval-augmented-assistant" });
  const other = await finish();
  await split({ share: 0.5, order: "beside" });
  expect(await finish()).toBeLessThan(other);
});

test("what decisions do to an estimate is not done twice to its part", async () => {
  const decision = await aDecision(ada, project, {
    options: [
      {
        title: "With twice the care",
        description: "",
        effects: [{ kind: "scale-effort", technique: "use-case-scoping", factor: 2 }],
      },
      { title: "As usual", description: "", effects: [] },
    ],
  });
  await choose(ada, decision, decision.plain);
  const whole = (await tasksNow()).get(brief);
  const key = await split({ share: 0.5 });
  const after = await tasksNow();
  expect(sumOf(after.get(brief)?.effortPersonDays, after.get(key)?.effortPersonDays)).toEqual(
    sumOf(whole?.effortPersonDays),
  );
});

test("it is put together again by undo, and split again by redo, from the log", async () => {
  const before = (await tasksNow()).get(brief);
  const key = await split();
  const take = async (way: "undo" | "redo") => {
    const [step] = (await takeBackSteps(ada, project.key))[way];
    expect(step).toMatchObject({ type: "task.split", task: before?.name });
    await takeBackInPlan(ada, { ...request(), way, seq: step?.seq ?? 0 });
  };
  await take("undo");
  const again = await tasksNow();
  expect(again.get(key)).toBeUndefined();
  expect(again.get(brief)).toMatchObject({
    effortPersonDays: before?.effortPersonDays,
    estimatedBy: "standard",
  });
  expect([...again.values()].flatMap(({ waitsFor }) => waitsFor.map((link) => link.after))).not.toContain(
    key,
  );
  await take("redo");
  expect((await tasksNow()).get(key)?.waitsFor.map((link) => link.after)).toEqual([brief]);
});

test("what is begun is not split, nor what has changed since it was looked at", async () => {
  await editTask(ada, taskInput({ projectId: project.id, taskKey: brief }));
  await expect(split()).rejects.toMatchObject({ code: "STALE_VERSION" });
  await editTask(
    ada,
    taskInput({
      projectId: project.id,
      taskKey: brief,
      version: 1,
      status: "started",
      startedOn: "2024-03-04",
    }),
  );
  await expect(split({ version: 2 })).rejects.toMatchObject({ code: "BEGUN" });
  await expect(split({ taskKey: "use-case-scoping/nothing" })).rejects.toMatchObject({
    code: "UNKNOWN_TASK",
  });
});
