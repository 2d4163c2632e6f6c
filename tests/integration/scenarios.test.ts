import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whatIfForecaster } from "@/features/forecast/ui/forecast-what-if";
import { projectPlan, whatIfInput } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { projectByKey } from "@/features/projects/queries";
import { applyScenario } from "@/features/scenarios/apply.service";
import { applyingOf } from "@/features/scenarios/applying.queries";
import { compareScenarios } from "@/features/scenarios/compare.queries";
import { scenariosOf } from "@/features/scenarios/queries";
import { editScenarioInput, makeScenarioInput } from "@/features/scenarios/schema";
import { dropScenario, editScenario, makeScenario, restoreScenario } from "@/features/scenarios/service";
import { scenarioSteps } from "@/features/scenarios/undo.queries";
import { takeBackScenario } from "@/features/scenarios/undo.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
/** Ada founded the workspace, Ben is a member of it who owns nothing. */
let ada: OrganizationDb;
let ben: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "scenarios");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();
const days = { optimistic: 20, mostLikely: 25, pessimistic: 40 };
const startsOn = "2024-03-04";

/** A project with an open decision, and a scenario that tunes a model, takes longer for a task, gives it to Ben and starts later. */
async function aScenario({ withDecision = true } = {}) {
  const project = await aProject(ada, { startsOn, targetOn: "2030-01-01", budgetMinor: 90_000_000 });
  const decision = await aDecision(ada, project);
  const [task] = (await projectPlan(ada, project.key)).tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  const { id } = await makeScenario(
    ada,
    makeScenarioInput.parse({
      mutationId: request(),
      projectId: project.id,
      name: "Tune it",
      content: {
        start: { from: startsOn, to: "2024-05-06" },
        choices: withDecision ? [{ decisionId: decision.id, optionId: decision.tuned.id }] : [],
        tasks: [
          { taskKey: task.key, version: 0, durationWorkingDays: days, assigneeId: ben.actor.membershipId },
        ],
      },
    }),
  );
  return { project, decision, task, id };
}

async function rowOf(projectKey: string, id: string) {
  const row = (await scenariosOf(ada, projectKey)).open.find((scenario) => scenario.id === id);
  if (row === undefined) throw new Error("The scenario is open.");
  return row;
}

async function edit(
  db: OrganizationDb,
  id: string,
  change: { version: number; name?: string; content?: object },
) {
  const { name, content } = await db.read(
    async (tx) => await tx.scenario.findFirstOrThrow({ where: { id } }),
  );
  return await editScenario(
    db,
    editScenarioInput.parse({ mutationId: request(), scenarioId: id, name, content, ...change }),
  );
}

/** Applies it as its dialog would, with the reason given. */
async function apply(db: OrganizationDb, scenarioId: string, rationale = "We measured it.") {
  const { version, decisions } = await applyingOf(db, scenarioId);
  return await applyScenario(db, {
    mutationId: request(),
    scenarioId,
    version,
    decisions: decisions.map((decision) => ({
      decisionId: decision.decisionId,
      version: decision.version,
      rationale,
      objectionsAnswered: "",
      departure: "",
    })),
  });
}

async function eventsOf(projectId: string) {
  return await ada.read(
    async (tx) =>
      await tx.event.findMany({
        where: { projectId },
        orderBy: { seq: "asc" },
        select: { type: true, actorId: true, data: true },
      }),
  );
}

/** All that applying could change. */
async function recordOf(project: { id: string; key: string }) {
  const { tasks, forecast } = await projectPlan(ada, project.key);
  const { startsOn: start, decisions } = await projectByKey(ada, project.key);
  const { open, applied } = await scenariosOf(ada, project.key);
  return { tasks, forecast, start, decisions, open, applied, events: await eventsOf(project.id) };
}

describe("a scenario", () => {
  test("leaves the plan as it is, and says what it would do", async () => {
    const { project, decision, task, id } = await aScenario();
    expect((await projectByKey(ada, project.key)).startsOn).toBe(startsOn);
    const { steps, faults } = await rowOf(project.key, id);
    expect(faults).toEqual([]);
    expect(steps).toMatchObject([
      { kind: "decision", number: decision.number, option: decision.tuned.title },
      {
        kind: "task",
        name: task.name,
        changes: [
          { of: "duration", before: task.durationWorkingDays, after: days },
          { of: "assignee", before: null, after: "ben" },
        ],
      },
      { kind: "start", before: startsOn, after: "2024-05-06" },
    ]);
  });

  test("has a name of its own and keeps to the project's options, tasks and members", async () => {
    const { project, decision, task, id } = await aScenario();
    const other = await aScenario();
    const content = { start: null, choices: [], tasks: [] };
    const again = { mutationId: request(), projectId: project.id, name: "Tune it", content };
    await expect(makeScenario(ada, again)).rejects.toMatchObject({ code: "NAME_TAKEN" });
    const choices = [{ decisionId: decision.id, optionId: other.decision.tuned.id }];
    const refusals = [
      ["UNKNOWN_OPTION", { choices }],
      ["UNKNOWN_TASK", { tasks: [{ taskKey: "evaluation/nothing", version: 0, effortPersonDays: days }] }],
      ["UNKNOWN_MEMBER", { tasks: [{ taskKey: task.key, version: 0, assigneeId: request() }] }],
    ] as const;
    for (const [code, change] of refusals) {
      const edited = edit(ada, id, { version: 1, content: { ...content, ...change } });
      await expect(edited).rejects.toMatchObject({ code });
    }
  });

  test("is saved by the first of two who edit it at once; the later one is shown what the first saved", async () => {
    const { project, id } = await aScenario();
    await edit(ben, id, { version: 1, name: "Tune it well" });
    await expect(edit(ada, id, { version: 1, name: "Tune it soon" })).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { name: "Tune it well", version: 2 } },
    });
    expect(await rowOf(project.key, id)).toMatchObject({ name: "Tune it well", version: 2, madeBy: "ada" });
  });

  test("is dropped, and taken up again", async () => {
    const { project, id } = await aScenario();
    await dropScenario(ada, { mutationId: request(), scenarioId: id, version: 1 });
    expect(await scenariosOf(ada, project.key)).toMatchObject({ open: [], dropped: [{ id }] });
    await expect(apply(ada, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreScenario(ada, { mutationId: request(), scenarioId: id });
    expect(await rowOf(project.key, id)).toMatchObject({ version: 3 });
  });
});

describe("the comparison", () => {
  test("has today's stored forecast first, and for each scenario what the forecast screen would say", async () => {
    const { project, id } = await aScenario();
    const { forecast, chanceByTarget, chanceWithinBudget } = await projectPlan(ada, project.key);
    const { today, columns } = await compareScenarios(ada, { projectKey: project.key, scenarioIds: [id] });
    expect(today).toMatchObject({
      finish: forecast.finish,
      costMinor: forecast.costMinor,
      chanceByTarget,
      chanceWithinBudget,
    });
    const { input, ...draws } = await whatIfInput(ada, project.key);
    const { content } = await rowOf(project.key, id);
    const tried = whatIfForecaster({ input, seed: draws.seed })(
      {
        startsOn: content.start?.to ?? input.startsOn,
        choices: content.choices,
        tasks: content.tasks.map(({ taskKey }) => ({
          taskKey,
          effortPersonDays: null,
          durationWorkingDays: days,
          status: "planned",
          startedOn: null,
          finishedOn: null,
          actualEffortPersonDays: null,
        })),
      },
      draws.runs,
    );
    expect(tried).toMatchObject({
      kind: "forecast",
      forecast: { finish: columns[0]?.figures.finish, costMinor: columns[0]?.figures.costMinor },
    });
    expect(columns[0]?.move.finishP50WorkingDays).toBeGreaterThan(20);
  });
});

describe("applying a scenario", () => {
  test("decides and edits, with an entry for each, and leaves the forecast that it was compared by", async () => {
    const { project, decision, task, id } = await aScenario();
    const [column] = (await compareScenarios(ada, { projectKey: project.key, scenarioIds: [id] })).columns;
    const before = await eventsOf(project.id);
    await apply(ada, id);
    const { tasks, forecast } = await projectPlan(ada, project.key);
    expect(forecast).toMatchObject({
      finish: column?.figures.finish,
      costMinor: column?.figures.costMinor,
      effortPersonDays: column?.figures.effortPersonDays,
    });
    expect(tasks.find(({ key }) => key === task.key)).toMatchObject({
      durationWorkingDays: days,
      assignee: { name: "ben" },
    });
    const now = await projectByKey(ada, project.key);
    expect(now.startsOn).toBe("2024-05-06");
    expect(now.decisions.find(({ number }) => number === decision.number)).toMatchObject({
      state: "decided",
      chosen: { title: decision.tuned.title },
    });
    const events = (await eventsOf(project.id)).slice(before.length);
    expect(events.map(({ type }) => type)).toEqual([
      "decision.decided",
      "task.edited",
      "project.edited",
      "scenario.applied",
    ]);
    expect(await scenariosOf(ada, project.key)).toMatchObject({
      open: [],
      applied: [{ id, appliedBy: "ada" }],
    });
    await expect(apply(ada, id)).rejects.toMatchObject({ code: "ALREADY_APPLIED" });
  });

  test("is done once, however often it is asked for", async () => {
    const { project, id } = await aScenario({ withDecision: false });
    const once = { mutationId: request(), scenarioId: id, version: 1, decisions: [] };
    expect(await applyScenario(ada, once)).toEqual(await applyScenario(ada, once));
    const applied = (await eventsOf(project.id)).filter(({ type }) => type === "scenario.applied");
    expect(applied).toHaveLength(1);
  });

  test("is refused to who may not decide, and leaves everything as it was", async () => {
    const { project, decision, id } = await aScenario();
    expect(await applyingOf(ben, id)).toMatchObject({ decisions: [{ isAllowed: false, refusal: null }] });
    const before = await recordOf(project);
    await expect(apply(ben, id)).rejects.toMatchObject({
      code: "DECISION_NOT_YOURS",
      message: expect.stringContaining(`D-${decision.number} ${decision.question}: Only the owner`),
    });
    expect(await recordOf(project)).toEqual(before);
    const withoutDecision = await aScenario({ withDecision: false });
    await apply(ben, withoutDecision.id);
  });

  test("asks for what deciding alone asks for: an answer to who objects", async () => {
    const { project, decision, id } = await aScenario();
    await take(ben, decision, { stance: "object", reason: "It is dear." });
    expect(await applyingOf(ada, id)).toMatchObject({
      decisions: [{ isAllowed: true, refusal: null, objections: [{ name: "ben", reason: "It is dear." }] }],
    });
    const before = await recordOf(project);
    await expect(apply(ada, id)).rejects.toMatchObject({ code: "OBJECTIONS_OPEN" });
    expect(await recordOf(project)).toEqual(before);
  });

  test("is refused as a whole when its decision was settled meanwhile", async () => {
    const { project, decision, id } = await aScenario();
    await choose(ada, decision, decision.plain);
    expect(await rowOf(project.key, id)).toMatchObject({
      faults: [{ kind: "decision-settled", what: `D-${decision.number} ${decision.question}` }],
    });
    const before = await recordOf(project);
    await expect(apply(ada, id)).rejects.toMatchObject({
      kind: "CONFLICT",
      code: "SCENARIO_STALE",
      message: expect.stringContaining("is decided meanwhile"),
    });
    expect(await recordOf(project)).toEqual(before);
  });

  test("is refused as a whole when a task changed meanwhile, until it is brought up to date", async () => {
    const { project, task, id } = await aScenario();
    await editTask(ben, taskInput({ projectId: project.id, taskKey: task.key, effortPersonDays: days }));
    const { faults, current } = await rowOf(project.key, id);
    expect(faults).toMatchObject([{ kind: "task-changed", what: task.name }]);
    const before = await recordOf(project);
    await expect(apply(ada, id)).rejects.toMatchObject({ code: "SCENARIO_STALE" });
    expect(await recordOf(project)).toEqual(before);
    await edit(ada, id, { version: 1, content: current });
    await apply(ada, id);
    const after = (await projectPlan(ada, project.key)).tasks.find(({ key }) => key === task.key);
    expect(after).toMatchObject({ effortPersonDays: days, durationWorkingDays: days });
  });

  test("is refused when a part of it can't be done, after others were", async () => {
    const { project, id } = await aScenario();
    const { content } = await rowOf(project.key, id);
    const start = { from: startsOn, to: "2031-01-06" };
    await edit(ada, id, { version: 1, content: { ...content, start } });
    const before = await recordOf(project);
    await expect(apply(ada, id)).rejects.toMatchObject({ code: "TARGET_BEFORE_START" });
    expect(await recordOf(project)).toEqual(before);
  });
});

describe("what one did to a scenario", () => {
  const take = async (db: OrganizationDb, project: { id: string; key: string }, way: "undo" | "redo") =>
    await takeBackScenario(db, {
      mutationId: request(),
      projectId: project.id,
      way,
      seq: (await scenarioSteps(db, project.key))[way][0]?.seq ?? 0,
    });

  test("is undone and done again: making, changing, dropping and taking up again", async () => {
    const { project, id } = await aScenario();
    const names = async () => (await scenariosOf(ada, project.key)).open.map(({ name }) => name);
    const { content } = await rowOf(project.key, id);
    await edit(ada, id, { version: 1, name: "Tune it later", content: { ...content, choices: [] } });
    await dropScenario(ada, { mutationId: request(), scenarioId: id, version: 2 });
    await restoreScenario(ada, { mutationId: request(), scenarioId: id });
    await take(ada, project, "undo");
    expect(await names()).toEqual([]);
    await take(ada, project, "undo");
    expect(await names()).toEqual(["Tune it later"]);
    await take(ada, project, "undo");
    expect(await rowOf(project.key, id)).toMatchObject({ name: "Tune it", content });
    await take(ada, project, "undo");
    expect(await names()).toEqual([]);
    for (let step = 0; step < 4; step += 1) await take(ada, project, "redo");
    expect(await rowOf(project.key, id)).toMatchObject({
      name: "Tune it later",
      content: { ...content, choices: [] },
    });
    expect((await scenarioSteps(ada, project.key)).redo).toEqual([]);
  });

  test("keeps what others changed beside it, and stays where they changed the same or applied it", async () => {
    const { project, id } = await aScenario();
    const { content } = await rowOf(project.key, id);
    await edit(ada, id, { version: 1, content: { ...content, choices: [] } });
    await edit(ben, id, { version: 2, name: "Later" });
    await take(ada, project, "undo");
    expect(await rowOf(project.key, id)).toMatchObject({ name: "Later", content });
    await expect(take(ada, project, "undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining("the scenario “Tune it”"),
    });
    await edit(ada, id, { version: 4, content: { ...content, start: null } });
    await apply(ada, id);
    await expect(take(ada, project, "undo")).rejects.toMatchObject({ code: "BUILT_ON" });
  });
});
