import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mark } from "@/features/attention/marks.service";
import { subscribe } from "@/features/attention/subscriptions.service";
import { consult } from "@/features/decisions/consultation.service";
import { addCriterion, removeCriterion } from "@/features/decisions/criteria.service";
import { addOption } from "@/features/decisions/options.service";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { scoringOf } from "@/features/decisions/scoring.queries";
import { handInInput } from "@/features/decisions/scoring.schema";
import { handIn, openRound, reveal } from "@/features/decisions/scoring.service";
import { editDecision } from "@/features/decisions/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, readLog } from "../support/inboxes";
import { aProject } from "../support/projects";

// What a decision waits for stands in the inbox of whoever it waits for, as long as it does.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let cleo: OrganizationDb;
let viewer: OrganizationDb;
let project: { id: string; key: string };
let workspaces = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
});

beforeEach(async () => {
  workspaces += 1;
  const { client } = database;
  const account = async (name: string) => await anAccount(client, `${name}@w${workspaces}.example`);
  ada = await aWorkspace(client, await account("ada"), `w${workspaces}-waiting`);
  ben = await aMember(client, ada, await account("ben"), "member");
  cleo = await aMember(client, ada, await account("cleo"), "lead");
  viewer = await aMember(client, ada, await account("vic"), "viewer");
  project = await aProject(ada);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });
const idOf = ({ actor }: OrganizationDb) => actor.membershipId;

/** What waits for the member: its kind and how many times it was said. */
async function waitsFor(db: OrganizationDb) {
  await readLog(database.client, ada);
  const kinds = ["waiting", "advice", "scores"];
  return (await itemsOf(db))
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, count }) => `${kind} ${count}`)
    .sort();
}

describe("who is consulted", () => {
  const ask = async (decision: { id: string }, ...who: OrganizationDb[]) =>
    await consult(ada, { ...request(), decisionId: decision.id, consulted: who.map(idOf) });

  test("is waited for, asked with the decision or later, until they say where they stand", async () => {
    const decision = await aDecision(ada, project, { consulted: [idOf(ben)] });
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
    expect(await waitsFor(cleo)).toEqual([]);
    await ask(decision, ben, cleo);
    expect(await waitsFor(cleo)).toEqual(["advice 1"]);
    // Who was asked already is not asked again.
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
    await take(cleo, decision, { stance: "agree", optionId: decision.plain.id });
    expect(await waitsFor(cleo)).toEqual([]);
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
    await choose(ada, decision, decision.plain);
    expect(await waitsFor(ben)).toEqual([]);
  });

  test("is asked for advice or for a position, by how it is decided", async () => {
    await aDecision(ada, project, { consulted: [idOf(ben)], process: "consent" });
    expect(await waitsFor(ben)).toEqual(["waiting 1"]);
    await aDecision(ada, project, { consulted: [idOf(cleo)], process: "scoring" });
    expect(await waitsFor(cleo)).toEqual(["waiting 1"]);
  });

  test("is left alone when they are not asked any more, or have said before where they stand", async () => {
    const decision = await aDecision(ada, project, { consulted: [idOf(ben)] });
    await take(cleo, decision, { stance: "abstain" });
    await ask(decision, cleo);
    expect(await waitsFor(ben)).toEqual([]);
    expect(await waitsFor(cleo)).toEqual([]);
  });

  test("is asked through a muted project, and again when the decision is reopened or superseded", async () => {
    const subject = { kind: "project", projectId: project.id } as const;
    await subscribe(ben, { ...request(), subject, choice: "muted" });
    const decision = await aDecision(ada, project, { consulted: [idOf(ben)] });
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
    await choose(ada, decision, decision.plain);
    expect(await waitsFor(ben)).toEqual([]);
    await reopen(ada, { ...request(), decisionId: decision.id, version: 2, reason: "We know more." });
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
    await choose(ada, { ...decision, version: 3 }, decision.plain);
    const next = { decisionId: decision.id, version: 4, question: "And now?", reason: "Times change." };
    await supersede(ada, { ...request(), ...next });
    expect(await waitsFor(ben)).toEqual(["advice 1"]);
  });
});

describe("a decision by scoring", () => {
  const judged = { description: "", worst: 1, best: 5, unit: "", words: ["a", "b", "c", "d", "e"] };
  const add = async (decision: { id: string }, name: string) =>
    await addCriterion(ada, { ...request(), decisionId: decision.id, name, ...judged });
  const scored = async () => await aDecision(ada, project, { process: "scoring" });

  /** Hands in scores for whatever the member has not scored yet. */
  async function give(db: OrganizationDb, number: number) {
    const { rounds, options, criteria, mine } = await scoringOf(db, project.key, number);
    const given = new Set(mine.given.map((cell) => cell.optionId + cell.criterionId));
    const cells = options.flatMap((option) =>
      criteria
        .filter((criterion) => !given.has(option.id + criterion.id))
        .map((criterion) => ({ optionId: option.id, criterionId: criterion.id, score: 3, note: "" })),
    );
    await handIn(db, handInInput.parse({ ...request(), roundId: rounds.at(-1)?.id, cells }));
  }
  const revealLast = async (number: number) => {
    const roundId = (await scoringOf(ada, project.key, number)).rounds.at(-1)?.id ?? "";
    await reveal(ada, { ...request(), roundId });
  };

  test("waits for the scores of everybody who may score, from the first criterion on, until they hand in", async () => {
    const decision = await scored();
    expect(await waitsFor(ben)).toEqual([]);
    await add(decision, "Fit");
    await add(decision, "Price");
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
    expect(await waitsFor(viewer)).toEqual([]);
    // Nobody hears of their own deeds.
    expect(await waitsFor(ada)).toEqual([]);
    const [item] = await itemsOf(ben);
    expect(item?.path).toBe(`projects/${project.key}/decisions/${decision.number}/scoring`);
    await give(ben, decision.number);
    expect(await waitsFor(ben)).toEqual([]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
  });

  test("waits again for what was added, and no more for what was taken away", async () => {
    const decision = await scored();
    await add(decision, "Fit");
    await give(ben, decision.number);
    const { id: criterionId } = await add(decision, "Price");
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
    await removeCriterion(ada, { ...request(), criterionId, version: 1 });
    expect(await waitsFor(ben)).toEqual([]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
    const option = { title: "Buy it", description: "", effects: [] };
    await addOption(ada, { ...request(), decisionId: decision.id, ...option });
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
    await give(ben, decision.number);
    expect(await waitsFor(ben)).toEqual([]);
  });

  test("waits for nobody once it is revealed or decided, and for everybody in the next round", async () => {
    const decision = await scored();
    await add(decision, "Fit");
    await give(ben, decision.number);
    await revealLast(decision.number);
    expect(await waitsFor(cleo)).toEqual([]);
    await openRound(ada, { ...request(), decisionId: decision.id, reason: "We talked." });
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
    await choose(ada, decision, decision.plain);
    expect(await waitsFor(ben)).toEqual([]);
    expect(await waitsFor(cleo)).toEqual([]);
    await reopen(ada, { ...request(), decisionId: decision.id, version: 2, reason: "We know more." });
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
  });

  test("waits for no positions of the project's people; decided otherwise, for no scores", async () => {
    await take(ben, await aDecision(ada, project), { stance: "abstain" });
    const decision = await scored();
    await add(decision, "Fit");
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
    const change = async (version: number, process: "consent" | "scoring") => {
      const { id: decisionId, question } = decision;
      const edit = { decisionId, version, question, context: "", ownerId: idOf(ada), dueOn: null, process };
      await editDecision(ada, { ...request(), ...edit });
    };
    await change(1, "consent");
    expect(await waitsFor(ben)).toEqual(["waiting 1"]);
    await change(2, "scoring");
    expect(await waitsFor(ben)).toEqual(["scores 1"]);
  });

  test("leaves those alone who muted it, and criteria of other decisions are nobody's to score", async () => {
    const decision = await scored();
    const subject = { kind: "decision", decisionId: decision.id } as const;
    await subscribe(ben, { ...request(), subject, choice: "muted" });
    await add(decision, "Fit");
    await add(await aDecision(ada, project), "Fit");
    expect(await waitsFor(ben)).toEqual([]);
    expect(await waitsFor(cleo)).toEqual(["scores 1"]);
  });

  test("does not come back by somebody else's scores once it was put away", async () => {
    const decision = await scored();
    await add(decision, "Fit");
    await readLog(database.client, ada);
    const items = (await itemsOf(ben)).map(({ id, lastSeq }) => ({ id, lastSeq }));
    await mark(ben, { ...request(), items, done: true });
    await give(cleo, decision.number);
    expect(await waitsFor(ben)).toEqual([]);
  });
});
