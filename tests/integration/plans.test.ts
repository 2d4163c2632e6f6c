import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "@/features/decisions/outcome.service";
import { whatIfForecaster } from "@/features/forecast/ui/forecast-what-if";
import { projectPlan, taskPreviewInput, whatIfInput } from "@/features/plans/queries";
import { currentForecasts } from "@/features/plans/service";
import { editTask } from "@/features/plans/tasks.service";
import { editProject } from "@/features/projects/service";
import { taskPreviewer } from "@/features/projects/ui/preview-task";
import { isoDate, type ProjectTemplate, templateById } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, projectInput, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "plans");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** A project with the task that the tests settle. */
async function aPlan() {
  const { id: projectId, key } = await aProject(db);
  const { tasks, forecast } = await projectPlan(db, key);
  const [task] = tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  return { projectId, key, task, taskKey: task.key, forecast };
}

async function taskOf(key: string, taskKey: string) {
  const task = (await projectPlan(db, key)).tasks.find((one) => one.key === taskKey);
  if (task === undefined) throw new Error("The task is in the plan.");
  return task;
}

/** Where the template suggests an option that brings in a technique which the template itself has not. */
function anAddition(template: ProjectTemplate) {
  for (const [index, { options }] of template.suggestedDecisions.entries()) {
    for (const [place, { effects }] of options.entries()) {
      for (const effect of effects) {
        if (effect.kind !== "include-technique" || template.techniques.includes(effect.technique)) continue;
        return { number: index + 1, place, technique: effect.technique };
      }
    }
  }
  throw new Error("Some option of the template includes another technique.");
}

async function storedForecast(projectId: string) {
  return await db.read(async (tx) => await tx.projectForecast.findFirstOrThrow({ where: { projectId } }));
}

describe("the plan", () => {
  test("shows the stored forecast, and computes nothing anew while it stands", async () => {
    const { projectId, key } = await aPlan();
    const first = await projectPlan(db, key);
    const stored = await storedForecast(projectId);
    expect(stored.forecast).toEqual(JSON.parse(JSON.stringify(first.forecast)));
    await projectPlan(db, key);
    expect((await storedForecast(projectId)).updatedAt).toEqual(stored.updatedAt);
  });

  test("computes it anew when a day has passed or it can't be read, with the same figures for everybody", async () => {
    const { projectId, key, forecast } = await aPlan();
    await db.derive(
      async (tx) =>
        await tx.projectForecast.updateMany({
          where: { projectId },
          data: { asOf: new Date("2024-01-01"), forecast: {}, summary: {} },
        }),
    );
    const [plan, summaries] = await Promise.all([
      projectPlan(db, key),
      db.derive(async (tx) => await currentForecasts(tx, db, [projectId])),
    ]);
    expect(plan.forecast.finish).toEqual(forecast.finish);
    expect(summaries.get(projectId)?.finish).toEqual(forecast.finish);
  });

  test("says which decision brought a technique in", async () => {
    const template = templateById("prompt-hosted-model");
    const { number, place, technique } = anAddition(template);
    const { id: projectId, key } = await aProject(db, { template: template.id });
    const { decision, ...option } = await db.read(
      async (tx) =>
        await tx.decisionOption.findFirstOrThrow({
          where: { place, decision: { projectId, number } },
          include: { decision: true },
        }),
    );
    await decide(db, {
      mutationId: crypto.randomUUID(),
      decisionId: decision.id,
      version: decision.version,
      optionId: option.id,
      rationale: "It fits.",
      objectionsAnswered: "",
      departure: "",
      reviewOn: null,
    });
    const plan = await projectPlan(db, key);
    expect(plan.techniques.find(({ id }) => id === technique)).toMatchObject({
      because: { decision: number },
    });
    expect(plan.conflicts).toEqual([]);
  });

  test("says between which days each task may begin, and which are critical; a task that is done has no slack", async () => {
    const { projectId, key, task } = await aPlan();
    const { tasks } = await projectPlan(db, key);
    const slacks = tasks.map(({ slack }) => slack?.slackWorkingDays ?? Number.NaN);
    expect(slacks.every((slack) => slack >= 0)).toBe(true);
    expect(slacks).toContain(0);
    expect(slacks.some((slack) => slack > 0)).toBe(true);
    for (const { slack } of tasks) expect(slack && slack.latestStartOn >= slack.earliestStartOn).toBe(true);
    await editTask(
      db,
      taskInput({
        projectId,
        taskKey: task.key,
        status: "done",
        startedOn: "2024-03-04",
        finishedOn: "2024-03-05",
      }),
    );
    expect((await taskOf(key, task.key)).slack).toBeNull();
  });

  test("says how likely target and budget hold", async () => {
    const { projectId, key, forecast } = await aPlan();
    const { key: _, template: __, ...details } = projectInput(db);
    expect(await projectPlan(db, key)).toMatchObject({ chanceByTarget: null, chanceWithinBudget: null });
    await editProject(db, {
      ...details,
      projectId,
      version: 1,
      targetOn: forecast.finish.p80,
      budgetMinor: Math.ceil(forecast.costMinor.p80),
    });
    const { chanceByTarget, chanceWithinBudget } = await projectPlan(db, key);
    expect(chanceByTarget).toBeGreaterThanOrEqual(0.8);
    expect(chanceWithinBudget).toBeGreaterThanOrEqual(0.8);
    expect(chanceWithinBudget).toBeLessThan(0.95);
  });
});

describe("settling a task", () => {
  test("gives the very figures that the browser's preview of it told before", async () => {
    const { projectId, key, task, taskKey, forecast } = await aPlan();
    const plan = await taskPreviewInput(db, projectId);
    const effortPersonDays = { optimistic: 40, mostLikely: 55, pessimistic: 90 };
    const durationWorkingDays = { optimistic: 30, mostLikely: 41, pessimistic: 77 };
    const own = { effortPersonDays, durationWorkingDays };
    const unsettled = {
      status: "planned" as const,
      startedOn: null,
      finishedOn: null,
      actualEffortPersonDays: null,
    };
    const { previewOf } = taskPreviewer(structuredClone(plan));
    const preview = previewOf([{ taskKey, ...unsettled, ...own }]);
    const told = preview(plan.runs);
    if (told.kind !== "figures") throw new Error("A plan can be made with it.");
    expect(told.before.finish).toEqual(forecast.finish);
    expect(told.laterWorkingDays.p50).toBeGreaterThan(0);
    await editTask(db, taskInput({ projectId, taskKey, version: task.version, ...own }));
    const { forecast: stored } = await projectPlan(db, key);
    expect(told.after).toEqual({ finish: stored.finish, effortPersonDays: stored.effortPersonDays });
    const rough = preview(200);
    expect(rough).toMatchObject({ kind: "figures", runs: 200, isRefined: false });
    const nothing = { optimistic: Number.NaN, mostLikely: 1, pessimistic: 2 };
    expect(previewOf([{ taskKey, ...unsettled, ...own, effortPersonDays: nothing }])(200)).toEqual({
      kind: "refused",
    });
  });

  test("a what-if told by the browser is to the last digit what the server stores once it is so", async () => {
    const { projectId, key, task, taskKey, forecast } = await aPlan();
    const asked = structuredClone(await whatIfInput(db, key));
    const tell = whatIfForecaster(asked);
    const nothing = { startsOn: asked.input.startsOn, tasks: [], choices: [] };
    const same = tell(nothing, asked.runs);
    if (same.kind !== "forecast") throw new Error("The plan can be made.");
    const { finish, histogram, finishTable, spread } = forecast;
    expect(same.forecast).toMatchObject({ finish, histogram, finishTable, spread });
    const days = { optimistic: 30, mostLikely: 41, pessimistic: 77 };
    const own = { effortPersonDays: days, durationWorkingDays: days };
    const record = taskInput({ projectId, taskKey, version: task.version, ...own });
    const { mutationId: _, projectId: __, version: ___, assigneeId: ____, ...known } = record;
    const startsOn = isoDate("2024-09-02");
    const [decision] = asked.input.decisions;
    const [option] = decision?.options ?? [];
    if (decision === undefined || option === undefined) throw new Error("There is a decision to take.");
    const tried = tell(
      {
        startsOn,
        tasks: [{ ...known, startedOn: null, finishedOn: null }],
        choices: [{ decisionId: decision.id, optionId: option.id }],
      },
      asked.runs,
    );
    if (tried.kind !== "forecast") throw new Error("The plan can be made.");
    const { key: _key, template: _template, ...details } = projectInput(db);
    await editProject(db, { ...details, projectId, version: 1, startsOn });
    await editTask(db, record);
    await decide(db, {
      mutationId: crypto.randomUUID(),
      decisionId: decision.id,
      version: 1,
      optionId: option.id,
      rationale: "As tried.",
      objectionsAnswered: "",
      departure: "",
      reviewOn: null,
    });
    const { forecast: stored } = await projectPlan(db, key);
    expect(stored).toEqual(tried.forecast);
    expect(stored.finish).not.toEqual(finish);
  });

  test("takes the team's own figures, re-plans, and says what was before", async () => {
    const { projectId, key, task, taskKey, forecast } = await aPlan();
    const effortPersonDays = { optimistic: 100, mostLikely: 120, pessimistic: 150 };
    await editTask(
      db,
      taskInput({ projectId, taskKey, effortPersonDays, assigneeId: db.actor.membershipId }),
    );
    expect(await taskOf(key, taskKey)).toMatchObject({
      effortPersonDays,
      durationWorkingDays: task.durationWorkingDays,
      ownEffort: true,
      ownDuration: false,
      standard: { effortPersonDays: task.effortPersonDays },
      estimatedBy: "team",
      version: 1,
      assignee: { name: "ada" },
    });
    const after = (await projectPlan(db, key)).forecast;
    expect(after.effortPersonDays.p50).toBeGreaterThan(forecast.effortPersonDays.p50 + 80);
    const event = await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
    expect(event).toMatchObject({
      type: "task.edited",
      projectId,
      data: { taskKey, before: null, after: { effortPersonDays } },
    });
  });

  test("goes back to the standard, and the forecast with it", async () => {
    const { projectId, key, task, taskKey, forecast } = await aPlan();
    const effortPersonDays = { optimistic: 100, mostLikely: 120, pessimistic: 150 };
    await editTask(db, taskInput({ projectId, taskKey, effortPersonDays }));
    await editTask(db, taskInput({ projectId, taskKey, version: 1 }));
    const back = await projectPlan(db, key);
    expect(back.forecast.effortPersonDays).toEqual(forecast.effortPersonDays);
    expect(back.forecast.finish).toEqual(forecast.finish);
    expect(await taskOf(key, taskKey)).toMatchObject({
      effortPersonDays: task.effortPersonDays,
      estimatedBy: "standard",
      version: 2,
    });
  });

  test("a task that is done counts with its actuals", async () => {
    const { projectId, key, taskKey } = await aPlan();
    const done = { startedOn: "2024-03-04", finishedOn: "2024-03-06", actualEffortPersonDays: 1.5 };
    await editTask(db, taskInput({ projectId, taskKey, status: "done", ...done }));
    expect(await taskOf(key, taskKey)).toMatchObject({ status: "done", ...done });
    const { forecast } = await projectPlan(db, key);
    expect(forecast.remainingEffortMeanPersonDays).toBeLessThan(forecast.effortMeanPersonDays);
  });

  test.each([
    ["START_NEEDED", { status: "started" as const }],
    ["FINISH_NEEDED", { status: "done" as const, startedOn: "2024-03-04" }],
    ["NOT_STARTED", { startedOn: "2024-03-04" }],
    ["NOT_DONE", { status: "started" as const, startedOn: "2024-03-04", finishedOn: "2024-03-05" }],
    ["FINISH_BEFORE_START", { status: "done" as const, startedOn: "2024-03-05", finishedOn: "2024-03-04" }],
    ["IN_THE_FUTURE", { status: "started" as const, startedOn: "2099-01-01" }],
    ["UNKNOWN_MEMBER", { assigneeId: crypto.randomUUID() }],
    ["UNKNOWN_TASK", { taskKey: "no-technique/no-task" }],
  ])("refuses what can't be true: %s", async (code, change) => {
    const { projectId, taskKey, key } = await aPlan();
    await expect(editTask(db, taskInput({ projectId, taskKey, ...change }))).rejects.toMatchObject({ code });
    expect((await projectPlan(db, key)).tasks.every((task) => task.version === 0)).toBe(true);
  });

  test("two who settle the same task at once: one wins, the other gets the winner's figures", async () => {
    const { projectId, key, taskKey } = await aPlan();
    const results = await Promise.allSettled(
      [1, 2].map(
        async (actualEffortPersonDays) =>
          await editTask(db, taskInput({ projectId, taskKey, actualEffortPersonDays })),
      ),
    );
    const [refused] = results.filter((result) => result.status === "rejected");
    const { actualEffortPersonDays } = await taskOf(key, taskKey);
    expect(refused?.reason).toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 1, actualEffortPersonDays } },
    });
  });

  test("two who settle different tasks at once both count", async () => {
    const { projectId, key } = await aPlan();
    const { tasks } = await projectPlan(db, key);
    const effortPersonDays = { optimistic: 50, mostLikely: 50, pessimistic: 50 };
    await Promise.all(
      tasks
        .slice(0, 4)
        .map(
          async (task) => await editTask(db, taskInput({ projectId, taskKey: task.key, effortPersonDays })),
        ),
    );
    const after = await projectPlan(db, key);
    expect(after.tasks.filter((task) => task.ownEffort)).toHaveLength(4);
    // The stored forecast is that of all four: computing it from nothing gives the same.
    await db.derive(async (tx) => await tx.projectForecast.deleteMany({ where: { projectId } }));
    expect((await projectPlan(db, key)).forecast).toEqual(after.forecast);
  });

  test("a member of another workspace reaches neither plan nor task", async () => {
    const { projectId, key, taskKey } = await aPlan();
    const other = await aWorkspace(
      database.client,
      await anAccount(database.client, "eve@example.org"),
      "elsewhere",
    );
    await expect(projectPlan(other, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editTask(other, taskInput({ projectId, taskKey }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a colleague of another workspace can't be given a task", async () => {
    const { projectId, taskKey } = await aPlan();
    const other = await aWorkspace(
      database.client,
      await anAccount(database.client, "mallory@example.org"),
      "third",
    );
    const colleague = await aMember(
      database.client,
      other,
      await anAccount(database.client, "trent@example.org"),
      "member",
    );
    const assigneeId = colleague.actor.membershipId;
    await expect(editTask(db, taskInput({ projectId, taskKey, assigneeId }))).rejects.toMatchObject({
      code: "UNKNOWN_MEMBER",
    });
  });
});
