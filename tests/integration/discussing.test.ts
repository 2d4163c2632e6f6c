import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { feed } from "@/features/activity/queries";
import { tellTyping } from "@/features/activity/typing.service";
import { mentionable } from "@/features/comments/mentions.queries";
import { outline } from "@/features/comments/outline.queries";
import { answers, commentHistory, discussion } from "@/features/comments/queries";
import { react } from "@/features/comments/reactions.service";
import { editCommentInput, listCommentsInput, writeCommentInput } from "@/features/comments/schema";
import { deleteComment, editComment, resolveThread, writeComment } from "@/features/comments/service";
import { applySuggestion, declineSuggestion } from "@/features/decisions/edit-suggestions.service";
import { removeOption } from "@/features/decisions/options.service";
import { decisionByNumber } from "@/features/decisions/queries";
import { deleteDecision, editDecision } from "@/features/decisions/service";
import { projectPlan } from "@/features/plans/queries";
import { removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { arrive, presentAt } from "@/platform/db/presence";
import { mentionLink } from "@/ui/mentions";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// What threads are about, whom and what they mention, how people react, and what they suggest.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let member: OrganizationDb;
let viewer: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };
let decision: Awaited<ReturnType<typeof aDecision>>;

const context = "Letters are **long** and slow. Nobody reads them. They cost *12 minutes* each.";

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  const founder = await anAccount(client, "ada@example.org");
  db = await aWorkspace(client, founder, "discussing");
  other = await aWorkspace(client, founder, "elsewhere");
  member = await aMember(client, db, await anAccount(client, "grace@example.org"), "member");
  viewer = await aMember(client, db, await anAccount(client, "vera@example.org"), "viewer");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
  decision = await aDecision(db, project, { context });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();
type WriteInput = ReturnType<typeof writeCommentInput.parse>;

const write = async (by: OrganizationDb, change: Partial<WriteInput> = {}) =>
  await writeComment(
    by,
    writeCommentInput.parse({
      mutationId: anew(),
      subjectType: "decision",
      subjectId: decision.id,
      parentId: null,
      body: "It leaks.",
      ...change,
    }),
  );
const list = async (by: OrganizationDb, change: Partial<ReturnType<typeof listCommentsInput.parse>> = {}) =>
  await discussion(
    by,
    listCommentsInput.parse({ subjectType: "decision", subjectId: decision.id, ...change }),
  );
const of = (commentId: string) => ({ mutationId: anew(), commentId });
const quote = {
  kind: "text",
  quote: "Nobody reads them.",
  before: "long and slow. ",
  after: " They",
} as const;
const now = async () => await decisionByNumber(db, project.key, decision.number);
const lastEvent = async () =>
  await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));

describe("what a thread is about", () => {
  test("is an option, words of the context or the whole; threads can be looked at by that", async () => {
    const whole = await write(db);
    const onOption = await write(member, { anchor: { kind: "option", optionId: decision.tuned.id } });
    const onText = await write(viewer, { anchor: quote });
    await write(db, { parentId: onOption.id, body: "Why?" });
    const idsOf = async (about: ReturnType<typeof listCommentsInput.parse>["about"]) =>
      (await list(db, { about })).threads.map(({ id }) => id);
    expect(await idsOf("anything")).toEqual([whole.id, onOption.id, onText.id]);
    expect(await idsOf("whole")).toEqual([whole.id]);
    expect(await idsOf("text")).toEqual([onText.id]);
    expect(await idsOf({ optionId: decision.tuned.id })).toEqual([onOption.id]);
    expect((await list(db)).threads).toMatchObject([
      { option: null, quote: null },
      { option: { id: decision.tuned.id, title: "Tune it", removed: false }, answers: 1 },
      { quote: { quote: "Nobody reads them." } },
    ]);
    expect(await outline(db, { subjectType: "decision", subjectId: decision.id })).toMatchObject({
      open: 3,
      options: [{ optionId: decision.tuned.id, threads: 1 }],
      quotes: [{ id: onText.id, quote: "Nobody reads them." }],
    });
  });

  test("is one of the decision's own options, and words that stand in its context", async () => {
    const elsewhere = await aDecision(db, project);
    const foreign = { kind: "option", optionId: elsewhere.plain.id } as const;
    await expect(write(db, { anchor: foreign })).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
    await expect(write(db, { anchor: { ...quote, quote: "Everybody reads" } })).rejects.toMatchObject({
      code: "TEXT_CHANGED",
    });
    const { id } = await write(db);
    await expect(write(db, { parentId: id, anchor: quote })).rejects.toMatchObject({ code: "NOT_A_THREAD" });
    const onProject = { subjectType: "project", subjectId: project.id } as const;
    await expect(write(db, { ...onProject, anchor: quote })).rejects.toMatchObject({ code: "TEXT_CHANGED" });
  });

  test("stays said when the option is removed", async () => {
    const { id } = await write(db, { anchor: { kind: "option", optionId: decision.tuned.id } });
    await removeOption(db, { mutationId: anew(), optionId: decision.tuned.id, version: 1 });
    expect((await list(db)).threads).toMatchObject([{ id, option: { title: "Tune it", removed: true } }]);
  });

  test("can be asked for by how threads stand and whether one takes part", async () => {
    const mine = await write(member);
    const answered = await write(db);
    await write(member, { parentId: answered.id });
    const settled = await write(db);
    await resolveThread(db, of(settled.id));
    expect((await list(member, { show: "mine" })).threads.map(({ id }) => id)).toEqual([
      mine.id,
      answered.id,
    ]);
    expect((await list(member, { show: "open" })).threads.map(({ id }) => id)).toEqual([
      mine.id,
      answered.id,
    ]);
    expect((await list(member, { show: "mine" })).total).toBe(4);
  });
});

describe("mentions", () => {
  test("lead to what they name, decisions with how they stand", async () => {
    const task = (await projectPlan(db, project.key)).tasks[0];
    const mentions = [
      mentionLink("@grace", { kind: "member", id: member.actor.membershipId }),
      mentionLink("@leads", { kind: "role", id: "lead" }),
      mentionLink("D-9", { kind: "decision", id: decision.id }),
      mentionLink("Support", { kind: "project", id: project.id }),
      mentionLink("Frame it", { kind: "task", id: `${project.id}/${task?.key}` }),
    ];
    await write(viewer, { body: mentions.join(" ") });
    const path = `projects/${project.key}`;
    const known = () => ({
      [`member/${member.actor.membershipId}`]: { title: "grace" },
      "role/lead": {},
      [`decision/${decision.id}`]: { path: `${path}/decisions/${decision.number}`, state: "open" },
      [`project/${project.id}`]: { path },
      [`task/${project.id}/${task?.key}`]: { path: `${path}/plan` },
    });
    expect((await list(db)).mentions).toMatchObject(known());
    await choose(db, decision, decision.plain);
    expect((await list(db)).mentions).toMatchObject({ [`decision/${decision.id}`]: { state: "decided" } });
  });

  test.each(["member", "decision", "project", "task"] as const)(
    "of a %s of another workspace, or of nothing, are refused",
    async (kind) => {
      const far = await aProject(other);
      const theirs = await aDecision(other, far);
      const ids = {
        member: other.actor.membershipId,
        decision: theirs.id,
        project: far.id,
        task: `${far.id}/use-case-scoping/frame`,
      };
      const madeUp = kind === "task" ? `${project.id}/made/up` : anew();
      for (const id of [ids[kind], madeUp]) {
        const body = `See ${mentionLink("this", { kind, id })}.`;
        await expect(write(db, { body })).rejects.toMatchObject({ code: "UNKNOWN_MENTION" });
      }
      expect((await list(db)).total).toBe(0);
    },
  );

  test("of what is gone are names, and do not hinder an edit", async () => {
    const gone = await aDecision(db, project);
    const body = mentionLink("D-2", { kind: "decision", id: gone.id });
    const { id } = await write(db, { body });
    await deleteDecision(db, { mutationId: anew(), decisionId: gone.id, version: 1 });
    expect((await list(db)).mentions).toEqual({});
    await editComment(db, editCommentInput.parse({ ...of(id), version: 1, body: `${body} is gone` }));
    await expect(write(db, { body })).rejects.toMatchObject({ code: "UNKNOWN_MENTION" });
  });

  test("are offered by how names begin, nobody who left among them", async () => {
    const { client } = database;
    const leaver = await aMember(client, db, await anAccount(client, `lea-${anew()}@example.org`), "member");
    const people = async (text: string) =>
      (await mentionable(db, { of: "people", text, projectId: project.id })).map(({ name }) => name);
    expect(await people("LEA")).toEqual([`@${leaver.actor.name}`, "@leads"]);
    await removeMember(db, { mutationId: anew(), membershipId: leaver.actor.membershipId, version: 1 });
    expect(await people("lea")).toEqual(["@leads"]);
    const decisions = await mentionable(db, { of: "decisions", text: "D-1", projectId: project.id });
    expect(decisions[0]).toMatchObject({ kind: "decision", name: "D-1" });
    const all = await mentionable(db, { of: "decisions", text: "D-", projectId: project.id });
    expect(all.slice(0, 2).map(({ name }) => name)).toEqual(["D-1", "D-2"]);
    const things = await mentionable(db, { of: "things", text: project.key, projectId: project.id });
    expect(things).toMatchObject([{ kind: "project", id: project.id }]);
    const other = await mentionable(db, { of: "things", text: "100%_", projectId: project.id });
    expect(other).toEqual([]);
  });
});

describe("reactions", () => {
  test("are one of each kind per member, with who reacted, and can be taken back", async () => {
    const { id } = await write(db);
    await react(member, { ...of(id), emoji: "agree", on: true });
    await react(viewer, { ...of(id), emoji: "agree", on: true });
    await react(viewer, { ...of(id), emoji: "doubt", on: true });
    await expect(react(viewer, { ...of(id), emoji: "doubt", on: true })).rejects.toMatchObject({
      code: "ALREADY_SO",
    });
    expect((await list(member)).threads[0]?.reactions).toEqual([
      { emoji: "agree", names: ["grace", "vera"], mine: true },
      { emoji: "doubt", names: ["vera"], mine: false },
    ]);
    await react(member, { ...of(id), emoji: "agree", on: false });
    expect((await list(member)).threads[0]?.reactions[0]).toEqual({
      emoji: "agree",
      names: ["vera"],
      mine: false,
    });
    expect(await lastEvent()).toMatchObject({ type: "comment.reacted", data: { emoji: "agree", on: false } });
    const told = (await feed(db, { limit: 20 })).map(({ type }) => type);
    expect(told).toContain("comment.written");
    expect(told).not.toContain("comment.reacted");
  });

  test("to what is deleted or elsewhere are not possible", async () => {
    const { id } = await write(db);
    await expect(react(other, { ...of(id), emoji: "agree", on: true })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await deleteComment(db, of(id));
    await expect(react(db, { ...of(id), emoji: "agree", on: true })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

test("what a comment said before each edit can be read, unless it is deleted", async () => {
  const { id } = await write(db, { body: "One" });
  await editComment(db, editCommentInput.parse({ ...of(id), version: 1, body: "Two" }));
  await editComment(db, editCommentInput.parse({ ...of(id), version: 2, body: "Three" }));
  expect(await commentHistory(viewer, { commentId: id })).toMatchObject([{ body: "Two" }, { body: "One" }]);
  await deleteComment(db, of(id));
  await expect(commentHistory(db, { commentId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

describe("a suggested wording", () => {
  const suggest = async (by: OrganizationDb, suggestion = "Few read them.") =>
    await write(by, { anchor: { ...quote, suggestion }, body: "That is too hard." });

  test("is taken over with one event: the context changes and the thread is resolved", async () => {
    const { id } = await suggest(viewer);
    await applySuggestion(member, { ...of(id), version: decision.version });
    expect((await now()).context).toBe(context.replace("Nobody reads them.", "Few read them."));
    expect((await list(db)).threads).toMatchObject([
      { resolvedBy: "grace", suggestion: { text: "Few read them.", appliedBy: "grace" } },
    ]);
    expect(await lastEvent()).toMatchObject({ type: "suggestion.applied", data: { commentId: id } });
    await expect(applySuggestion(db, { ...of(id), version: 2 })).rejects.toMatchObject({
      code: "ALREADY_SO",
    });
  });

  test("fits after edits around its words, and is refused once the words have changed", async () => {
    const { id } = await suggest(viewer);
    const edit = async (text: string, version: number) =>
      await editDecision(db, {
        mutationId: anew(),
        decisionId: decision.id,
        version,
        question: decision.question,
        context: text,
        ownerId: decision.owner.id,
        dueOn: null,
      });
    await edit(`First of all: ${context} The end.`, 1);
    await expect(applySuggestion(db, { ...of(id), version: 1 })).rejects.toMatchObject({
      code: "STALE_VERSION",
    });
    await edit(context.replace("Nobody", "Somebody"), 2);
    await expect(applySuggestion(db, { ...of(id), version: 3 })).rejects.toMatchObject({
      code: "TEXT_CHANGED",
    });
    await edit(`First of all: ${context}`, 3);
    await applySuggestion(db, { ...of(id), version: 4 });
    expect((await now()).context).toContain("First of all: Letters are **long** and slow. Few read them.");
  });

  test("is declined, or taken over by one of two at once", async () => {
    const declined = await suggest(viewer);
    await declineSuggestion(member, of(declined.id));
    expect((await now()).context).toBe(context);
    expect((await list(db)).threads).toMatchObject([
      { resolvedBy: "grace", suggestion: { appliedAt: null } },
    ]);
    const { id } = await suggest(viewer);
    const both = await Promise.allSettled(
      [db, member].map(async (by) => await applySuggestion(by, { ...of(id), version: decision.version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await now()).version).toBe(2);
  });

  test("changes no decision that is decided, and no text into what is refused", async () => {
    const { id } = await suggest(viewer, "x\n".repeat(900));
    const hostile = await suggest(viewer, `Few.\n\n${">".repeat(30)} read them`);
    await expect(applySuggestion(db, { ...of(hostile.id), version: 1 })).rejects.toMatchObject({
      code: "BAD_TEXT",
    });
    await choose(db, decision, decision.plain);
    await expect(applySuggestion(db, { ...of(id), version: 2 })).rejects.toMatchObject({
      code: "ALREADY_DECIDED",
    });
    const plain = await write(db);
    await expect(declineSuggestion(db, of(plain.id))).rejects.toMatchObject({ code: "NO_SUGGESTION" });
  });
});

test("who types is told to who has the place open, writes no history, and is over by itself", async () => {
  const { id } = await write(db);
  const seq = (await lastEvent()).seq;
  await arrive(member, anew(), "/w/discussing");
  await tellTyping(member, { place: "/w/discussing", commentId: id });
  expect(await presentAt(db, "/w/discussing")).toMatchObject([{ name: "grace", typing: { in: id } }]);
  expect(await presentAt(db, "/w/elsewhere")).toEqual([]);
  await db.derive(
    async (tx) => await tx.presence.updateMany({ data: { typingUntil: new Date(Date.now() - 1) } }),
  );
  expect(await presentAt(db, "/w/discussing")).toMatchObject([{ typing: null }]);
  await tellTyping(member, { place: "/w/discussing", commentId: "new" });
  await tellTyping(member, { place: "/w/discussing", commentId: null });
  expect(await presentAt(db, "/w/discussing")).toMatchObject([{ typing: null }]);
  expect((await lastEvent()).seq).toBe(seq);
  await expect(tellTyping(member, { place: "/w/discussing", commentId: anew() })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a discussion of 2,000 comments is shown from its end, in as many queries as a short one", async () => {
  const counted = async () => {
    const sent = vi.spyOn(Client.prototype, "query");
    const shown = await list(db);
    const statements = sent.mock.calls.length;
    sent.mockRestore();
    return { shown, statements };
  };
  const { id } = await write(db);
  await write(db, { parentId: id });
  await react(db, { ...of(id), emoji: "agree", on: true });
  const short = await counted();
  await fill(decision.id, project.id, { threads: 400, answersEach: 4 });
  await fillAnswers(id, 40);
  const long = await counted();
  expect(long.statements).toBe(short.statements);
  expect(long.shown).toMatchObject({ more: true, total: 2_042 });
  expect(long.shown.threads).toHaveLength(30);
  expect(long.shown.threads.at(-1)).toMatchObject({ body: "Thread 400", answers: 4 });
  const all = await list(db, { threads: 2_000 });
  expect(all.threads).toHaveLength(401);
  const first = all.threads.find((thread) => thread.id === id);
  expect(first).toMatchObject({ answers: 41 });
  expect(first?.replies.map(({ body }) => body)).toEqual(
    Array.from({ length: 10 }, (_, at) => `Answer ${at + 31}`),
  );
  expect((await answers(db, { commentId: id })).replies).toHaveLength(41);
});

/** Threads with answers, as many as no test would write one by one, each a second after the one before. */
async function fill(subjectId: string, projectId: string, size: { threads: number; answersEach: number }) {
  const began = Date.now() + 1_000;
  const base = {
    organizationId: db.organizationId,
    projectId,
    subjectType: "decision",
    subjectId,
    authorId: db.actor.membershipId,
  };
  const roots = Array.from({ length: size.threads }, (_, place) => ({
    ...base,
    id: anew(),
    body: `Thread ${place + 1}`,
    createdAt: new Date(began + place * 1_000),
  }));
  const replies = roots.flatMap((root) =>
    Array.from({ length: size.answersEach }, (_, place) => ({
      ...base,
      id: anew(),
      parentId: root.id,
      body: `Answer ${place + 1}`,
      createdAt: new Date(root.createdAt.getTime() + place + 1),
    })),
  );
  await db.derive(async (tx) => await tx.comment.createMany({ data: [...roots, ...replies] }));
}

async function fillAnswers(parentId: string, count: number) {
  const { projectId, subjectId } = await db.read(
    async (tx) => await tx.comment.findFirstOrThrow({ where: { id: parentId } }),
  );
  const data = Array.from({ length: count }, (_, place) => ({
    organizationId: db.organizationId,
    id: anew(),
    projectId,
    subjectType: "decision",
    subjectId,
    parentId,
    authorId: db.actor.membershipId,
    body: `Answer ${place + 1}`,
    createdAt: new Date(Date.now() + 2_000_000 + place),
  }));
  await db.derive(async (tx) => await tx.comment.createMany({ data }));
}
