import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeComment } from "@/features/comments/service";
import { consult } from "@/features/decisions/consultation.service";
import { draftDecision } from "@/features/decisions/origin.queries";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { answerObjection, settleObjection } from "@/features/decisions/positions.service";
import { decisionByNumber, reviewsDue } from "@/features/decisions/queries";
import { confirmOutcome } from "@/features/decisions/review.service";
import { answerObjectionInput, reviewInput, settleObjectionInput } from "@/features/decisions/schema";
import { editDecision } from "@/features/decisions/service";
import { projectSuggestions, suggestedNow } from "@/features/decisions/suggestions.queries";
import {
  dismissSuggestion,
  restoreSuggestion,
  takeSuggestion,
} from "@/features/decisions/suggestions.service";
import { projectPlan } from "@/features/plans/queries";
import { changeRole, removeMember } from "@/features/workspaces/members.service";
import { today } from "@/platform/days";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, questionInput, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let grace: OrganizationDb;
let linus: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "together");
});

let people = 0;

beforeEach(async () => {
  people += 1;
  [grace, linus] = [await join(`grace${people}`), await join(`linus${people}`)];
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

async function join(name: string, role: "member" | "viewer" = "member"): Promise<OrganizationDb> {
  return await aMember(database.client, db, await anAccount(database.client, `${name}@example.org`), role);
}

const shown = async (number: number) => await decisionByNumber(db, project.key, number);

type Decision = { readonly id: string };

async function answer(by: OrganizationDb, decision: Decision, to: OrganizationDb, version: number) {
  return await answerObjection(
    by,
    answerObjectionInput.parse({
      mutationId: anew(),
      decisionId: decision.id,
      membershipId: to.actor.membershipId,
      version,
      answer: "Names are masked first.",
    }),
  );
}

async function settle(
  by: OrganizationDb,
  decision: Decision,
  settlement: "withdraw" | "keep",
  version: number,
) {
  const input = { mutationId: anew(), decisionId: decision.id, version, settlement };
  return await settleObjection(by, settleObjectionInput.parse(input));
}

async function lastEvent() {
  return await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
}

describe("by consent", () => {
  test("it holds only when every objection was answered one by one; a kept one is dissent on record", async () => {
    const decision = await aDecision(db, project, { process: "consent" });
    await take(grace, decision, { stance: "object", optionId: decision.plain.id, reason: "It leaks names." });
    await take(linus, decision, { stance: "object", reason: "It is slow." });
    await answer(db, decision, grace, 1);
    const words = { objectionsAnswered: "All of you are right." };
    await expect(choose(db, decision, decision.plain, words)).rejects.toMatchObject({ code: "NO_CONSENT" });
    await answer(db, decision, linus, 1);
    await settle(grace, decision, "keep", 2);
    await settle(linus, decision, "withdraw", 2);
    await choose(db, decision, decision.plain);

    const { standing } = await shown(decision.number);
    expect(standing?.positions).toMatchObject({
      process: "consent",
      positions: [
        {
          name: grace.actor.name,
          stance: "object",
          option: "Prompt it",
          reason: "It leaks names.",
          answer: "Names are masked first.",
          answeredBy: "ada",
        },
        {
          name: linus.actor.name,
          stance: "abstain",
          reason: "It is slow.",
          answer: "Names are masked first.",
        },
      ],
    });
    expect((await lastEvent()).data).toMatchObject({
      after: { dissent: [{ id: grace.actor.membershipId, name: grace.actor.name }] },
    });
  });

  test("an objection that changed after it was answered is unanswered again", async () => {
    const decision = await aDecision(db, project, { process: "consent" });
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    await answer(db, decision, grace, 1);
    await take(grace, decision, { stance: "object", reason: "It leaks addresses." });
    expect((await shown(decision.number)).positions).toMatchObject([
      { answer: null, keptAt: null, version: 3 },
    ]);
    await expect(choose(db, decision, decision.plain)).rejects.toMatchObject({ code: "NO_CONSENT" });
    await expect(answer(db, decision, grace, 2)).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { reason: "It leaks addresses.", version: 3 } },
    });
    await answer(db, decision, grace, 3);
    await choose(db, decision, decision.plain);
  });

  test("who may not decide may not answer; who did not object, or has no answer, has nothing to settle", async () => {
    const decision = await aDecision(db, project, { process: "consent" });
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    await expect(answer(linus, decision, grace, 1)).rejects.toMatchObject({ code: "DECISION_NOT_YOURS" });
    await expect(answer(db, decision, linus, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(settle(grace, decision, "keep", 1)).rejects.toMatchObject({ code: "NOTHING_TO_SETTLE" });
    await answer(db, decision, grace, 1);
    await expect(settle(linus, decision, "keep", 2)).rejects.toMatchObject({ code: "NOTHING_TO_SETTLE" });
    await expect(settle(grace, decision, "withdraw", 1)).rejects.toMatchObject({ code: "STALE_VERSION" });
    await settle(grace, decision, "withdraw", 2);
    await expect(settle(grace, decision, "keep", 3)).rejects.toMatchObject({ code: "NOTHING_TO_SETTLE" });
  });

  test("an answer and a decision at once: the decision meets the answer, or is refused for want of it", async () => {
    const decision = await aDecision(db, project, { process: "consent" });
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    const [answered, decided] = await Promise.allSettled([
      answer(db, decision, grace, 1),
      choose(db, decision, decision.plain),
    ]);
    expect(answered.status).toBe("fulfilled");
    const { state, standing } = await shown(decision.number);
    if (decided.status === "rejected") {
      expect(decided.reason).toMatchObject({ code: "NO_CONSENT" });
      expect(state).toBe("open");
    } else expect(standing?.positions?.positions).toMatchObject([{ answer: "Names are masked first." }]);
  });

  test("is a way that can be changed while the question is open, and is kept with each outcome", async () => {
    const decision = await aDecision(db, project);
    await take(grace, decision, { stance: "object", reason: "It leaks names." });
    const { question, context } = decision;
    const edit = { decisionId: decision.id, question, context, ownerId: decision.owner.id, dueOn: null };
    await editDecision(db, { ...edit, mutationId: anew(), version: 1, process: "consent" });
    await expect(
      choose(db, { ...decision, version: 2 }, decision.plain, { objectionsAnswered: "Masked." }),
    ).rejects.toMatchObject({ code: "NO_CONSENT" });
    await editDecision(db, { ...edit, mutationId: anew(), version: 2 });
    expect(await shown(decision.number)).toMatchObject({ process: "consent" });
    await editDecision(db, { ...edit, mutationId: anew(), version: 3, process: "advice" });
    await choose(db, { ...decision, version: 4 }, decision.plain, { objectionsAnswered: "Masked." });
    expect((await shown(decision.number)).standing).toMatchObject({
      objectionsAnswered: "Masked.",
      positions: { process: "advice" },
    });
  });
});

describe("by vote", () => {
  test("everybody has one choice, the tally shows, and deciding against most needs a word", async () => {
    const decision = await aDecision(db, project, { process: "vote" });
    await expect(take(grace, decision, { stance: "agree" })).rejects.toMatchObject({
      code: "OPTION_NEEDED",
      details: { fieldErrors: { optionId: [expect.anything()] } },
    });
    await take(grace, decision, { stance: "agree", optionId: decision.plain.id });
    await take(grace, decision, { stance: "agree", optionId: decision.tuned.id });
    await take(linus, decision, { stance: "agree", optionId: decision.tuned.id });
    await take(db, decision, { stance: "agree", optionId: decision.plain.id });
    expect((await shown(decision.number)).tally).toEqual({
      votes: [
        { optionId: decision.plain.id, count: 1 },
        { optionId: decision.tuned.id, count: 2 },
      ],
      abstentions: 0,
      plurality: [decision.tuned.id],
    });
    await expect(choose(db, decision, decision.plain)).rejects.toMatchObject({
      code: "AGAINST_PLURALITY",
      details: { fieldErrors: { departure: [expect.anything()] } },
    });
    await choose(db, decision, decision.plain, { departure: "There is no budget for tuning." });
    expect((await shown(decision.number)).standing?.positions?.departure).toBe(
      "There is no budget for tuning.",
    );
  });

  test("does not count whose member left", async () => {
    const decision = await aDecision(db, project, { process: "vote" });
    await take(grace, decision, { stance: "agree", optionId: decision.tuned.id });
    await removeMember(db, { mutationId: anew(), membershipId: grace.actor.membershipId, version: 1 });
    await choose(db, decision, decision.plain);
  });
});

describe("who is consulted", () => {
  test("are members who may take a position; the page knows who has, and the record who had not", async () => {
    const decision = await aDecision(db, project, { consulted: [grace.actor.membershipId] });
    expect((await shown(decision.number)).consulted).toMatchObject([
      { name: grace.actor.name, answered: false },
    ]);
    const consulted = [grace.actor.membershipId, linus.actor.membershipId];
    await consult(linus, { mutationId: anew(), decisionId: decision.id, consulted });
    expect(await lastEvent()).toMatchObject({
      type: "decision.consulted",
      data: { before: { consulted: [{ name: grace.actor.name }] }, after: { consulted: [{}, {}] } },
    });
    await take(grace, decision, { stance: "agree" });
    expect((await shown(decision.number)).consulted.map(({ answered }) => answered)).toEqual([true, false]);
    await choose(db, decision, decision.plain);
    expect((await shown(decision.number)).standing?.positions?.silent).toEqual([linus.actor.name]);
  });

  test("are not viewers, and not nobody; who becomes a viewer is not waited for", async () => {
    const viewer = await join(`viewer${people}`, "viewer");
    const decision = await aDecision(db, project, { consulted: [grace.actor.membershipId] });
    for (const stranger of [viewer.actor.membershipId, anew()]) {
      await expect(
        consult(db, { mutationId: anew(), decisionId: decision.id, consulted: [stranger] }),
      ).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
    }
    expect((await shown(decision.number)).consulted).toHaveLength(1);
    await changeRole(db, {
      mutationId: anew(),
      membershipId: grace.actor.membershipId,
      version: 1,
      role: "viewer",
    });
    expect((await shown(decision.number)).consulted).toEqual([]);
    await choose(db, decision, decision.plain);
    const reason = "The world changed.";
    const { number } = await supersede(db, {
      ...{ mutationId: anew(), decisionId: decision.id, version: 2, reason },
      question: "And now, is it enough?",
    });
    expect(await shown(number)).toMatchObject({ process: "advice", consulted: [] });
  });
});

describe("a review", () => {
  test("is due on its day; still holding sets the next one with a note, and ends with the outcome", async () => {
    const decision = await aDecision(db, project);
    await expect(choose(db, decision, decision.plain, { reviewOn: "2024-01-01" })).rejects.toMatchObject({
      code: "REVIEW_IN_PAST",
    });
    await choose(db, decision, decision.plain, { reviewOn: today() });
    const due = async () => (await reviewsDue(db)).filter((one) => one.project.key === project.key);
    expect(await due()).toMatchObject([
      { number: decision.number, chosen: "Prompt it", dueOn: today(), ownerName: "ada" },
    ]);
    expect((await shown(decision.number)).standing).toMatchObject({ isReviewDue: true });

    const review = async (by: OrganizationDb, version: number, nextOn: string | null) =>
      await confirmOutcome(
        by,
        reviewInput.parse({
          ...{ mutationId: anew(), decisionId: decision.id, version, nextOn },
          note: "The bill is as low as then.",
        }),
      );
    await expect(review(grace, 2, null)).rejects.toMatchObject({ code: "DECISION_NOT_YOURS" });
    await expect(review(db, 2, "2024-01-01")).rejects.toMatchObject({ code: "REVIEW_IN_PAST" });
    await expect(review(db, 1, null)).rejects.toMatchObject({ code: "STALE_VERSION" });
    await review(db, 2, "2099-12-31");
    expect(await due()).toEqual([]);
    expect((await shown(decision.number)).standing).toMatchObject({
      reviewOn: "2099-12-31",
      isReviewDue: false,
      reviews: [{ note: "The bill is as low as then.", nextOn: "2099-12-31", by: "ada" }],
    });
    await review(db, 3, today());
    expect(await due()).toHaveLength(1);
    await reopen(db, { mutationId: anew(), decisionId: decision.id, version: 4, reason: "It is not." });
    expect(await due()).toEqual([]);
    await expect(review(db, 5, null)).rejects.toMatchObject({ code: "NOT_DECIDED" });
  });
});

describe("asking from", () => {
  test("a comment: its question and its words, with a way back", async () => {
    const decision = await aDecision(db, project);
    const { id: commentId } = await writeComment(grace, {
      ...{ mutationId: anew(), subjectType: "decision", subjectId: decision.id, parentId: null },
      body: "It was slow. Do we need **eight** bits?",
    });
    const draft = await draftDecision(db, { projectKey: project.key, taskKey: null, commentId });
    expect(draft).toEqual({
      phase: "model-alignment",
      question: "Do we need eight bits?",
      context: `> It was slow. Do we need **eight** bits?\n\n${grace.actor.name} wrote this.`,
      from: `a comment by ${grace.actor.name}`,
    });
    const asked = await aDecision(db, project, { commentId });
    expect(asked.from).toEqual({
      taskKey: null,
      comment: { id: commentId, author: grace.actor.name, decision: decision.number },
    });
    const elsewhere = await aProject(db);
    await expect(aDecision(db, elsewhere, { commentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      draftDecision(db, { projectKey: elsewhere.key, taskKey: null, commentId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a task of the plan", async () => {
    const [task] = (await projectPlan(db, project.key)).tasks;
    if (task === undefined) throw new Error("A plan has tasks.");
    const draft = await draftDecision(db, { projectKey: project.key, taskKey: task.key, commentId: null });
    expect(draft).toMatchObject({ phase: task.phase, from: `the task “${task.name}”` });
    expect(draft?.question).toContain(task.name);
    expect((await aDecision(db, project, { taskKey: task.key })).from.taskKey).toBe(task.key);
    await expect(aDecision(db, project, { taskKey: "pre-training/train" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("what the lifecycle suggests", () => {
  const suggested = async () => await projectSuggestions(db, { projectKey: project.key });
  const keys = async () => (await suggested()).open.map(({ key }) => key);
  const named = (suggestion: string) => ({ mutationId: anew(), projectId: project.id, suggestion });

  test("follows the plan, and leaves out what the template asked", async () => {
    expect(await keys()).toContain("launch-steps");
    expect(await keys()).not.toContain("base-model");
    expect(await keys()).not.toContain("passages-freshness");
    const decision = await aDecision(db, project, {
      options: [
        { title: "With", description: "", effects: [{ kind: "include-technique", technique: "retrieval" }] },
        { title: "Without", description: "", effects: [] },
      ],
    });
    await choose(db, decision, decision.plain);
    expect(await keys()).toContain("passages-freshness");
  });

  test("becomes a decision with its options by one word, once", async () => {
    const results = await Promise.allSettled([
      takeSuggestion(grace, named("launch-steps")),
      takeSuggestion(linus, named("launch-steps")),
    ]);
    const made = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(made).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "ALREADY_ASKED",
    });
    expect(await shown(made[0]?.number ?? 0)).toMatchObject({
      question: "How do we launch?",
      phase: "application-integration",
      suggestion: "launch-steps",
      owner: { name: "ada" },
      options: [{ title: "A pilot group first" }, {}, { title: "Everybody at once" }],
    });
    expect(await keys()).not.toContain("launch-steps");
    await expect(takeSuggestion(db, named("of nobody"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is dismissed with a word, who and when, and can be brought back", async () => {
    await dismissSuggestion(grace, { ...named("quality-bar"), reason: "The contract has it." });
    await expect(dismissSuggestion(db, { ...named("quality-bar"), reason: "Indeed." })).rejects.toMatchObject(
      { code: "ALREADY_SO" },
    );
    expect(await keys()).not.toContain("quality-bar");
    expect((await suggested()).dismissed).toMatchObject([
      { key: "quality-bar", reason: "The contract has it.", by: grace.actor.name, at: expect.any(Date) },
    ]);
    await restoreSuggestion(linus, named("quality-bar"));
    expect(await keys()).toContain("quality-bar");
    await expect(restoreSuggestion(linus, named("quality-bar"))).rejects.toMatchObject({
      code: "ALREADY_SO",
    });
  });

  test("over all projects is for the phase each is in", async () => {
    const now = (await suggestedNow(db)).find(({ key }) => key === project.key);
    expect(now?.phase).toBe("scoping");
    expect(new Set(now?.suggestions.map(({ phase }) => phase))).toEqual(new Set(["scoping"]));
    for (const { key } of now?.suggestions ?? []) {
      await dismissSuggestion(db, { ...named(key), reason: "Settled." });
    }
    expect((await suggestedNow(db)).map(({ key }) => key)).not.toContain(project.key);
  });
});

test("a question says how it is decided in the log, and whom it is asked of", async () => {
  const consulted = [grace.actor.membershipId];
  await aDecision(db, project, questionInput(db, project, { process: "vote", consulted }));
  expect(await lastEvent()).toMatchObject({
    type: "decision.asked",
    data: { after: { process: "vote", consulted: [{ name: grace.actor.name }] } },
  });
});
