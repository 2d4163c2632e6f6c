import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mostItems } from "@/features/plans/checklists.schema";
import { changeChecklist } from "@/features/plans/checklists.service";
import { projectPlan } from "@/features/plans/queries";
import { takeBackSteps } from "@/features/plans/undo.queries";
import { takeBackInPlan } from "@/features/plans/undo.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// The steps of a task: ticked by several people at once, kept in order, and taken back from the log.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "lists");
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
type Change = Parameters<typeof changeChecklist>[1]["change"];
const request = () => ({ mutationId: crypto.randomUUID(), projectId: project.id });
const change = async (one: Change, db = ada, taskKey = brief) =>
  await changeChecklist(db, { ...request(), taskKey, change: one });
const add = async (text: string, db = ada) => {
  const itemId = crypto.randomUUID();
  await change({ kind: "add", itemId, text }, db);
  return itemId;
};
const list = async () =>
  (await projectPlan(ada, project.key)).tasks
    .find(({ key }) => key === brief)
    ?.checklist.map(({ text, done }) => `${text}${done ? " ✓" : ""}`);
const take = async (way: "undo" | "redo", db = ada) => {
  const seq = (await takeBackSteps(db, project.key))[way][0]?.seq ?? 0;
  await takeBackInPlan(db, { ...request(), way, seq });
};

describe("a checklist", () => {
  test("is ticked by two at once, and nothing of either is lost", async () => {
    const first = await add("Ask the archive");
    const second = await add("Draw up the brief");
    const { forecast } = await projectPlan(ada, project.key);
    await Promise.all([
      change({ kind: "tick", itemId: first, done: true }),
      change({ kind: "tick", itemId: second, done: true }, ben),
      change({ kind: "add", itemId: crypto.randomUUID(), text: "Have it signed" }, ben),
    ]);
    expect(await list()).toEqual(["Ask the archive ✓", "Draw up the brief ✓", "Have it signed"]);
    // Steps are no figures of the plan.
    expect((await projectPlan(ada, project.key)).forecast).toEqual(forecast);
  });

  test("is put in another order, reworded unless somebody else did, and told on the log", async () => {
    await add("one");
    const two = await add("two");
    await change({ kind: "move", itemId: two, by: -1 });
    await change({ kind: "reword", itemId: two, seen: "two", text: "zero" }, ben);
    expect(await list()).toEqual(["zero", "one"]);
    const late = change({ kind: "reword", itemId: two, seen: "two", text: "three" });
    await expect(late).rejects.toMatchObject({ code: "ITEM_REWORDED" });
    const event = await ada.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
    expect(event).toMatchObject({
      type: "task.checklist-changed",
      actorId: ben.actor.membershipId,
      data: { taskKey: brief, after: { items: [{ text: "zero" }, { text: "one" }] } },
    });
  });

  test("keeps to a number of items, and to tasks of the plan", async () => {
    for (let count = 0; count < mostItems; count += 1) await add(`step ${count}`);
    await expect(add("one more")).rejects.toMatchObject({ code: "TOO_MANY_ITEMS" });
    const nowhere = change(
      { kind: "add", itemId: crypto.randomUUID(), text: "x" },
      ada,
      "use-case-scoping/none",
    );
    await expect(nowhere).rejects.toMatchObject({ code: "UNKNOWN_TASK" });
  });

  test("is taken back item by item, beside what others did, and not over it", async () => {
    const first = await add("Ask the archive");
    await change({ kind: "tick", itemId: first, done: true });
    await add("Have it signed", ben);
    await take("undo");
    expect(await list()).toEqual(["Ask the archive", "Have it signed"]);
    await take("redo");
    expect(await list()).toEqual(["Ask the archive ✓", "Have it signed"]);
    await change({ kind: "reword", itemId: first, seen: "Ask the archive", text: "Ask the library" }, ben);
    await expect(take("undo")).rejects.toMatchObject({ code: "BUILT_ON" });
    await change({ kind: "remove", itemId: first });
    await take("undo");
    expect(await list()).toEqual(["Ask the library ✓", "Have it signed"]);
  });
});
