import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { applySchedule, takeBackSchedule } from "@/features/schedule/apply.service";
import { fix, prioritise } from "@/features/schedule/order.service";
import { compareSchedules, overview, run } from "@/features/schedule/queries";
import { cancel, goOn, start, stop } from "@/features/schedule/run.service";
import { dropSchedule, restoreSchedule } from "@/features/schedule/service";
import { editProfile } from "@/features/workspaces/members.service";
import { addWeeks, calendarDaysBetween, disciplineIds } from "@/planning";
import { today } from "@/platform/days";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type BundledProcess, bundle, run as runProcess } from "../support/bundled-process";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";
import { aFinishedRun, aKeptSchedule } from "../support/schedules";

// All projects together: their order, levelling them in the background, keeping, applying and taking back what comes of it.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let first: { id: string; key: string };
let second: { id: string; key: string };
let script: string;
let thread: string;
let processes: BundledProcess[];

beforeAll(async () => {
  [script, thread] = [
    await bundle("tests/support/levelling-process.ts", "levelling-process"),
    await bundle("src/levelling.worker.ts", "levelling-thread"),
  ];
});

beforeEach(async () => {
  processes = [];
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  ada = await aWorkspace(client, await anAccount(client, "ada@example.org"), "schedule");
  ben = await aMember(client, ada, await anAccount(client, "ben@example.org"), "lead");
  await knowsEverything(ada);
  first = await aProject(ada, { name: "Alpha" });
  second = await aProject(ada, { name: "Beta" });
});

afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(async (process) => await process.ended()));
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });

/** At the highest level in every discipline: the two projects want the same person. */
async function knowsEverything({ organizationId, actor }: OrganizationDb) {
  const level = 4;
  const everything = disciplineIds.map((discipline) => ({
    organizationId,
    membershipId: actor.membershipId,
    discipline,
    level,
  }));
  await ada.derive(async (tx) => await tx.expertise.createMany({ data: everything }));
}

/** The log from the beginning: what happened, oldest first. */
async function readLog() {
  return await ada.read(
    async (tx) =>
      await tx.event.findMany({
        where: { organizationId: ada.organizationId },
        orderBy: { seq: "asc" },
        select: { type: true, data: true },
      }),
  );
}

async function aLevellingProcess(): Promise<BundledProcess> {
  const process = runProcess(script, [], { DATABASE_URL: testDatabase.ownerUrl, THREAD: thread });
  processes.push(process);
  await process.said(/at work/);
  return process;
}

async function runUntil(isSo: (found: Awaited<ReturnType<typeof run>>) => boolean) {
  return await expect
    .poll(
      async () => {
        const found = await run(ada);
        return isSo(found) ? "so" : found;
      },
      { timeout: 28_000, interval: 50 },
    )
    .toBe("so");
}

const finishes = async () => {
  const { projects } = await overview(ada);
  return new Map(projects.map(({ id, finish }) => [id, finish]));
};

const scheduledFinishes = async () => {
  const projects = (await run(ada))?.result?.projects ?? [];
  return new Map(projects.map(({ name, finish }) => [name, finish]));
};

describe("the order of projects", () => {
  test("is changed by moving one, and whoever saw another order is told", async () => {
    expect((await overview(ada)).projects.map(({ name }) => name)).toEqual(["Alpha", "Beta"]);
    await prioritise(ada, { ...request(), projectId: second.id, beforeProjectId: first.id, version: 0 });
    expect((await overview(ben)).projects.map(({ name }) => name)).toEqual(["Beta", "Alpha"]);
    await expect(
      prioritise(ben, { ...request(), projectId: second.id, beforeProjectId: null, version: 0 }),
    ).rejects.toMatchObject({ code: "STALE_VERSION", details: { current: { version: 1 } } });
    const [last] = (await readLog()).slice(-1);
    expect(last).toMatchObject({
      type: "project.prioritised",
      data: { name: "Beta", before: { place: 2 }, after: { place: 1 } },
    });
  });

  test("says which projects are fixed, and a schedule leaves them alone", async () => {
    await fix(ada, { ...request(), projectId: second.id, fixed: true, version: 0 });
    await aFinishedRun(ada);
    const scheduled = (await run(ada))?.result?.projects ?? [];
    expect(scheduled.map(({ name, isFixed }) => [name, isFixed])).toEqual([
      ["Alpha", false],
      ["Beta", true],
    ]);
    expect(scheduled[1]).toMatchObject({ laterWorkingDays: 0, waiting: 0 });
  });
});

describe("an absence", () => {
  test("puts off what only the person who is away can do", async () => {
    const from = today();
    const profile = {
      membershipId: ada.actor.membershipId,
      capacityPersonDaysPerWeek: 5,
      expertise: disciplineIds.map((discipline) => ({ discipline, level: 4 })),
    };
    await editProfile(ada, { ...request(), ...profile, version: 1, absences: [], trainings: [] });
    await aFinishedRun(ada);
    const there = await scheduledFinishes();
    const absences = [{ fromOn: from, toOn: addWeeks(from, 6) }];
    await editProfile(ada, { ...request(), ...profile, version: 2, absences, trainings: [] });
    await aFinishedRun(ada);
    const away = await scheduledFinishes();
    for (const [name, finish] of there) {
      const later = calendarDaysBetween(finish, away.get(name) ?? finish);
      expect(later).toBeGreaterThanOrEqual(35);
    }
  });
});

describe("levelling in the background", () => {
  test("answers at once, goes on improving until it is stopped, and goes on again when asked", async () => {
    await aLevellingProcess();
    await start(ada, request());
    await runUntil((found) => found?.result?.finishesBy === "forecast");
    const early = await run(ada);
    expect(early?.state).toBe("running");
    expect(early?.firstAnswerMs).toBeGreaterThan(0);
    expect(early?.result?.projects).toHaveLength(2);
    await stop(ada, request());
    await runUntil((found) => found?.state === "stopped");
    const stopped = await run(ada);
    expect(await run(ben)).toBeNull();
    await goOn(ada, request());
    await runUntil((found) => found?.state === "running" || found?.state === "stopped");
    await stop(ada, request());
    await runUntil((found) => found?.state === "stopped");
    expect((await run(ada))?.result?.cost).toBeLessThanOrEqual(stopped?.result?.cost ?? 0);
  });

  test("is cancelled with all it found, and its process is free for the next", async () => {
    await aLevellingProcess();
    await start(ada, request());
    await runUntil((found) => found?.result != null);
    await cancel(ada, request());
    expect(await run(ada)).toBeNull();
    await start(ben, request());
    await expect
      .poll(async () => (await run(ben))?.result?.projects.length, { timeout: 20_000, interval: 50 })
      .toBe(2);
  });

  test("is taken up by another process when its own was killed", async () => {
    const killed = await aLevellingProcess();
    await start(ada, request());
    await runUntil((found) => found?.result != null);
    killed.child.kill("SIGKILL");
    await killed.ended();
    // Nobody waits for the lease in a test: it is over now.
    const { organizationId } = ada;
    await ada.derive(async (tx) => {
      await tx.job.updateMany({ where: { organizationId }, data: { leasedUntil: new Date() } });
      await tx.scheduleRun.updateMany({ where: { organizationId }, data: { beatAt: new Date(0) } });
    });
    expect((await run(ada))?.state).toBe("interrupted");
    await aLevellingProcess();
    await runUntil((found) => found?.state === "running");
    await stop(ada, request());
    await runUntil((found) => found?.state === "stopped");
  });
});

describe("a kept schedule", () => {
  test("is applied in one go with an entry per project, and the plans finish as it said", async () => {
    const { id, version } = await aKeptSchedule(ada, "Alpha first");
    const [compared] = await compareSchedules(ada, [id]);
    const before = await finishes();
    const logged = (await readLog()).length;
    await applySchedule(ada, { ...request(), scheduleId: id, version, assign: true });
    const after = await finishes();
    for (const { projectId, finish, finishBefore } of compared?.result.projects ?? []) {
      expect(finishBefore).toBe(before.get(projectId));
      expect(after.get(projectId)).toBe(finish);
    }
    expect(after.get(second.id)?.localeCompare(before.get(second.id) ?? "")).toBe(1);
    expect((await readLog()).slice(logged).map(({ type }) => type)).toEqual([
      "tasks.edited",
      "tasks.edited",
      "schedule.applied",
    ]);
    await expect(
      applySchedule(ada, { ...request(), scheduleId: id, version: version + 1, assign: true }),
    ).rejects.toMatchObject({ code: "ALREADY_APPLIED" });
  });

  test("is taken back whole, can be applied again, and is not taken back once somebody built on it", async () => {
    const { id, version } = await aKeptSchedule(ada, "Alpha first");
    const before = await finishes();
    await applySchedule(ada, { ...request(), scheduleId: id, version, assign: false });
    const applied = await finishes();
    await takeBackSchedule(ben, { ...request(), scheduleId: id, version: version + 1 });
    expect(await finishes()).toEqual(before);
    await applySchedule(ada, { ...request(), scheduleId: id, version: version + 2, assign: false });
    expect(await finishes()).toEqual(applied);

    const held = (await projectPlan(ada, second.key)).tasks.find((task) => task.notBeforeOn !== null);
    if (held === undefined) throw new Error("A task waits for its day.");
    await editTask(
      ben,
      taskInput({ projectId: second.id, taskKey: held.key, version: held.version, notBeforeOn: null }),
    );
    const refused = takeBackSchedule(ada, { ...request(), scheduleId: id, version: version + 3 });
    await expect(refused).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining("Beta"),
    });
  });

  test("is refused by the name of the project that was changed since it was made; nothing is applied", async () => {
    const { id, version } = await aKeptSchedule(ada, "Alpha first");
    const [task] = (await projectPlan(ada, second.key)).tasks;
    if (task === undefined) throw new Error("A plan has tasks.");
    const days = { optimistic: 3, mostLikely: 5, pessimistic: 9 };
    await editTask(ben, taskInput({ projectId: second.id, taskKey: task.key, durationWorkingDays: days }));
    const before = await finishes();
    await expect(
      applySchedule(ada, { ...request(), scheduleId: id, version, assign: true }),
    ).rejects.toMatchObject({
      code: "SCHEDULE_STALE",
      message: expect.stringMatching(/Beta has been changed\. /),
    });
    expect(await finishes()).toEqual(before);
  });

  test("is dropped and taken up again, but not while it is applied", async () => {
    const { id, version } = await aKeptSchedule(ada, "Alpha first");
    await dropSchedule(ben, { ...request(), scheduleId: id, version });
    expect((await overview(ada)).dropped.map(({ name }) => name)).toEqual(["Alpha first"]);
    await restoreSchedule(ben, { ...request(), scheduleId: id });
    await applySchedule(ada, { ...request(), scheduleId: id, version: version + 2, assign: false });
    await expect(
      dropSchedule(ada, { ...request(), scheduleId: id, version: version + 3 }),
    ).rejects.toMatchObject({ code: "IS_APPLIED" });
  });
});
