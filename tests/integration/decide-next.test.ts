import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tellEvent } from "@/features/activity/ui/tell-event";
import { itemSentence } from "@/features/attention/telling-rules";
import { openDecisions, reviewList } from "@/features/decide-next/queries";
import { keepForReview, moveEntry, noteEntry, settleEntry } from "@/features/decide-next/review-list.service";
import { openInput } from "@/features/decide-next/schema";
import { nudge } from "@/features/decide-next/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, readLog } from "../support/inboxes";
import { aProject } from "../support/projects";

// What a lead settles first: open decisions of all projects, the nudge, and the list for the next review.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let eve: OrganizationDb;
let project: { id: string; key: string };
let workspaces = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  const { client } = database;
  workspaces += 1;
  const account = async (name: string) => await anAccount(client, `${name}-${workspaces}@example.org`);
  ada = await aWorkspace(client, await account("ada"), `next-${workspaces}`);
  ben = await aMember(client, ada, await account("ben"), "member");
  eve = await aMember(client, ada, await account("eve"), "lead");
  project = await aProject(ada);
});

/** SQL that knows nothing of our queries, behind the same wall. */
async function inWorkspace<Row>(sql: string): Promise<Row[]> {
  return await ada.derive(async (tx) => await tx.$queryRawUnsafe<Row[]>(sql));
}

const request = () => ({ mutationId: crypto.randomUUID() });
const ask = (change: object = {}) =>
  openInput.parse({ order: "days", projectKey: null, ownerId: null, phase: null, limit: 500, ...change });
/** Of the decisions that the test asked, which are shown and in which order: a project begins with some of its own. */
const shownOf = async (mine: readonly { id: string }[], change: object = {}) =>
  (await openDecisions(eve, ask(change))).decisions.filter(({ id }) => mine.some((one) => one.id === id));
const nudged = async (db: OrganizationDb, decisionId: string, sentence = "") =>
  await nudge(db, { ...request(), decisionId, sentence });

test("what is open in all projects comes by days, money, age or due date, and is filtered", async () => {
  const other = await aProject(ada, { key: "OTHER" });
  const costly = await aDecision(ada, project, { dueOn: "2027-03-01" });
  const cheap = await aDecision(ada, other, {
    ownerId: ben.actor.membershipId,
    phase: "scoping",
    dueOn: "2027-01-01",
    options: [
      { title: "One", description: "", effects: [] },
      { title: "Two", description: "", effects: [{ kind: "add-cost", costMinor: 9_900_000 }] },
    ],
  });
  const decided = await aDecision(ada, project);
  await choose(ada, decided, decided.plain);
  const mine = [costly, cheap, decided];
  const idsOf = async (change: object = {}) => (await shownOf(mine, change)).map(({ id }) => id);

  expect(await idsOf()).toEqual([costly.id, cheap.id]);
  expect(await idsOf({ order: "money" })).toEqual([cheap.id, costly.id]);
  expect(await idsOf({ order: "due" })).toEqual([cheap.id, costly.id]);
  expect(await idsOf({ projectKey: "OTHER" })).toEqual([cheap.id]);
  expect(await idsOf({ ownerId: ada.actor.membershipId })).toEqual([costly.id]);
  expect(await idsOf({ phase: "scoping" })).toEqual([cheap.id]);

  // Counted by SQL that knows nothing of us.
  const [counted] = await inWorkspace<{ open: number }>(
    `SELECT count(*)::int AS open FROM decision d
      WHERE d.organization_id = '${ada.organizationId}' AND d.deleted_at IS NULL AND NOT EXISTS
        (SELECT FROM outcome o WHERE o.decision_id = d.id AND o.ended_at IS NULL)`,
  );
  const cut = await openDecisions(eve, ask({ limit: 1 }));
  expect(cut).toMatchObject({ total: counted?.open, of: counted?.open });
  expect(cut.decisions.length).toBe(1);

  // The money between its options, within what the simulation draws.
  const [shown] = await shownOf([cheap]);
  expect(shown?.spreadMinor).toBeGreaterThan(9_000_000);
  expect(shown?.spreadMinor).toBeLessThan(10_800_000);
  expect(shown?.spreadWorkingDays).toBeLessThan(5);

  await inWorkspace(
    `UPDATE decision SET created_at = created_at - interval '40 days' WHERE id = '${cheap.id}'`,
  );
  expect(await idsOf({ order: "age" })).toEqual([cheap.id, costly.id]);
});

test("it says whom a decision waits for", async () => {
  const decision = await aDecision(ada, project, {
    consulted: [ben.actor.membershipId, eve.actor.membershipId],
  });
  await take(eve, decision, { stance: "object", reason: "Too dear." });
  const [shown] = await shownOf([decision]);
  expect(shown?.waitsFor).toEqual({ positions: [ben.actor.name], scores: [], objections: [eve.actor.name] });
});

test("a nudge reaches the owner once a day, in the inbox, by mail and in the activity", async () => {
  const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
  await nudged(eve, decision.id, "The vendor waits for it.");
  await expect(nudged(ada, decision.id)).rejects.toMatchObject({ code: "ALREADY_NUDGED" });

  await readLog(database.client, ada);
  const item = (await itemsOf(ben)).find(({ kind }) => kind === "nudge");
  expect(item).toMatchObject({ excerpt: "The vendor waits for it.", actors: [eve.actor.name] });
  expect(item === undefined ? "" : itemSentence(item)).toBe(
    `${eve.actor.name} asks you to see to this decision`,
  );
  expect((await itemsOf(ada)).map(({ kind }) => kind)).not.toContain("nudge");

  const [shown] = await shownOf([decision]);
  expect(shown?.nudge).toMatchObject({ by: eve.actor.name, ownerId: ben.actor.membershipId });
  const told = await ada.read(
    async (tx) => await tx.event.findFirstOrThrow({ where: { type: "decision.nudged" } }),
  );
  expect(
    tellEvent({ ...told, actorName: eve.actor.name, project: { key: project.key, name: "P" } }).text,
  ).toContain(`asked ${ben.actor.name} to see to D-${decision.number}`);

  // Tomorrow, or another owner: it may be said again.
  await inWorkspace(
    `UPDATE decision_nudge SET nudged_on = nudged_on - 1 WHERE decision_id = '${decision.id}'`,
  );
  await nudged(ada, decision.id);
  await choose(ada, decision, decision.plain);
  await readLog(database.client, ada);
  const settled = (await itemsOf(ben)).filter(({ kind, doneAt }) => kind === "nudge" && doneAt === null);
  expect(settled).toEqual([]);
  await expect(nudged(eve, decision.id)).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
});

test("two leads who nudge at once reach the owner once", async () => {
  const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
  const both = await Promise.allSettled([nudged(ada, decision.id), nudged(eve, decision.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("one's own decision needs no nudge", async () => {
  const decision = await aDecision(eve, project);
  await expect(nudged(eve, decision.id)).rejects.toMatchObject({ code: "OWN_DECISION" });
});

test("a review list has an order and notes, is nobody else's, and what was reviewed leaves it", async () => {
  const first = await aDecision(ada, project);
  const second = await aDecision(ada, project);
  const one = await keepForReview(eve, { ...request(), decisionId: first.id });
  const two = await keepForReview(eve, { ...request(), decisionId: second.id });
  expect(await keepForReview(eve, { ...request(), decisionId: first.id })).toEqual(one);
  const list = async (db = eve) => (await reviewList(db)).map(({ decisionId, note }) => [decisionId, note]);

  await moveEntry(eve, { ...request(), reviewEntryId: two.id, direction: "up" });
  await noteEntry(eve, { ...request(), reviewEntryId: one.id, version: 1, note: "Licence?" });
  expect(await list()).toEqual([
    [second.id, ""],
    [first.id, "Licence?"],
  ]);
  expect(await list(ada)).toEqual([]);
  await expect(
    noteEntry(eve, { ...request(), reviewEntryId: one.id, version: 1, note: "Late" }),
  ).rejects.toMatchObject({
    code: "STALE_VERSION",
    details: { current: { version: 2, note: "Licence?" } },
  });
  await expect(
    noteEntry(ada, { ...request(), reviewEntryId: one.id, version: 2, note: "Not mine" }),
  ).rejects.toMatchObject({ code: "NOT_ON_YOUR_LIST" });

  const [shown] = await shownOf([first]);
  expect(shown?.reviewEntryId).toBe(one.id);
  // A note written meanwhile holds up neither the order nor the end.
  await noteEntry(eve, { ...request(), reviewEntryId: one.id, version: 2, note: "Licence? And the price." });
  await settleEntry(eve, { ...request(), reviewEntryId: one.id, as: "reviewed" });
  expect(await list()).toEqual([[second.id, ""]]);
  // It may come up again.
  await keepForReview(eve, { ...request(), decisionId: first.id });
  expect((await list()).map(([id]) => id)).toEqual([second.id, first.id]);
});
