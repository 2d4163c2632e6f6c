import { Client } from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { evidenceOfDecision } from "@/features/decisions/evidence.queries";
import { keptContent } from "@/features/decisions/evidence.schema";
import { addOption } from "@/features/decisions/options.service";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { remindOwners } from "@/features/decisions/reminders.service";
import { confirmOutcome } from "@/features/decisions/review.service";
import { reviewInput } from "@/features/decisions/schema";
import { deleteDecision, editDecision } from "@/features/decisions/service";
import { deleteProject, restoreProject } from "@/features/projects/service";
import { removeMember } from "@/features/workspaces/members.service";
import type { ModelFacts } from "@/planning";
import { nextDayBegins, toDay, today } from "@/platform/days";
import { workWithin } from "@/platform/db/background";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, query, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, readLog } from "../support/inboxes";
import { aProject } from "../support/projects";

// A day has come, or what a decision cites has changed: its owner is told, once.

let script: string;
let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };
let processes: BundledProcess[];

beforeAll(async () => {
  script = await bundle("tests/support/background-process.ts", "reminding-process");
});

beforeEach(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  processes = [];
  ada = await aWorkspace(client, await anAccount(client, "ada@example.org"), "reminders");
  ben = await aMember(client, ada, await anAccount(client, "ben@example.org"), "lead");
  project = await aProject(ada);
});

afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(async (process) => await process.ended()));
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });
const tomorrow = () => toDay(nextDayBegins(new Date()));
const look = async (day = today()) =>
  await remindOwners(workWithin(database.client, ada.organizationId), day);

/** Ben's decision, decided by Ada, who is not its owner: what is due is his. */
async function decided(reviewOn: string | null) {
  const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
  await choose(ada, decision, decision.plain, { reviewOn });
  return { ...decision, version: 2 };
}

async function reminders() {
  const events = await ada.read(
    async (tx) =>
      await tx.event.findMany({ where: { type: "decision.review-due" }, orderBy: { seq: "asc" } }),
  );
  const reasons = z.object({ reasons: z.array(z.looseObject({ kind: z.string() })) });
  return events.map((event) => ({ ...event, reasons: reasons.parse(event.data).reasons }));
}

/** What is in the inbox to be looked at again, as its detail says. */
async function dueOf(db: OrganizationDb) {
  await readLog(database.client, ada);
  return (await itemsOf(db)).filter(({ kind }) => kind === "review").map(({ detail }) => detail);
}

async function addModel(decision: { id: string }) {
  const words = { title: "Llama", description: "", effects: [] };
  await addOption(ada, { ...request(), decisionId: decision.id, ...words, modelId: "llama-3-8b" });
}

/** Makes the catalogue say something else than when the model was cited. */
async function citedAs(decision: { id: string }, facts: Partial<ModelFacts>) {
  const [kept] = (await evidenceOfDecision(ada, decision.id)).evidence;
  if (kept?.content.kind !== "model") throw new Error("It cites a model.");
  const content = keptContent.parse({ ...kept.content, facts: { ...kept.content.facts, ...facts } });
  const where = { organizationId: ada.organizationId, id: kept.id };
  await ada.derive(async (tx) => await tx.evidence.updateMany({ where, data: { content } }));
}

async function start(): Promise<BundledProcess> {
  const process = run(script, [], {
    DATABASE_URL: testDatabase.ownerUrl,
    LOG_LEVEL: "error",
    REMINDS: "on",
  });
  processes.push(process);
  await process.said(/at work \./);
  return process;
}

/** Asks again as soon as it was answered. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await query(testDatabase.ownerUrl, "SELECT pg_sleep(0.02)");
}

describe("a day on which to look again", () => {
  test("is told to the owner when it comes, and not before", async () => {
    await decided(tomorrow());
    await look();
    expect(await dueOf(ben)).toEqual([]);
    await look(tomorrow());
    expect(await dueOf(ben)).toEqual([expect.stringMatching(/^Review due on /)]);
    expect(await dueOf(ada)).toEqual([]);
  });

  test("is told to an owner who decided it themselves: nobody's deed is nobody's own", async () => {
    const decision = await aDecision(ben, project);
    await choose(ben, decision, decision.plain, { reviewOn: today() });
    await look();
    expect(await dueOf(ben)).toHaveLength(1);
    expect(await itemsOf(ben)).toEqual([expect.objectContaining({ kind: "review", actors: [], count: 1 })]);
  });

  test("is told once, however often it is looked for and by how many at once", async () => {
    await decided(today());
    await Promise.all([look(), look(), look()]);
    await look(tomorrow());
    expect(await reminders()).toHaveLength(1);
    expect(await dueOf(ben)).toHaveLength(1);
  });

  test("is told anew when it is another day, or the same one of what was decided anew", async () => {
    const decision = await decided(today());
    await look();
    await confirmOutcome(
      ben,
      reviewInput.parse({
        ...request(),
        decisionId: decision.id,
        version: 2,
        note: "Yes.",
        nextOn: tomorrow(),
      }),
    );
    expect(await dueOf(ben)).toEqual([]);
    await look(tomorrow());
    expect(await dueOf(ben)).toHaveLength(1);
    await reopen(ada, { ...request(), decisionId: decision.id, version: 3, reason: "We know more." });
    await choose(ada, { ...decision, version: 4 }, decision.plain, { reviewOn: tomorrow() });
    await look(tomorrow());
    expect(await reminders()).toHaveLength(3);
    expect(await dueOf(ben)).toHaveLength(1);
  });

  test("is dealt with by “Still holds”, by reopening and by superseding, whoever does it", async () => {
    const held = await decided(today());
    const reopened = await decided(today());
    const superseded = await decided(today());
    await look();
    expect(await dueOf(ben)).toHaveLength(3);
    const reviewed = { ...request(), decisionId: held.id, version: 2, note: "It does.", nextOn: null };
    await confirmOutcome(ada, reviewInput.parse(reviewed));
    expect(await dueOf(ben)).toHaveLength(2);
    await reopen(ada, { ...request(), decisionId: reopened.id, version: 2, reason: "We know more." });
    expect(await dueOf(ben)).toHaveLength(1);
    const next = { decisionId: superseded.id, version: 2, question: "And now?", reason: "Times change." };
    await supersede(ada, { ...request(), ...next });
    expect(await dueOf(ben)).toEqual([]);
  });

  test("that was dealt with before the log was read is no news", async () => {
    const decision = await decided(today());
    await look();
    await reopen(ada, { ...request(), decisionId: decision.id, version: 2, reason: "We know more." });
    expect(await dueOf(ben)).toEqual([]);
  });

  test("passes over who was removed, and goes to whoever owns it next", async () => {
    const decision = await decided(today());
    await removeMember(ada, { ...request(), membershipId: ben.actor.membershipId, version: 1 });
    await look();
    expect(await reminders()).toEqual([]);
    await giveTo(ada, decision.id);
    await look();
    expect(await dueOf(ada)).toHaveLength(1);
  });

  test("leaves the owner's inbox with the decision, and comes into that of the next one", async () => {
    const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
    await addModel(decision);
    await citedAs(decision, { licence: "MIT" });
    await look();
    expect(await dueOf(ben)).toHaveLength(1);
    const { question } = decision;
    const edit = { decisionId: decision.id, version: 1, question, context: "", dueOn: null };
    await editDecision(ada, { ...request(), ...edit, ownerId: ada.actor.membershipId });
    expect(await dueOf(ben)).toEqual([]);
    await look();
    expect(await dueOf(ada)).toHaveLength(1);
    await look();
    expect(await reminders()).toHaveLength(2);
  });

  test("passes over deleted projects until they are back, and deleted decisions", async () => {
    await decided(today());
    await deleteProject(ada, { ...request(), projectId: project.id, version: 1 });
    await look();
    expect(await reminders()).toEqual([]);
    await restoreProject(ada, { ...request(), projectId: project.id });
    const deleted = await aDecision(ada, project);
    await addModel(deleted);
    await citedAs(deleted, { licence: "MIT" });
    await deleteDecision(ada, { ...request(), decisionId: deleted.id, version: 1 });
    await look();
    expect((await reminders()).map(({ actorId }) => actorId)).toEqual([ben.actor.membershipId]);
  });
});

/** A decided decision can't be edited: this is the row as an owner who has left leaves it. */
async function giveTo({ actor, organizationId }: OrganizationDb, decisionId: string): Promise<void> {
  await ada.derive(
    async (tx) =>
      await tx.decision.updateMany({
        where: { organizationId, id: decisionId },
        data: { ownerId: actor.membershipId },
      }),
  );
}

describe("a model that is cited", () => {
  test("is told of when the catalogue says something else, with before and after, once per change", async () => {
    const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
    await addModel(decision);
    await look();
    expect(await reminders()).toEqual([]);
    await citedAs(decision, { licence: "MIT" });
    await look();
    await look(tomorrow());
    expect(await dueOf(ben)).toEqual([
      expect.stringMatching(/^Llama 3 8B changed in the catalogue \(licence: MIT → .+\)$/),
    ]);
    // What is told already is not told again beside what is new.
    await citedAs(decision, { contextTokens: 4_096 });
    await look();
    expect((await reminders()).map(({ reasons }) => reasons.map(({ what }) => what))).toEqual([
      ["licence"],
      ["context"],
    ]);
    expect(await dueOf(ben)).toEqual([expect.stringMatching(/4,096 tokens → 8,192 tokens.*licence: MIT → /)]);
  });

  test("is told of together with a day, in one entry, and settled with it", async () => {
    const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
    await addModel(decision);
    await choose(ada, decision, decision.plain, { reviewOn: today() });
    await citedAs(decision, { model: "never-was", name: "Never Was" });
    await look();
    expect(await dueOf(ben)).toEqual([
      expect.stringMatching(/^Review due on .*; Never Was is gone from the catalogue$/),
    ]);
    const reviewed = { ...request(), decisionId: decision.id, version: 2, note: "It does.", nextOn: null };
    await confirmOutcome(ben, reviewInput.parse(reviewed));
    expect(await dueOf(ben)).toEqual([]);
    await look(tomorrow());
    expect(await reminders()).toHaveLength(1);
  });

  test("is dealt with by deciding in the knowledge of it", async () => {
    const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
    await addModel(decision);
    await citedAs(decision, { licence: "MIT" });
    await look();
    expect(await dueOf(ben)).toHaveLength(1);
    await choose(ada, decision, decision.plain);
    expect(await dueOf(ben)).toEqual([]);
  });
});

describe("the work", () => {
  test("takes as many statements for many decisions as for one", async () => {
    const measured = async () => {
      const sent = vi.spyOn(Client.prototype, "query");
      await look();
      const statements = sent.mock.calls.length;
      sent.mockRestore();
      return statements;
    };
    const due = async () => {
      const decision = await aDecision(ada, project);
      await addModel(decision);
      await choose(ada, decision, decision.plain, { reviewOn: today() });
      await citedAs(decision, { licence: "MIT" });
    };
    await due();
    const one = await measured();
    for (let more = 0; more < 4; more += 1) await due();
    const told = (await reminders()).length;
    expect(await measured()).toBe(one);
    expect((await reminders()).length - told).toBe(4);
  });

  test("is done at the start of two processes, once, and again when the next day begins", async () => {
    await decided(today());
    await Promise.all([start(), start()]);
    const nextDay = nextDayBegins(new Date()).getTime();
    await until(async () => (await jobOf(ada))?.runAt.getTime() === nextDay);
    expect(await reminders()).toHaveLength(1);
    expect((await reminders())[0]).toMatchObject({ actorId: ben.actor.membershipId, projectId: project.id });
    await until(async () => (await itemsOf(ben)).some(({ kind }) => kind === "review"));
    // The day begins: the job is due.
    await decided(today());
    await ada.derive(async (tx) => await tx.job.updateMany({ data: { runAt: new Date() } }));
    await query(testDatabase.ownerUrl, `SELECT pg_notify('phasewise_jobs', '${ada.organizationId}')`);
    await until(async () => (await reminders()).length === 2);
  });

  test("is done for workspaces that are founded while the process runs", async () => {
    await start();
    const { client } = database;
    const eve = await aWorkspace(client, await anAccount(client, "eve@example.org"), "later");
    await query(testDatabase.ownerUrl, `SELECT pg_notify('phasewise_jobs', '${eve.organizationId}')`);
    await until(async () => (await jobOf(eve))?.runAt.getTime() === nextDayBegins(new Date()).getTime());
  });
});

/** The work for later, once nobody is at it. */
async function jobOf(db: OrganizationDb) {
  return await db.read(
    async (tx) => await tx.job.findFirst({ where: { task: "decisions.review-due", leasedUntil: null } }),
  );
}
