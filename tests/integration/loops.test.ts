import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decisionByNumber } from "@/features/decisions/queries";
import { deleteDecision } from "@/features/decisions/service";
import { addEvidence } from "@/features/gates/evidence.service";
import { gateOf } from "@/features/gates/queries";
import { passesOf } from "@/features/loops/queries";
import { addResultInput, recordPassInput } from "@/features/loops/schema";
import { addResult, askNext, recordPass, removeResult } from "@/features/loops/service";
import { passSteps } from "@/features/loops/undo.queries";
import { takeBackPass } from "@/features/loops/undo.service";
import { projectPlan } from "@/features/plans/queries";
import { saveBrief } from "@/features/projects/brief.service";
import { moveProject, startPass } from "@/features/projects/phases.service";
import { emptyBrief } from "@/features/projects/schema";
import { parseTarget } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { choose as chooseOption } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// Passes of adapting and evaluating: what is recorded of each, and what is asked after it.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "loops");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
});

beforeEach(async () => {
  project = await aProject(ada);
  await moveProject(ada, {
    ...request(),
    projectId: project.id,
    version: 1,
    to: "model-alignment",
    reason: "The model is given.",
  });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });
const passes = async () => await passesOf(ada, { projectKey: project.key });

const record = async (db: OrganizationDb, change: Partial<Parameters<typeof recordPass>[1]> = {}) =>
  await recordPass(
    db,
    recordPassInput.parse({
      ...{ ...request(), projectId: project.id, number: 1, version: 1 },
      ...{ tried: "A checklist in the prompt.", techniques: ["prompt-engineering"], decisionId: null },
      ...{ startedOn: "2024-05-06", finishedOn: null, costMinor: 250_000, personDays: 4.5 },
      ...change,
    }),
  );

const found = async (value: number, change: Partial<Parameters<typeof addResult>[1]> = {}) =>
  await addResult(
    ben,
    addResultInput.parse({
      ...{ ...request(), projectId: project.id, number: 1, metric: "Supported", value, unit: "%" },
      ...{ dataSet: "400 chats", measuredOn: "2024-05-20", measuredBy: "Ben", ...change },
    }),
  );

const nextPass = async (version: number) =>
  await startPass(ada, { ...request(), projectId: project.id, version, reason: "Once more." });

describe("a pass", () => {
  test("is there from its beginning on, and takes what was tried, when and what it took", async () => {
    expect((await passes()).passes).toMatchObject([{ number: 1, version: 1, tried: "", results: [] }]);
    await record(ben);
    await nextPass(2);
    const { passes: all, taken } = await passes();
    expect(taken).toBe(2);
    expect(all).toMatchObject([
      {
        tried: "A checklist in the prompt.",
        techniques: ["prompt-engineering"],
        startedOn: "2024-05-06",
        costMinor: 250_000,
        personDays: 4.5,
      },
      { number: 2, version: 1, begunOn: expect.stringMatching(/^\d{4}-/) },
    ]);
  });

  test("that has not begun cannot be recorded, and its end is not before its start", async () => {
    await expect(record(ben, { number: 2, version: 0 })).rejects.toMatchObject({ code: "NOT_BEGUN" });
    await expect(record(ben, { startedOn: "2024-05-06", finishedOn: "2024-05-05" })).rejects.toMatchObject({
      code: "END_BEFORE_START",
      details: { fieldErrors: { finishedOn: ["Please give an end on or after the start."] } },
    });
  });

  test("that two record at once shows the later one what the earlier wrote", async () => {
    await record(ben);
    await expect(record(ada, { tried: "Something else." })).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { tried: "A checklist in the prompt.", costMinor: 250_000, version: 2 } },
    });
  });
});

describe("results", () => {
  test("are held against the brief's criteria", async () => {
    await saveBrief(ada, {
      ...request(),
      projectId: project.id,
      version: 1,
      content: {
        ...emptyBrief,
        successCriteria: [{ metric: "Supported", dataSet: "400 chats", ...parseTarget("at least 98 %") }],
      },
    });
    await found(96.5);
    await found(98.3, { metric: "supported" });
    await found(3, { metric: "Seconds", unit: "s" });
    expect((await passes()).passes[0]?.results.map(({ value, met }) => [value, met])).toEqual([
      [96.5, false],
      [98.3, true],
      [3, null],
    ]);
  });

  test("can be taken away, and show a criterion of a gate", async () => {
    const kept = await found(98);
    const { id } = await found(97);
    await removeResult(ada, { ...request(), resultId: id });
    expect((await passes()).passes[0]?.results).toHaveLength(1);
    await expect(removeResult(ada, { ...request(), resultId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const show = async (resultId: string) =>
      await addEvidence(ben, {
        ...request(),
        ...{ projectId: project.id, phase: "model-alignment", key: "measured-on-held-out" },
        content: { kind: "result", resultId },
      });
    await expect(show(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await show(kept.id);
    const { criteria } = await gateOf(ada, { projectKey: project.key, phase: "model-alignment" });
    const shown = criteria.find(({ key }) => key === "measured-on-held-out")?.evidence;
    expect(shown).toMatchObject([{ kind: "result", title: "Supported: 98 % on 400 chats (pass 1)" }]);
  });
});

describe("after a pass", () => {
  const next = async (number = 1) => await askNext(ben, { ...request(), projectId: project.id, number });

  test("one click asks whether to stop, go on or change technique, with what that does to the plan", async () => {
    await found(96.5);
    const before = await projectPlan(ada, project.key);
    const { number } = await next();
    const decision = await decisionByNumber(ada, project.key, number);
    expect(decision).toMatchObject({ phase: "model-alignment", state: "open" });
    expect(decision.context).toContain("Supported: 96.5 % on 400 chats");
    expect(decision.options.map(({ title }) => title)).toEqual([
      "Stop here",
      "Go on: another pass",
      expect.stringMatching(/^Change technique/),
    ]);
    expect((await passes()).passes[0]?.next).toMatchObject({ number, chosen: null });
    const [stop] = decision.options;
    await chooseOption(ada, decision, stop ?? { id: "" });
    expect((await passes()).passes[0]?.next).toMatchObject({ chosen: "Stop here" });
    const after = await projectPlan(ada, project.key);
    expect(after.loopPasses).toBe(1);
    expect(after.forecast.effortPersonDays.p80).toBeLessThan(before.forecast.effortPersonDays.p80);
  });

  test("it is asked once, until the decision is gone", async () => {
    const answers = await Promise.allSettled([next(), next()]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { next: asked } = (await passes()).passes[0] ?? {};
    const decision = await decisionByNumber(ada, project.key, asked?.number ?? 0);
    await deleteDecision(ada, { ...request(), decisionId: decision.id, version: decision.version });
    expect((await passes()).passes[0]?.next).toBeNull();
    await next();
  });

  test("passes that began stay in the forecast, whatever the budget says", async () => {
    const first = (await projectPlan(ada, project.key)).forecast.effortPersonDays.p50;
    const { budget } = await passes();
    for (let version = 2; version <= budget + 1; version++) await nextPass(version);
    const last = (await projectPlan(ada, project.key)).forecast.effortPersonDays.p50;
    expect(await passes()).toMatchObject({ taken: budget + 1, budget });
    expect(last).toBeGreaterThan(first);
  });
});

describe("what one recorded of a pass", () => {
  const steps = async (db = ben) => await passSteps(db, project.key);
  const take = async (way: "undo" | "redo", db = ben) =>
    await takeBackPass(db, {
      ...request(),
      projectId: project.id,
      way,
      seq: (await steps(db))[way][0]?.seq ?? 0,
    });
  const pass = async () => (await passes()).passes[0];

  test("is undone and done again, results too", async () => {
    await record(ben);
    await record(ben, { version: 2, tried: "A longer checklist.", finishedOn: "2024-05-20" });
    const { id } = await found(95);
    await removeResult(ben, { ...request(), resultId: id });
    expect((await steps()).undo).toMatchObject([
      { type: "pass.result-removed", pass: 1, metric: "Supported" },
      { type: "pass.result-added", pass: 1, metric: "Supported" },
      { type: "pass.recorded", pass: 1, metric: null },
      { type: "pass.recorded", pass: 1, metric: null },
    ]);
    await take("undo");
    expect((await pass())?.results).toMatchObject([{ value: 95, dataSet: "400 chats", measuredBy: "Ben" }]);
    await take("undo");
    expect((await pass())?.results).toEqual([]);
    await take("undo");
    expect(await pass()).toMatchObject({ tried: "A checklist in the prompt.", finishedOn: null });
    await take("undo");
    expect(await pass()).toMatchObject({ tried: "", techniques: [], costMinor: null, startedOn: null });
    for (let step = 0; step < 3; step += 1) await take("redo");
    expect(await pass()).toMatchObject({
      tried: "A longer checklist.",
      finishedOn: "2024-05-20",
      results: [{ value: 95 }],
    });
  });

  test("keeps what others wrote beside it, and stays where they wrote over it", async () => {
    await record(ben);
    await record(ada, { version: 2, costMinor: 300_000 });
    await expect(take("undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining("ada has changed what is recorded of pass 1"),
    });
    await record(ben, { version: 3, costMinor: 300_000, tried: "Another prompt." });
    await record(ada, { version: 4, costMinor: 310_000, tried: "Another prompt." });
    await take("undo");
    expect(await pass()).toMatchObject({ tried: "A checklist in the prompt.", costMinor: 310_000 });
    const { id } = await found(95);
    await removeResult(ada, { ...request(), resultId: id });
    const [last] = (await steps()).undo;
    expect(last?.type).toBe("pass.result-added");
    await expect(take("undo")).rejects.toMatchObject({ code: "BUILT_ON" });
  });
});
