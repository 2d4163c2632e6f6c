import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPlan } from "@/features/plans/queries";
import { saveBrief } from "@/features/projects/brief.service";
import { detailSteps } from "@/features/projects/details-undo.queries";
import { takeBackDetails } from "@/features/projects/details-undo.service";
import { moveProject, startPass } from "@/features/projects/phases.service";
import { brief, deletedProjects, listProjects, projectByKey } from "@/features/projects/queries";
import { emptyBrief } from "@/features/projects/schema";
import { createProject, deleteProject, editProject, restoreProject } from "@/features/projects/service";
import { templateById, templateIds } from "@/planning";
import type { AccountDb } from "@/platform/db/account-db";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, projectInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let founder: AccountDb;
let db: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  founder = await anAccount(database.client, "ada@example.org");
  db = await aWorkspace(database.client, founder, "projects");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

async function lastEvent() {
  return await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
}

function edited(projectId: string, version: number, change: Partial<Parameters<typeof editProject>[1]> = {}) {
  const { key: _, template: __, ...details } = projectInput(db);
  return { ...details, projectId, version, ...change };
}

describe("a new project", () => {
  test.each(templateIds)(
    "from the template %s has its decisions, a brief and a forecast",
    async (template) => {
      const made = await aProject(db, { template });
      const project = await projectByKey(db, made.key);
      const suggested = templateById(template).suggestedDecisions;
      expect(project.decisions.map(({ number, question, state }) => ({ number, question, state }))).toEqual(
        suggested.map(({ question }, index) => ({ number: index + 1, question, state: "open" })),
      );
      expect(project.map.stations.map((station) => station.state)).toEqual([
        "current",
        "ahead",
        "ahead",
        "ahead",
      ]);
      expect((await brief(db, made.key)).content).toEqual(emptyBrief);
      const plan = await projectPlan(db, made.key);
      expect(plan.forecast.finish.p50 <= plan.forecast.finish.p95).toBe(true);
      expect(plan.forecast.effortPersonDays.p50).toBeGreaterThan(0);
      const event = await lastEvent();
      expect(event).toMatchObject({ type: "project.created", projectId: made.id });
    },
  );

  test("is made whole or not at all", async () => {
    const before = await listProjects(db);
    const refused = createProject(db, projectInput(db, { ownerId: anew() }));
    await expect(refused).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
    const early = createProject(db, projectInput(db, { targetOn: "2024-03-03" }));
    await expect(early).rejects.toMatchObject({ code: "TARGET_BEFORE_START" });
    expect(await listProjects(db)).toHaveLength(before.length);
  });

  test("can't take a key that is taken, and says which one is free", async () => {
    await aProject(db, { key: "TAKEN" });
    await aProject(db, { key: "TAKEN2" });
    await expect(aProject(db, { key: "TAKEN" })).rejects.toMatchObject({
      code: "KEY_TAKEN",
      details: { fieldErrors: { key: [expect.stringContaining("TAKEN3")] } },
    });
  });

  test("of two that take the same key at once, one is made", async () => {
    const results = await Promise.allSettled([1, 2, 3].map(async () => await aProject(db, { key: "RACE" })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "KEY_TAKEN" });
    }
  });

  test("may have the key of a project in another workspace", async () => {
    const other = await aWorkspace(database.client, founder, "another");
    await aProject(db, { key: "SHARED" });
    await aProject(other, { key: "SHARED" });
    await expect(projectByKey(other, "RACE")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a retried request makes one project and answers the same", async () => {
    const input = projectInput(db);
    const first = await createProject(db, input);
    expect(await createProject(db, input)).toEqual(first);
  });
});

describe("the list", () => {
  test("shows the same figures as the project's own pages", async () => {
    const { key } = await aProject(db);
    const listed = (await listProjects(db)).find((project) => project.key === key);
    const { forecast } = await projectPlan(db, key);
    expect(listed?.forecast).toMatchObject({
      finish: forecast.finish,
      effortPersonDays: forecast.effortPersonDays,
      costMinor: forecast.costMinor,
    });
  });
});

describe("editing", () => {
  test("changes the details and the plan, and says what was before", async () => {
    const { id, key } = await aProject(db);
    const before = await projectPlan(db, key);
    await editProject(db, edited(id, 1, { name: "Renamed", startsOn: "2090-06-01", targetOn: "2098-01-01" }));
    expect(await projectByKey(db, key)).toMatchObject({
      name: "Renamed",
      version: 2,
      targetOn: "2098-01-01",
    });
    const after = await projectPlan(db, key);
    expect(after.forecast.finish.p50 > before.forecast.finish.p50).toBe(true);
    expect(after.chanceByTarget).not.toBeNull();
    expect(await lastEvent()).toMatchObject({
      type: "project.edited",
      data: { before: { name: "Support assistant" }, after: { name: "Renamed" } },
    });
  });

  test("of a version that is gone is refused with the current one", async () => {
    const { id } = await aProject(db);
    await editProject(db, edited(id, 1, { name: "First" }));
    await expect(editProject(db, edited(id, 1, { name: "Second" }))).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { name: "First", version: 2 } },
    });
  });
});

describe("moving", () => {
  const move = async (
    projectId: string,
    version: number,
    to: Parameters<typeof moveProject>[1]["to"],
    reason = "",
  ) => await moveProject(db, { mutationId: anew(), projectId, version, to, reason });

  test("walks through the gates to the launch, and every gate is on record", async () => {
    const { id, key } = await aProject(db);
    const reason = "Approved on paper.";
    await move(id, 1, "model-selection", reason);
    await move(id, 2, "model-alignment", reason);
    await move(id, 3, "application-integration", reason);
    await move(id, 4, "launched", reason);
    const project = await projectByKey(db, key);
    expect(project.launchedAt).toBeInstanceOf(Date);
    expect(project.map.stations.every((station) => station.state === "done")).toBe(true);
    expect(project.passages.map(({ fromPhase, toPhase, by }) => [fromPhase, toPhase, by])).toEqual([
      ["scoping", "model-selection", "ada"],
      ["model-selection", "model-alignment", "ada"],
      ["model-alignment", "application-integration", "ada"],
      ["application-integration", "launched", "ada"],
    ]);
  });

  test("goes back with a reason only, and coming back to alignment is another pass", async () => {
    const { id, key } = await aProject(db);
    await move(id, 1, "model-alignment", "The model is given.");
    expect((await projectByKey(db, key)).loopPass).toBe(1);
    await move(id, 2, "application-integration", "Approved on paper.");
    await expect(move(id, 3, "model-alignment")).rejects.toMatchObject({
      code: "REASON_NEEDED",
      details: { fieldErrors: { reason: expect.anything() } },
    });
    await move(id, 3, "model-alignment", "Answers were too long for agents.");
    expect(await projectByKey(db, key)).toMatchObject({ phase: "model-alignment", loopPass: 2 });
  });

  test("from a launch takes the launch back", async () => {
    const { id, key } = await aProject(db);
    await move(id, 1, "application-integration", "Nothing to align.");
    await move(id, 2, "launched", "Approved on paper.");
    await move(id, 3, "application-integration", "A guardrail failed.");
    expect(await projectByKey(db, key)).toMatchObject({ launchedAt: null, phase: "application-integration" });
  });

  test("refuses to stay, and to launch what was not integrated", async () => {
    const { id } = await aProject(db);
    await expect(move(id, 1, "scoping")).rejects.toMatchObject({ code: "ALREADY_THERE" });
    await expect(move(id, 1, "launched", "Now!")).rejects.toMatchObject({ code: "NOT_INTEGRATED" });
  });

  test("passes beyond the plan's budget need a reason, and count", async () => {
    const { id, key } = await aProject(db);
    const pass = async (version: number, reason = "") =>
      await startPass(db, { mutationId: anew(), projectId: id, version, reason });
    await expect(pass(1)).rejects.toMatchObject({ code: "NOT_IN_ALIGNMENT" });
    await move(id, 1, "model-alignment", "The model is given.");
    const budget = (await projectPlan(db, key)).loopPasses;
    let version = 2;
    for (let next = 2; next <= budget; next++, version++) await pass(version);
    await expect(pass(version)).rejects.toMatchObject({
      code: "REASON_NEEDED",
      message: expect.stringContaining(`${budget} passes`),
    });
    const { loopPass } = await pass(version, "One more reaches the bar.");
    expect(loopPass).toBe(budget + 1);
    expect((await projectByKey(db, key)).loopPass).toBe(budget + 1);
  });

  test("two who move at once: one moves, the other sees where it is now", async () => {
    const { id } = await aProject(db);
    const results = await Promise.allSettled([
      move(id, 1, "model-selection", "Approved on paper."),
      move(id, 1, "model-alignment", "Skip."),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "STALE_VERSION" });
  });
});

describe("the brief", () => {
  const content = { ...emptyBrief, useCase: "Agents answer with it.", languages: ["English"] };

  test("is saved in part, and says who saved it", async () => {
    const { id, key } = await aProject(db);
    await saveBrief(db, { mutationId: anew(), projectId: id, version: 1, content });
    expect(await brief(db, key)).toMatchObject({ content, version: 2, updatedBy: "ada" });
    expect(await lastEvent()).toMatchObject({ type: "brief.edited", data: { after: content } });
  });

  test("two who save at once: the later one gets the other's words, and neither is lost", async () => {
    const { id, key } = await aProject(db);
    const grace = await aMember(
      database.client,
      db,
      await anAccount(database.client, "grace@example.org"),
      "member",
    );
    await saveBrief(db, { mutationId: anew(), projectId: id, version: 1, content });
    const hers = { ...emptyBrief, goals: "Shorter waits" };
    const stale = saveBrief(grace, { mutationId: anew(), projectId: id, version: 1, content: hers });
    await expect(stale).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: 2, content } },
    });
    const merged = { ...content, goals: hers.goals };
    await saveBrief(grace, { mutationId: anew(), projectId: id, version: 2, content: merged });
    expect(await brief(db, key)).toMatchObject({ content: merged, updatedBy: "grace" });
  });

  test("its budget and deadline leave the project's own as they are", async () => {
    const { id, key } = await aProject(db);
    const figures = { ...content, budgetMinor: 5_000_000, deadline: "2027-12-01" };
    await saveBrief(db, { mutationId: anew(), projectId: id, version: 1, content: figures });
    expect(await projectByKey(db, key)).toMatchObject({ budgetMinor: null, targetOn: null, version: 1 });
  });
});

describe("deleting", () => {
  test("hides the project everywhere, keeps its key, and can be undone", async () => {
    const { id, key } = await aProject(db);
    await deleteProject(db, { mutationId: anew(), projectId: id, version: 1 });
    await expect(projectByKey(db, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(projectPlan(db, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listProjects(db)).map((project) => project.key)).not.toContain(key);
    expect((await deletedProjects(db)).map((project) => project.key)).toContain(key);
    await expect(aProject(db, { key })).rejects.toMatchObject({ code: "KEY_TAKEN" });
    await restoreProject(db, { mutationId: anew(), projectId: id });
    expect(await projectByKey(db, key)).toMatchObject({ id, version: 3 });
    expect((await projectPlan(db, key)).tasks.length).toBeGreaterThan(0);
  });

  test("nothing can be done to a deleted project but restoring it", async () => {
    const { id } = await aProject(db);
    await deleteProject(db, { mutationId: anew(), projectId: id, version: 1 });
    const gone = { code: "NOT_FOUND" };
    await expect(editProject(db, edited(id, 2))).rejects.toMatchObject(gone);
    await expect(
      saveBrief(db, { mutationId: anew(), projectId: id, version: 1, content: emptyBrief }),
    ).rejects.toMatchObject(gone);
    await expect(
      moveProject(db, { mutationId: anew(), projectId: id, version: 2, to: "model-selection", reason: "" }),
    ).rejects.toMatchObject(gone);
    await expect(deleteProject(db, { mutationId: anew(), projectId: id, version: 2 })).rejects.toMatchObject(
      gone,
    );
  });
});

describe("what one saved of a project's details", () => {
  const steps = async (by: OrganizationDb, key: string) => await detailSteps(by, key);
  const take = async (by: OrganizationDb, of: { id: string; key: string }, way: "undo" | "redo") => {
    const input = {
      mutationId: anew(),
      projectId: of.id,
      way,
      seq: (await steps(by, of.key))[way][0]?.seq ?? 0,
    };
    return await takeBackDetails(by, input);
  };

  test("is undone and done again, and the plan follows", async () => {
    const made = await aProject(db);
    const finish = async () => (await projectPlan(db, made.key)).forecast.finish.p50;
    const before = await finish();
    await editProject(db, edited(made.id, 1, { startsOn: "2090-06-01", budgetMinor: 5_000_00 }));
    const after = await finish();
    expect(after > before).toBe(true);
    expect((await steps(db, made.key)).undo).toMatchObject([{ parts: ["startsOn", "budgetMinor"] }]);
    await take(db, made, "undo");
    expect(await finish()).toBe(before);
    expect((await projectByKey(db, made.key)).budgetMinor).toBeNull();
    expect((await steps(db, made.key)).undo).toEqual([]);
    await take(db, made, "redo");
    expect(await finish()).toBe(after);
  });

  test("leaves alone what somebody else changed beside it, and is refused by name where they built on it", async () => {
    const made = await aProject(db);
    const ben = await aMember(
      database.client,
      db,
      await anAccount(database.client, "ben@details.example"),
      "member",
    );
    await editProject(db, edited(made.id, 1, { name: "Mine" }));
    await editProject(ben, edited(made.id, 2, { name: "Mine", summary: "Theirs" }));
    await take(db, made, "undo");
    expect(await projectByKey(db, made.key)).toMatchObject({ name: "Support assistant", summary: "Theirs" });
    await take(db, made, "redo");
    await editProject(ben, edited(made.id, 5, { name: "Theirs", summary: "Theirs" }));
    await expect(take(db, made, "undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining(ben.actor.name),
    });
    expect((await projectByKey(db, made.key)).name).toBe("Theirs");
  });
});
