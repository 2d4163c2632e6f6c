import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareWithNow } from "@/features/baselines/compare.queries";
import { baselinesOf } from "@/features/baselines/queries";
import { deleteBaseline, makeBaseline, restoreBaseline, setReference } from "@/features/baselines/service";
import { decide } from "@/features/decisions/outcome.service";
import { addTask } from "@/features/plans/own-tasks.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { editProject } from "@/features/projects/service";
import { setLoop } from "@/features/standards/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject, projectInput, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "baselines");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();

async function aBaseline(projectId: string, name = "As agreed") {
  return await makeBaseline(db, { mutationId: request(), projectId, name });
}

async function decideFirst(projectId: string, place = -1) {
  const decision = await db.read(
    async (tx) =>
      await tx.decision.findFirstOrThrow({
        where: { projectId },
        orderBy: { number: "asc" },
        include: { options: { orderBy: { place: "asc" } } },
      }),
  );
  const option = decision.options.at(place);
  if (option === undefined) throw new Error("The decision has options.");
  await decide(db, {
    mutationId: request(),
    decisionId: decision.id,
    version: decision.version,
    optionId: option.id,
    rationale: "It is settled.",
    objectionsAnswered: "",
    departure: "",
    reviewOn: null,
  });
  return { number: decision.number, option: option.title };
}

async function editFirstTask(projectId: string, key: string) {
  const [task] = (await projectPlan(db, key)).tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  const days = { optimistic: 40, mostLikely: 50, pessimistic: 90 };
  await editTask(
    db,
    taskInput({ projectId, taskKey: task.key, effortPersonDays: days, durationWorkingDays: days }),
  );
  return task;
}

type Comparison = Awaited<ReturnType<typeof compareWithNow>>;

function expectToAddUp({ attributions, total }: Comparison) {
  const sum = (of: keyof Comparison["total"]) => attributions.reduce((all, { move }) => all + move[of], 0);
  expect(sum("finishP50WorkingDays")).toBe(total.finishP50WorkingDays);
  expect(sum("finishP80WorkingDays")).toBe(total.finishP80WorkingDays);
  expect(sum("effortP50PersonDays")).toBeCloseTo(total.effortP50PersonDays, 6);
  expect(sum("costP50Minor")).toBeCloseTo(total.costP50Minor, 2);
}

describe("a baseline", () => {
  test("keeps the figures that the project shows, and nothing has moved at first", async () => {
    const { id: projectId, key } = await aProject(db);
    const { forecast } = await projectPlan(db, key);
    const { id } = await aBaseline(projectId);
    const { standing } = await baselinesOf(db, key);
    expect(standing).toMatchObject([
      {
        id,
        name: "As agreed",
        isReference: true,
        figures: { finish: forecast.finish, costMinor: forecast.costMinor },
      },
    ]);
    const comparison = await compareWithNow(db, key, id);
    expect(comparison).toMatchObject({ attributions: [], tasks: [], decisions: [] });
    expect(comparison.total).toEqual({
      finishP50WorkingDays: 0,
      finishP80WorkingDays: 0,
      effortP50PersonDays: 0,
      costP50Minor: 0,
    });
  });

  test("tells what moved and which decision and edits moved it, adding up to the whole", async () => {
    const { id: projectId, key } = await aProject(db);
    const { id } = await aBaseline(projectId);
    const { number, option } = await decideFirst(projectId);
    const task = await editFirstTask(projectId, key);
    const { key: _, template: __, ...details } = projectInput(db);
    await editProject(db, { ...details, projectId, version: 1, startsOn: "2024-05-06" });
    await setLoop(db, {
      mutationId: request(),
      version: 0,
      content: { chanceOfFurtherPass: 0.9, laterPassShare: null },
    });
    const days = { optimistic: 4, mostLikely: 5, pessimistic: 6 };
    const ours = await addTask(db, {
      mutationId: request(),
      projectId,
      content: {
        technique: "evaluation",
        name: "Ask the works council",
        deliverable: "Agreement",
        discipline: "security-legal",
        level: 2,
        effortPersonDays: days,
        durationWorkingDays: days,
        inLoop: false,
        retired: false,
      },
      after: [task.key],
    });
    const comparison = await compareWithNow(db, key, id);
    expectToAddUp(comparison);
    expect(comparison.attributions.map(({ kind }) => kind)).toEqual([
      "decision",
      "task",
      "start",
      "standards",
      "task",
    ]);
    const [byDecision, byTask] = comparison.attributions;
    expect(comparison.attributions[4]).toMatchObject({
      cause: { task: { key: ours.taskKey, name: "Ask the works council" }, entry: { type: "task.added" } },
    });
    expect(comparison.tasks).toContainEqual(expect.objectContaining({ key: ours.taskKey, kind: "added" }));
    expect(byDecision?.cause).toMatchObject({ decision: { number, option }, entry: { by: "ada" } });
    expect(byTask?.cause?.task).toEqual({ key: task.key, name: task.name });
    expect(byTask?.move.effortP50PersonDays).toBeGreaterThan(20);
    expect(comparison.decisions).toMatchObject([{ number, before: "open", after: option }]);
    expect(comparison.tasks).toContainEqual(expect.objectContaining({ key: task.key, kind: "longer" }));
    const { forecast } = await projectPlan(db, key);
    expect(comparison.after.finish).toEqual(forecast.finish);
    expect(comparison.after.costMinor).toEqual(forecast.costMinor);
  });

  test("says that what its figures can't be told from is not attributed", async () => {
    const { id: projectId, key } = await aProject(db);
    const { id } = await aBaseline(projectId);
    await editFirstTask(projectId, key);
    await db.derive(
      async (tx) => await tx.baseline.updateMany({ where: { id }, data: { input: { template: "gone" } } }),
    );
    const comparison = await compareWithNow(db, key, id);
    expect(comparison.attributions).toEqual([{ kind: "unattributed", cause: null, move: comparison.total }]);
    expectToAddUp(comparison);
  });

  test("says what a day's passing and another version of the simulation did", async () => {
    const { id: projectId, key } = await aProject(db);
    const { id } = await aBaseline(projectId);
    await db.derive(async (tx) => {
      const { input, snapshot } = await tx.baseline.findFirstOrThrow({ where: { id } });
      const kept = JSON.parse(JSON.stringify({ input, snapshot }));
      kept.input.asOf = "2024-03-04";
      kept.snapshot.finish.p50 = "2024-06-03";
      await tx.baseline.updateMany({ where: { id }, data: kept });
    });
    const comparison = await compareWithNow(db, key, id);
    expect(comparison.attributions.map(({ kind }) => kind)).toEqual(["version", "time"]);
    expectToAddUp(comparison);
  });
});

describe("the baselines of a project", () => {
  test("have names of their own, and the later of two with one name is refused", async () => {
    const { id: projectId } = await aProject(db);
    await aBaseline(projectId);
    await expect(aBaseline(projectId)).rejects.toMatchObject({ code: "NAME_TAKEN" });
  });

  test("hold at most one reference; a retried choice is applied once, a stale one refused", async () => {
    const { id: projectId, key } = await aProject(db);
    const first = await aBaseline(projectId, "First");
    const second = await aBaseline(projectId, "Second");
    const references = async () =>
      (await baselinesOf(db, key)).standing.filter((row) => row.isReference).map(({ name }) => name);
    expect(await references()).toEqual(["First"]);
    const choice = { mutationId: request(), baselineId: second.id, version: 1, isReference: true };
    expect(await setReference(db, choice)).toEqual(await setReference(db, choice));
    expect(await references()).toEqual(["Second"]);
    await expect(
      setReference(db, { mutationId: request(), baselineId: first.id, version: 1, isReference: true }),
    ).rejects.toMatchObject({ code: "STALE_VERSION" });
    await setReference(db, { mutationId: request(), baselineId: second.id, version: 2, isReference: false });
    expect(await references()).toEqual([]);
  });

  test("are deleted softly, and come back without being the reference", async () => {
    const { id: projectId, key } = await aProject(db);
    const { id } = await aBaseline(projectId);
    await deleteBaseline(db, { mutationId: request(), baselineId: id, version: 1 });
    expect(await baselinesOf(db, key)).toMatchObject({ standing: [], deleted: [{ id, name: "As agreed" }] });
    await expect(compareWithNow(db, key, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreBaseline(db, { mutationId: request(), baselineId: id });
    expect((await baselinesOf(db, key)).standing).toMatchObject([{ id, isReference: false, version: 3 }]);
    await deleteBaseline(db, { mutationId: request(), baselineId: id, version: 3 });
    await aBaseline(projectId);
    await expect(restoreBaseline(db, { mutationId: request(), baselineId: id })).rejects.toMatchObject({
      code: "NAME_TAKEN",
    });
  });
});
