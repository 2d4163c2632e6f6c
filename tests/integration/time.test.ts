import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { importTime } from "@/features/time/import.service";
import { timeWeek } from "@/features/time/queries";
import { bookInput } from "@/features/time/schema";
import { bookTime, correctTime, deleteTime, restoreTime } from "@/features/time/service";
import { discardTimer, startTimer, stopTimer } from "@/features/time/timer.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let member: OrganizationDb;
let project: { id: string; key: string };
let workspaces = 0;

const taskKey = "use-case-scoping/frame";

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

beforeEach(async () => {
  workspaces += 1;
  const founder = await anAccount(database.client, `ada${workspaces}@example.org`);
  db = await aWorkspace(database.client, founder, `time-${workspaces}`);
  const ben = await anAccount(database.client, `ben${workspaces}@example.org`);
  member = await aMember(database.client, db, ben, "member");
  project = await aProject(db);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();

function booking(change: Partial<ReturnType<typeof bookInput.parse>> = {}) {
  return bookInput.parse({
    mutationId: request(),
    projectId: project.id,
    taskKey,
    memberId: null,
    workedOn: "2024-03-05",
    hours: 4,
    note: "",
    ...change,
  });
}

async function theTask() {
  const task = (await projectPlan(db, project.key)).tasks.find(({ key }) => key === taskKey);
  if (task === undefined) throw new Error(`${taskKey} is in the plan.`);
  return task;
}

async function lastEvent() {
  return await db.read(
    async (tx) =>
      await tx.event.findFirst({
        where: { organizationId: db.organizationId },
        orderBy: { seq: "desc" },
      }),
  );
}

/** What the member's week says of the task. */
async function weekOf(who: OrganizationDb, memberId: string | null = null) {
  const week = await timeWeek(who, { day: "2024-03-06", memberId });
  return {
    ...week,
    cells: week.rows.find((row) => row.taskKey === taskKey)?.cells.map((cell) => cell?.hours),
  };
}

describe("time that is booked", () => {
  test("is the task's effort, begins it on its day, and moves the forecast with one entry of the log", async () => {
    const before = await projectPlan(db, project.key);
    await bookTime(member, booking());
    await bookTime(db, booking({ hours: 8, workedOn: "2024-03-04", note: "Kick-off" }));
    const task = await theTask();
    expect(task).toMatchObject({
      actualEffortPersonDays: 1.5,
      status: "started",
      startedOn: "2024-03-05",
      version: 2,
      timeEntries: { count: 2, hours: 12 },
    });
    const { forecast } = await projectPlan(db, project.key);
    expect(forecast.finish).not.toEqual(before.forecast.finish);
    expect(await lastEvent()).toMatchObject({
      type: "time.booked",
      projectId: project.id,
      data: {
        taskKey,
        after: { workedOn: "2024-03-04", hours: 8, note: "Kick-off" },
        effortPersonDays: { before: 0.5, after: 1.5 },
      },
    });
  });

  test("is corrected, deleted and brought back by the version that was seen", async () => {
    const { entryId } = await bookTime(member, booking());
    const correction = { entryId, version: 1, note: "" };
    await correctTime(member, { ...correction, mutationId: request(), hours: 6.25 });
    await expect(
      correctTime(member, { ...correction, mutationId: request(), hours: 1 }),
    ).rejects.toMatchObject({ code: "STALE_VERSION", details: { current: { hours: 6.25, version: 2 } } });
    await deleteTime(member, { mutationId: request(), entryId, version: 2 });
    expect((await theTask()).timeEntries).toBeNull();
    expect((await weekOf(member)).cells).toBeUndefined();
    await restoreTime(member, { mutationId: request(), entryId });
    expect(await theTask()).toMatchObject({ actualEffortPersonDays: 0.78125 });
    expect((await weekOf(member)).cells?.[1]).toBe(6.25);
  });

  test("is not brought back onto a day that has other time for the task by now", async () => {
    const { entryId } = await bookTime(member, booking());
    await deleteTime(member, { mutationId: request(), entryId, version: 1 });
    await bookTime(member, booking({ hours: 1 }));
    await expect(restoreTime(member, { mutationId: request(), entryId })).rejects.toMatchObject({
      code: "DAY_TAKEN",
    });
  });

  test("tells who books a day that has time already what it has", async () => {
    const { entryId } = await bookTime(member, booking());
    await expect(bookTime(member, booking({ hours: 2 }))).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { entryId, hours: 4, version: 1 } },
    });
  });

  test("fits in a day, and in a day that has come", async () => {
    await bookTime(member, booking({ hours: 20 }));
    const other = "use-case-scoping/brief";
    await expect(bookTime(member, booking({ taskKey: other, hours: 4.5 }))).rejects.toMatchObject({
      code: "DAY_TOO_LONG",
    });
    await bookTime(db, booking({ taskKey: other, hours: 4.5 }));
    await expect(bookTime(member, booking({ workedOn: "2099-01-04" }))).rejects.toMatchObject({
      code: "IN_THE_FUTURE",
    });
    for (const hours of [0, -1, 24.5, 1.005, Number.NaN]) expect(() => booking({ hours })).toThrow();
  });
});

describe("a total that was typed", () => {
  const typed = (version: number, actualEffortPersonDays: number | null) =>
    taskInput({
      projectId: project.id,
      taskKey,
      version,
      status: "started",
      startedOn: "2024-03-04",
      actualEffortPersonDays,
    });

  test("gives way to the entries, can't be typed while there are any, and stands again without them", async () => {
    await editTask(db, typed(0, 5));
    const { entryId } = await bookTime(db, booking());
    expect((await theTask()).actualEffortPersonDays).toBe(0.5);
    await expect(editTask(db, typed(1, 0.5))).rejects.toMatchObject({ code: "STALE_VERSION" });
    await expect(editTask(db, typed(2, 3))).rejects.toMatchObject({ code: "SUM_OF_ENTRIES" });
    await editTask(db, typed(2, 0.5));
    await deleteTime(db, { mutationId: request(), entryId, version: 1 });
    expect((await theTask()).actualEffortPersonDays).toBe(5);
  });

  test("of machine hours is kept beside, whoever leaves it out", async () => {
    await editTask(db, { ...typed(0, null), actualMachineHours: 42 });
    await editTask(db, typed(1, 2));
    expect(await theTask()).toMatchObject({ actualMachineHours: 42, actualEffortPersonDays: 2 });
    expect(await lastEvent()).toMatchObject({
      type: "task.edited",
      data: { before: { actualMachineHours: 42 }, after: { actualMachineHours: 42 } },
    });
    await editTask(db, { ...typed(2, 2), actualMachineHours: null });
    expect((await theTask()).actualMachineHours).toBeNull();
  });
});

describe("whose time it is", () => {
  test("leads and above see and correct that of others, a member does not", async () => {
    const { entryId } = await bookTime(db, booking());
    const refusal = { code: "NOT_YOUR_TIME" };
    const owner = db.actor.membershipId;
    await expect(weekOf(member, owner)).rejects.toMatchObject(refusal);
    await expect(
      bookTime(member, booking({ memberId: owner, workedOn: "2024-03-07" })),
    ).rejects.toMatchObject(refusal);
    const change = { mutationId: request(), entryId, version: 1 };
    await expect(correctTime(member, { ...change, hours: 1, note: "" })).rejects.toMatchObject(refusal);
    await expect(deleteTime(member, change)).rejects.toMatchObject(refusal);

    await bookTime(db, booking({ memberId: member.actor.membershipId, workedOn: "2024-03-07", hours: 2 }));
    const theirs = await weekOf(db, member.actor.membershipId);
    expect(theirs.member.isMe).toBe(false);
    expect(theirs.cells).toEqual([undefined, undefined, undefined, 2, undefined, undefined, undefined]);
    expect((await weekOf(member)).cells?.[3]).toBe(2);
    expect((await weekOf(member)).members).toEqual([]);
  });

  test("the sheet has what is assigned and was booked lately, of projects that stand", async () => {
    await editTask(db, taskInput({ projectId: project.id, taskKey, assigneeId: member.actor.membershipId }));
    const brief = "use-case-scoping/brief";
    await bookTime(member, booking({ taskKey: brief, workedOn: "2024-02-26" }));
    const keys = async (day: string) =>
      (await timeWeek(member, { day, memberId: null })).rows.map((row) => row.taskKey);
    expect(await keys("2024-03-10")).toEqual([taskKey, brief]);
    expect(await keys("2024-04-10")).toEqual([taskKey]);
  });
});

describe("a timer", () => {
  const place = () => ({ projectId: project.id, taskKey });
  const today = () => new Date().toISOString().slice(0, 10);

  async function running(hoursAgo: number) {
    const { timerId } = await startTimer(member, { mutationId: request(), ...place() });
    const startedAt = new Date(Date.now() - hoursAgo * 3_600_000);
    await member.derive(
      async (tx) => await tx.runningTimer.updateMany({ where: { id: timerId }, data: { startedAt } }),
    );
    return { timerId, workedOn: startedAt.toISOString().slice(0, 10) };
  }

  test("runs once per member, and books whole minutes on top of what the day has", async () => {
    const { timerId, workedOn } = await running(1.5);
    await expect(startTimer(member, { mutationId: request(), ...place() })).rejects.toMatchObject({
      code: "TIMER_RUNS",
    });
    await startTimer(db, { mutationId: request(), ...place() });
    await bookTime(member, booking({ workedOn, hours: 2, note: "By hand" }));
    const input = { mutationId: request(), timerId, workedOn, hours: null };
    expect(await stopTimer(member, input)).toMatchObject({ hours: 1.5 });
    expect(await stopTimer(member, input)).toMatchObject({ hours: 1.5 });
    expect((await theTask()).timeEntries).toEqual({ count: 1, hours: 3.5 });
    await startTimer(member, { mutationId: request(), ...place() });
  });

  test("that was forgotten books nothing before the hours are said", async () => {
    const { timerId, workedOn } = await running(13);
    const stop = { timerId, workedOn };
    await expect(stopTimer(member, { ...stop, mutationId: request(), hours: null })).rejects.toMatchObject({
      code: "TIMER_FORGOTTEN",
    });
    expect((await theTask()).timeEntries).toBeNull();
    await stopTimer(member, { ...stop, mutationId: request(), hours: 6 });
    expect((await theTask()).timeEntries).toEqual({ count: 1, hours: 6 });
  });

  test("books on the day it was started, is stopped by who started it, and can be thrown away", async () => {
    const { timerId } = await running(0);
    const stop = { mutationId: request(), timerId, hours: 1 };
    await expect(stopTimer(member, { ...stop, workedOn: "2024-03-05" })).rejects.toMatchObject({
      code: "OTHER_DAY",
    });
    await expect(stopTimer(db, { ...stop, workedOn: today() })).rejects.toMatchObject({
      code: "NOT_YOUR_TIMER",
    });
    await discardTimer(member, { mutationId: request(), timerId });
    expect((await theTask()).timeEntries).toBeNull();
    await expect(stopTimer(member, { ...stop, workedOn: today() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a file of time", () => {
  const importing = (text: string) => ({
    mutationId: request(),
    projectId: project.id,
    memberId: null,
    text: `date,task,hours,note\n${text}`,
  });

  test("is booked as a whole with one entry of the log, and not twice", async () => {
    const text = `2024-03-05,${taskKey},4,\n2024-03-06,${taskKey},2.5,Wrote it down\n2024-03-05,use-case-scoping/brief,1,`;
    expect(await importTime(member, importing(text))).toEqual({ entries: 3 });
    expect(await theTask()).toMatchObject({ actualEffortPersonDays: 0.8125, status: "started" });
    expect(await lastEvent()).toMatchObject({ type: "time.imported", data: { tasks: [{ taskKey }, {}] } });
    await expect(importTime(member, importing(text))).rejects.toMatchObject({ code: "IMPORT_REFUSED" });
    expect((await theTask()).timeEntries).toEqual({ count: 2, hours: 6.5 });
  });

  test("with one row that can't be is not booked at all, and says which", async () => {
    const text = `2024-03-05,${taskKey},4,\n2024-03-06,Nothing,2,`;
    await expect(importTime(member, importing(text))).rejects.toMatchObject({
      code: "IMPORT_REFUSED",
      details: { rows: [{ line: 3 }] },
    });
    expect((await theTask()).timeEntries).toBeNull();
  });
});
