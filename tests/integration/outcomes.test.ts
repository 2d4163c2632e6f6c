import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addCriterion } from "@/features/decisions/criteria.service";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { decisionByNumber, listDecisions } from "@/features/decisions/queries";
import { reopenInput, supersedeInput } from "@/features/decisions/schema";
import { scoringOf } from "@/features/decisions/scoring.queries";
import { deleteDecision } from "@/features/decisions/service";
import { projectPlan } from "@/features/plans/queries";
import { removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "outcomes");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

let people = 0;

async function join(role: "lead" | "member"): Promise<OrganizationDb> {
  people += 1;
  const account = await anAccount(database.client, `${role}${people}@example.org`);
  return await aMember(database.client, db, account, role);
}

type Decision = { readonly id: string; readonly version: number };

async function reopenIt(
  by: OrganizationDb,
  { id: decisionId, version }: Decision,
  change: { mutationId?: string } = {},
) {
  const input = { mutationId: anew(), decisionId, version, reason: "The bar has moved.", ...change };
  return await reopen(by, reopenInput.parse(input));
}

async function supersedeIt(by: OrganizationDb, { id: decisionId, version }: Decision) {
  const input = {
    mutationId: anew(),
    decisionId,
    version,
    question: "Is tuning enough?",
    reason: "It was not.",
  };
  return await supersede(by, supersedeInput.parse(input));
}

const shown = async (number: number) => await decisionByNumber(db, project.key, number);

async function eventsOf(decisionId: string) {
  return await db.read(
    async (tx) => await tx.event.findMany({ where: { subjectId: decisionId }, orderBy: { seq: "asc" } }),
  );
}

describe("deciding", () => {
  test("chooses, re-plans at once, and keeps what it did to the plan", async () => {
    const decision = await aDecision(db, project);
    const before = await projectPlan(db, project.key);
    const answer = await choose(db, decision, decision.tuned, { rationale: "Prompting fell short." });
    const after = await projectPlan(db, project.key);

    expect(answer.version).toBe(2);
    expect(answer.before.effortPersonDays).toEqual(before.forecast.effortPersonDays);
    expect(answer.after.effortPersonDays).toEqual(after.forecast.effortPersonDays);
    expect(answer.after.finish).toEqual(after.forecast.finish);
    expect(answer.after.costMinor).toEqual(after.forecast.costMinor);
    expect(answer.difference.techniquesAdded).toEqual(["fine-tuning"]);
    expect(answer.difference.effortPersonDays).toBeGreaterThan(0);
    expect(after.tasks.some((task) => task.key.startsWith("fine-tuning/"))).toBe(true);
    expect(after.forecast.openDecisions.map((open) => open.decisionId)).not.toContain(decision.id);

    const { version: _, ...plan } = answer;
    expect(await shown(decision.number)).toMatchObject({
      state: "decided",
      version: 2,
      standing: { optionTitle: "Tune it", rationale: "Prompting fell short.", decidedBy: "ada", plan },
    });
    expect((await eventsOf(decision.id)).at(-1)).toMatchObject({
      type: "decision.decided",
      data: { after: { option: "Tune it" }, plan },
    });
  });

  test("the listed state follows: open, decided, superseded", async () => {
    const stateOf = async (number: number) =>
      await Promise.all(
        (["open", "decided", "superseded"] as const).map(async (state) =>
          (await listDecisions(db, { state, projectKey: project.key })).some((one) => one.number === number),
        ),
      );
    const decision = await aDecision(db, project);
    expect(await stateOf(decision.number)).toEqual([true, false, false]);
    await choose(db, decision, decision.plain);
    expect(await stateOf(decision.number)).toEqual([false, true, false]);
    const { number } = await supersedeIt(db, { ...decision, version: 2 });
    expect(await stateOf(decision.number)).toEqual([false, false, true]);
    expect(await stateOf(number)).toEqual([true, false, false]);
  });

  test("a decided decision again, or for an option of another one, is refused", async () => {
    const decision = await aDecision(db, project);
    const elsewhere = await aDecision(db, project);
    await expect(choose(db, decision, elsewhere.plain)).rejects.toMatchObject({
      code: "UNKNOWN_OPTION",
      details: { fieldErrors: { optionId: [expect.anything()] } },
    });
    await choose(db, decision, decision.plain);
    await expect(choose(db, { ...decision, version: 2 }, decision.tuned)).rejects.toMatchObject({
      code: "ALREADY_DECIDED",
    });
    const none = await aDecision(db, project);
    await expect(choose(db, none, { id: anew() })).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
  });

  test("from a version that is gone is refused, and changes nothing", async () => {
    const decision = await aDecision(db, project);
    const before = await projectPlan(db, project.key);
    await expect(choose(db, { ...decision, version: 9 }, decision.tuned)).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { question: decision.question, version: 1 } },
    });
    expect(await shown(decision.number)).toMatchObject({ state: "open", outcomes: [] });
    expect((await projectPlan(db, project.key)).forecast).toEqual(before.forecast);
    expect((await eventsOf(decision.id)).map(({ type }) => type)).toEqual(["decision.asked"]);
  });

  test("two at once: one decides, the other learns that it is decided", async () => {
    const lead = await join("lead");
    const decision = await aDecision(db, project);
    const results = await Promise.allSettled([
      choose(db, decision, decision.plain),
      choose(lead, decision, decision.tuned),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "ALREADY_DECIDED",
    });
    const { outcomes, version } = await shown(decision.number);
    expect([outcomes.length, version]).toEqual([1, 2]);
  });

  test("different decisions of a project at once: the last plan has what all of them chose", async () => {
    const decisions = await Promise.all(
      (["fine-tuning", "retrieval", "guardrails"] as const).map(
        async (technique) =>
          await aDecision(db, project, {
            options: [
              { title: "Without", description: "", effects: [{ kind: "exclude-technique", technique }] },
              { title: "With it", description: "", effects: [{ kind: "include-technique", technique }] },
            ],
          }),
      ),
    );
    await Promise.all(decisions.map(async (decision) => await choose(db, decision, decision.tuned)));
    const { tasks } = await projectPlan(db, project.key);
    for (const technique of ["fine-tuning", "retrieval", "guardrails"]) {
      expect(tasks.some((task) => task.key.startsWith(`${technique}/`))).toBe(true);
    }
  });

  test("a retried request decides once and answers the same, at once or later", async () => {
    const decision = await aDecision(db, project);
    const mutationId = anew();
    const decide = async () => await choose(db, decision, decision.tuned, { mutationId });
    const [first, second] = await Promise.all([decide(), decide()]);
    expect(second).toEqual(first);
    expect(await decide()).toEqual(first);
    await reopenIt(db, { ...decision, version: 2 });
    expect(await decide()).toEqual(first);
    expect(await shown(decision.number)).toMatchObject({ state: "open" });
    expect((await eventsOf(decision.id)).map(({ type }) => type)).toEqual([
      "decision.asked",
      "decision.decided",
      "decision.reopened",
    ]);
  });
});

describe("who may decide", () => {
  test("is a lead, the owner of the decision, and the owner of the project", async () => {
    const [lead, owner, projectOwner, stranger] = [
      await join("lead"),
      await join("member"),
      await join("member"),
      await join("member"),
    ];
    project = await aProject(db, { ownerId: projectOwner.actor.membershipId });
    for (const decider of [lead, owner, projectOwner]) {
      const decision = await aDecision(db, project, { ownerId: owner.actor.membershipId });
      await expect(choose(stranger, decision, decision.plain)).rejects.toMatchObject({
        code: "DECISION_NOT_YOURS",
      });
      await choose(decider, decision, decision.plain);
      await expect(reopenIt(stranger, { ...decision, version: 2 })).rejects.toMatchObject({
        code: "DECISION_NOT_YOURS",
      });
      await expect(supersedeIt(stranger, { ...decision, version: 2 })).rejects.toMatchObject({
        code: "DECISION_NOT_YOURS",
      });
      await reopenIt(decider, { ...decision, version: 2 });
    }
  });
});

describe("an objection", () => {
  test("is answered before the decision, and the answer is kept with it", async () => {
    const grace = await join("member");
    const decision = await aDecision(db, project);
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    await expect(choose(db, decision, decision.plain)).rejects.toMatchObject({
      code: "OBJECTIONS_OPEN",
      details: { fieldErrors: { objectionsAnswered: [expect.anything()] } },
    });
    await choose(db, decision, decision.plain, { objectionsAnswered: "Names are masked first." });
    expect(await shown(decision.number)).toMatchObject({
      standing: { objectionsAnswered: "Names are masked first." },
    });
  });

  test("that was taken back, or whose member left, holds nothing up", async () => {
    const [grace, linus] = [await join("member"), await join("member")];
    const decision = await aDecision(db, project);
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    await take(linus, decision, { stance: "object", reason: "It is slow." });
    await take(grace, decision, { stance: "agree" });
    await removeMember(db, { mutationId: anew(), membershipId: linus.actor.membershipId, version: 1 });
    await choose(db, decision, decision.plain);
  });
});

describe("reopening", () => {
  test("opens the question again, re-plans, and keeps the outcome as past", async () => {
    const decision = await aDecision(db, project);
    const open = await projectPlan(db, project.key);
    await choose(db, decision, decision.tuned);
    const decided = await projectPlan(db, project.key);
    const answer = await reopenIt(db, { ...decision, version: 2 });
    expect(answer.before.effortPersonDays).toEqual(decided.forecast.effortPersonDays);
    expect(answer.after.effortPersonDays).toEqual(open.forecast.effortPersonDays);
    expect((await projectPlan(db, project.key)).forecast).toEqual(open.forecast);
    expect(await shown(decision.number)).toMatchObject({
      state: "open",
      version: 3,
      standing: null,
      outcomes: [
        { optionTitle: "Tune it", ended: { by: "reopened", reason: "The bar has moved.", who: "ada" } },
      ],
    });
    await choose(db, { ...decision, version: 3 }, decision.plain);
    expect((await shown(decision.number)).outcomes.map(({ optionTitle }) => optionTitle)).toEqual([
      "Prompt it",
      "Tune it",
    ]);
  });

  test("is for decided decisions, of the version that was seen, once", async () => {
    const decision = await aDecision(db, project);
    await expect(reopenIt(db, decision)).rejects.toMatchObject({ code: "NOT_DECIDED" });
    await choose(db, decision, decision.plain);
    await expect(reopenIt(db, decision)).rejects.toMatchObject({ code: "STALE_VERSION" });
    const results = await Promise.allSettled(
      [1, 2].map(async () => await reopenIt(db, { ...decision, version: 2 })),
    );
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "NOT_DECIDED",
    });
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("superseding", () => {
  test("asks a new question with the same options, links the two, and re-plans", async () => {
    const decision = await aDecision(db, project);
    await choose(db, decision, decision.tuned);
    const { number, difference } = await supersedeIt(db, { ...decision, version: 2 });
    expect(difference.effortPersonDays).toBeLessThan(0);
    expect(await shown(decision.number)).toMatchObject({
      state: "superseded",
      supersededBy: { number, question: "Is tuning enough?" },
      outcomes: [{ ended: { by: "superseded", reason: "It was not." } }],
    });
    const next = await shown(number);
    expect(next).toMatchObject({
      state: "open",
      supersedes: { number: decision.number },
      context: decision.context,
      options: [{ title: "Prompt it" }, { title: "Tune it", effects: decision.tuned.effects }],
    });
    expect(next.options.map(({ id }) => id)).not.toContain(decision.plain.id);
  });

  test("begins with the same criteria and weights, to be scored anew", async () => {
    const decision = await aDecision(db, project);
    const scale = { worst: 10, best: 0, unit: "s", words: [] };
    for (const name of ["Latency", "Wait"])
      await addCriterion(db, {
        ...{
          mutationId: crypto.randomUUID(),
          decisionId: decision.id,
          name,
          description: "At the 95th percentile.",
        },
        ...scale,
      });
    await choose(db, await shown(decision.number), decision.plain);
    const { number } = await supersedeIt(db, await shown(decision.number));
    const before = await scoringOf(db, project.key, decision.number);
    const after = await scoringOf(db, project.key, number);
    const told = (criteria: typeof before.criteria) => criteria.map(({ id, ...rest }) => rest);
    expect(told(after.criteria)).toEqual(told(before.criteria));
    expect(after.criteria).toHaveLength(2);
    expect(after.criteria.map(({ id }) => id)).not.toContain(before.criteria[0]?.id);
    expect(after.rounds).toHaveLength(1);
  });

  test("is for decided decisions; what was superseded stays so", async () => {
    const decision = await aDecision(db, project);
    await expect(supersedeIt(db, decision)).rejects.toMatchObject({ code: "NOT_DECIDED" });
    await choose(db, decision, decision.plain);
    await supersedeIt(db, { ...decision, version: 2 });
    const past = { ...decision, version: 3 };
    const refused = { code: "SUPERSEDED" };
    await expect(supersedeIt(db, past)).rejects.toMatchObject(refused);
    await expect(reopenIt(db, past)).rejects.toMatchObject(refused);
    await expect(choose(db, past, decision.plain)).rejects.toMatchObject(refused);
    await expect(take(db, decision, { stance: "agree" })).rejects.toMatchObject(refused);
  });

  test("two at once: one new question", async () => {
    const decision = await aDecision(db, project);
    await choose(db, decision, decision.plain);
    const decided = { ...decision, version: 2 };
    const results = await Promise.allSettled([
      supersedeIt(db, decided),
      reopenIt(db, decided),
      supersedeIt(db, decided),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(["SUPERSEDED", "NOT_DECIDED"]).toContain(result.reason.code);
    }
  });

  test("by a question that is deleted again opens the old one", async () => {
    const decision = await aDecision(db, project);
    await choose(db, decision, decision.plain);
    const { id } = await supersedeIt(db, { ...decision, version: 2 });
    await deleteDecision(db, { mutationId: anew(), decisionId: id, version: 1 });
    expect(await shown(decision.number)).toMatchObject({ state: "open", supersededBy: null });
    await choose(db, { ...decision, version: 3 }, decision.plain);
  });
});
