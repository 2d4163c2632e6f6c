import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { myViews } from "@/features/views/queries";
import {
  arrangeViews,
  deleteView,
  editView,
  makeView,
  restoreView,
  setDefaultView,
} from "@/features/views/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";

let testDatabase: TestDatabase;
let database: Database;
let accounts = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();

/** Ada, who founded a workspace, Lea, a lead of it, and Ben, a member. */
async function aTeam() {
  accounts += 1;
  const slug = `views-${accounts}`;
  const { client } = database;
  const ada = await aWorkspace(client, await anAccount(client, `ada@${slug}.example`), slug);
  const lea = await aMember(client, ada, await anAccount(client, `lea@${slug}.example`), "lead");
  const ben = await aMember(client, ada, await anAccount(client, `ben@${slug}.example`), "member");
  return { ada, lea, ben };
}

const make = async (
  db: OrganizationDb,
  name: string,
  { query = "", scope = "personal" }: { query?: string; scope?: "personal" | "shared" } = {},
) => await makeView(db, { mutationId: request(), name, query, scope });

const names = async (db: OrganizationDb) => (await myViews(db)).views.map(({ name }) => name);

const events = async (db: OrganizationDb) =>
  (
    await db.read(
      async (tx) =>
        await tx.event.findMany({ where: { type: { startsWith: "view" } }, orderBy: { seq: "asc" } }),
    )
  ).map(({ type }) => type);

describe("saved views", () => {
  test("a personal one is its owner's alone and is on nobody's log", async () => {
    const { ada, lea, ben } = await aTeam();
    const { id } = await make(ben, "Mine");
    expect(await names(ben)).toEqual(["Mine"]);
    expect(await names(ada)).toEqual([]);
    expect(await events(ada)).toEqual([]);
    const theft = { mutationId: request(), viewId: id, version: 1 };
    await expect(deleteView(lea, theft)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      editView(ada, { ...theft, mutationId: request(), name: "Ours", query: "", scope: "shared" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setDefaultView(ada, { mutationId: request(), viewId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("what is kept is the shortest address that shows the same", async () => {
    const { ben } = await aTeam();
    const { query } = await make(ben, "Risky", {
      query: "?view=all&sort=name&health=at-risk&utm=1&group=none&text=",
    });
    expect(query).toBe("health=at-risk");
  });

  test("leads share, members do not; what is shared is everybody's tab and on the log", async () => {
    const { lea, ben } = await aTeam();
    await expect(make(ben, "Ours", { scope: "shared" })).rejects.toMatchObject({ code: "ROLE_RULE" });
    const { id } = await make(lea, "Ours", { scope: "shared" });
    expect(await names(ben)).toEqual(["Ours"]);
    const change = { viewId: id, version: 1, name: "Theirs", query: "", scope: "shared" } as const;
    await expect(editView(ben, { mutationId: request(), ...change })).rejects.toMatchObject({
      code: "ROLE_RULE",
    });
    await editView(lea, { mutationId: request(), ...change });
    expect(await names(ben)).toEqual(["Theirs"]);
    expect(await events(ben)).toEqual(["view.shared", "view.edited"]);
  });

  test("only its maker takes a shared one back, and then it is nobody else's first view", async () => {
    const { ada, lea, ben } = await aTeam();
    const { id: viewId } = await make(lea, "Ours", { scope: "shared" });
    await setDefaultView(ben, { mutationId: request(), viewId });
    expect(await myViews(ben)).toMatchObject({ defaultId: viewId });
    const back = { viewId, version: 1, name: "Ours", query: "", scope: "personal" } as const;
    await expect(editView(ada, { mutationId: request(), ...back })).rejects.toMatchObject({
      code: "VIEW_NOT_YOURS",
    });
    await editView(lea, { mutationId: request(), ...back });
    expect(await myViews(ben)).toMatchObject({ views: [], defaultId: null });
    expect(await names(lea)).toEqual(["Ours"]);
    const rows = await ben.read(async (tx) => await tx.viewDefault.count({ where: { viewId } }));
    expect(rows).toBe(0);
  });

  test("of two who save at once the later is shown what the earlier saved", async () => {
    const { ada, lea } = await aTeam();
    const { id: viewId } = await make(lea, "Ours", { scope: "shared" });
    const change = { viewId, version: 1, name: "Ours", scope: "shared" } as const;
    await editView(ada, { mutationId: request(), ...change, query: "health=at-risk" });
    await expect(
      editView(lea, { mutationId: request(), ...change, query: "health=off-track" }),
    ).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { query: "health=at-risk", version: 2 } },
    });
  });

  test("tabs stand in the order they are put in; a deleted one comes back last, unless its name is taken", async () => {
    const { ben } = await aTeam();
    const made = [await make(ben, "A"), await make(ben, "B"), await make(ben, "C")];
    const [a, b, c] = made.map(({ id }) => id);
    if (a === undefined || b === undefined || c === undefined) throw new Error("Three were made.");
    await arrangeViews(ben, { mutationId: request(), scope: "personal", viewIds: [c, a] });
    expect(await names(ben)).toEqual(["C", "A", "B"]);
    await deleteView(ben, { mutationId: request(), viewId: c, version: 1 });
    expect(await names(ben)).toEqual(["A", "B"]);
    await restoreView(ben, { mutationId: request(), viewId: c });
    expect(await names(ben)).toEqual(["A", "B", "C"]);
    await deleteView(ben, { mutationId: request(), viewId: b, version: 1 });
    await make(ben, "B");
    await expect(restoreView(ben, { mutationId: request(), viewId: b })).rejects.toMatchObject({
      code: "NAME_TAKEN",
    });
  });
});
