import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { itemSentence } from "@/features/attention/telling-rules";
import { proposals } from "@/features/workspaces/proposals.queries";
import { propose, settleProposal, withdrawProposal } from "@/features/workspaces/proposals.service";
import { members } from "@/features/workspaces/queries";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, readLog } from "../support/inboxes";

// A level that somebody proposes for somebody else's profile, and what becomes of it.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let eve: OrganizationDb;
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
  ada = await aWorkspace(client, await account("ada"), `proposals-${workspaces}`);
  ben = await aMember(client, ada, await account("ben"), "member");
  eve = await aMember(client, ada, await account("eve"), "lead");
});

const request = () => ({ mutationId: crypto.randomUUID() });
const serving = { discipline: "serving", level: 3, readyOn: null, sentence: "Two deployments." } as const;
type Change = Partial<Omit<Parameters<typeof propose>[1], "mutationId" | "membershipId">>;

async function proposed(by: OrganizationDb, to: OrganizationDb, change: Change = {}): Promise<string> {
  const { membershipId } = to.actor;
  return (await propose(by, { ...request(), membershipId, ...serving, ...change })).id;
}
const answered = async (by: OrganizationDb, proposalId: string, as: "taken-over" | "declined") =>
  await settleProposal(by, { ...request(), proposalId, as });
const takenBack = async (by: OrganizationDb, proposalId: string) =>
  await withdrawProposal(by, { ...request(), proposalId });

async function profileOf(db: OrganizationDb) {
  const shown = (await members(db)).find(({ id }) => id === db.actor.membershipId);
  return { skills: shown?.skills, trainings: shown?.trainings };
}

async function told(db: OrganizationDb): Promise<string[]> {
  await readLog(database.client, ada);
  return (await itemsOf(db)).map((item) => itemSentence(item));
}

test("what is proposed is seen by the two of them, and the log says only that there is something", async () => {
  const id = await proposed(eve, ben);
  expect((await proposals(ben)).forMe).toMatchObject([{ id, byName: eve.actor.name, level: 3 }]);
  expect((await proposals(eve)).made).toMatchObject([{ id, forName: ben.actor.name, outcome: null }]);
  expect(await proposals(ada)).toEqual({ forMe: [], made: [] });
  const log = await ada.read(
    async (tx) =>
      await tx.event.findMany({ where: { organizationId: ada.organizationId, type: "member.proposed" } }),
  );
  expect(log.map(({ data }) => data)).toEqual([{ name: ben.actor.name, proposalId: id }]);
  expect(await told(ben)).toEqual([`${eve.actor.name} proposes a level for your profile`]);
  expect(await told(ada)).toEqual([]);
});

test("taken over, it is in the profile, and who proposed it hears of it", async () => {
  const id = await proposed(eve, ben);
  await told(ben);
  await answered(ben, id, "taken-over");
  expect(await profileOf(ben)).toEqual({ skills: [{ discipline: "serving", level: 3 }], trainings: [] });
  expect(await told(ben)).toEqual([]);
  expect(await told(eve)).toEqual([`${ben.actor.name} took over the level you proposed`]);
  expect((await proposals(ben)).forMe).toEqual([]);
  expect((await proposals(eve)).made).toMatchObject([{ id, outcome: "taken-over" }]);
});

test("with a day to come it is a training planned, in the place of one there was", async () => {
  await answered(ben, await proposed(eve, ben, { level: 1 }), "taken-over");
  for (const readyOn of ["2099-01-01", "2099-02-01"]) {
    await answered(ben, await proposed(eve, ben, { readyOn }), "taken-over");
    expect(await profileOf(ben)).toEqual({
      skills: [{ discipline: "serving", level: 1 }],
      trainings: [{ discipline: "serving", level: 3, readyOn }],
    });
  }
});

test("declined, the profile stays as it is", async () => {
  const id = await proposed(eve, ben);
  await told(ben);
  await answered(ben, id, "declined");
  expect(await profileOf(ben)).toEqual({ skills: [], trainings: [] });
  expect(await told(ben)).toEqual([]);
  expect(await told(eve)).toEqual([`${ben.actor.name} left their profile without the level you proposed`]);
});

test("it is answered by whom it is for, taken back by whom it is from, and once", async () => {
  const id = await proposed(eve, ben);
  await expect(answered(ada, id, "taken-over")).rejects.toMatchObject({ code: "NOT_FOR_YOU" });
  await expect(takenBack(ada, id)).rejects.toMatchObject({ code: "NOT_YOUR_PROPOSAL" });
  await told(ben);
  await takenBack(eve, id);
  expect(await told(ben)).toEqual([]);
  expect(await told(eve)).toEqual([]);
  await expect(answered(ben, id, "taken-over")).rejects.toMatchObject({ code: "SETTLED" });
  expect((await proposals(eve)).made).toEqual([]);
});

test("of an answer and a taking back at once one goes through", async () => {
  for (let round = 0; round < 5; round++) {
    const id = await proposed(eve, ben);
    const both = await Promise.allSettled([answered(ben, id, "declined"), takenBack(eve, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
});

test("a newer one takes the place of what the same person proposed for the discipline", async () => {
  const first = await proposed(eve, ben);
  await told(ben);
  const second = await proposed(eve, ben, { level: 4 });
  const byAnother = await proposed(ada, ben);
  expect((await proposals(ben)).forMe.map(({ id }) => id)).toEqual([byAnother, second]);
  expect(await told(ben)).toHaveLength(2);
  await expect(answered(ben, first, "declined")).rejects.toMatchObject({ code: "SETTLED" });
});

test("what is known already is not proposed, nor is anything to oneself", async () => {
  await answered(ben, await proposed(eve, ben), "taken-over");
  await expect(proposed(eve, ben)).rejects.toMatchObject({ code: "KNOWN_ALREADY" });
  await expect(proposed(eve, ben, { level: 2, readyOn: "2099-01-01" })).rejects.toMatchObject({
    code: "KNOWN_ALREADY",
  });
  await expect(proposed(eve, eve)).rejects.toMatchObject({ code: "OWN_PROFILE" });
  // A level may turn out to be lower than it was thought.
  await answered(ben, await proposed(eve, ben, { level: 2 }), "taken-over");
  expect((await profileOf(ben)).skills).toEqual([{ discipline: "serving", level: 2 }]);
});
