import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mark } from "@/features/attention/marks.service";
import { inbox } from "@/features/attention/queries";
import { subscription, subscriptions } from "@/features/attention/subscriptions.queries";
import { subscribe } from "@/features/attention/subscriptions.service";
import { deleteComment, editComment, restoreComment, writeComment } from "@/features/comments/service";
import { applySuggestion, declineSuggestion } from "@/features/decisions/edit-suggestions.service";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { editDecision } from "@/features/decisions/service";
import { projectPlan } from "@/features/plans/queries";
import { editTask, editTasks } from "@/features/plans/tasks.service";
import { moveProject } from "@/features/projects/phases.service";
import { deleteProject, restoreProject } from "@/features/projects/service";
import { removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, mentionOf, readLog } from "../support/inboxes";
import { aProject, taskInput } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let eve: OrganizationDb;
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
  ada = await aWorkspace(client, await account("ada"), `w${workspaces}-inbox`);
  ben = await aMember(client, ada, await account("ben"), "member");
  eve = await aMember(client, ada, await account("eve"), "lead");
  viewer = await aMember(client, ada, await account("vic"), "viewer");
  project = await aProject(ada);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();
const read = async () => await readLog(database.client, ada);
const told = async (db: OrganizationDb) => {
  await read();
  return (await itemsOf(db)).map(({ kind, count, actors }) => [kind, count, ...actors]);
};

async function say(db: OrganizationDb, body: string, to: { decision?: string; parentId?: string } = {}) {
  const subject =
    to.decision === undefined
      ? ({ subjectType: "project", subjectId: project.id } as const)
      : ({ subjectType: "decision", subjectId: to.decision } as const);
  return await writeComment(db, { mutationId: request(), ...subject, parentId: to.parentId ?? null, body });
}

async function markAll(
  db: OrganizationDb,
  marks: { read?: boolean; done?: boolean; snoozedUntil?: Date | null },
) {
  const items = (await itemsOf(db)).map(({ id, lastSeq }) => ({ id, lastSeq }));
  return await mark(db, { mutationId: request(), items, ...marks });
}

describe("what comes into the inbox", () => {
  test("a mention, of a member and of a role, once, and never of oneself", async () => {
    await say(ada, `${mentionOf(ben)} ${mentionOf(ben)} ${mentionOf(ada)} and [@leads](mention:role/lead)`);
    expect(await told(ben)).toEqual([["mention", 1, "ada"]]);
    expect(await told(eve)).toEqual([["mention", 1, "ada"]]);
    expect(await told(ada)).toEqual([]);
    expect(await told(viewer)).toEqual([]);
  });

  test("a mention in code or of no id is none, and one of nobody is refused", async () => {
    await say(ada, `\`${mentionOf(ben)}\` [@x](mention:member/none)`);
    await expect(say(ada, `${mentionOf(ben)} [@y](mention:member/${request()})`)).rejects.toMatchObject({
      code: "UNKNOWN_MENTION",
    });
    expect(await told(ben)).toEqual([]);
  });

  test("an edit that adds a mention tells whom it names now, and nobody twice", async () => {
    const { id } = await say(ada, mentionOf(ben));
    await editComment(ada, {
      mutationId: request(),
      commentId: id,
      version: 1,
      body: `${mentionOf(ben)} ${mentionOf(eve)}`,
    });
    expect(await told(ben)).toEqual([["mention", 1, "ada"]]);
    expect(await told(eve)).toEqual([["mention", 1, "ada"]]);
  });

  test("five replies in a thread are one item with a count and with those who wrote", async () => {
    const { id } = await say(ben, "How long is a piece of string?");
    for (const who of [eve, viewer, eve, eve, viewer]) await say(who, "Twice half of it.", { parentId: id });
    expect(await told(ben)).toEqual([["reply", 5, "vic", "eve"]]);
    // Who answered hears of the answers after theirs.
    expect(await told(viewer)).toEqual([["reply", 2, "eve"]]);
  });

  test("a mention stays what the item is about while it is unread", async () => {
    const { id } = await say(ben, "Well?");
    await say(eve, mentionOf(ben), { parentId: id });
    await say(eve, "And more.", { parentId: id });
    expect(await told(ben)).toEqual([["mention", 2, "eve"]]);
    await markAll(ben, { read: true });
    await say(eve, "Still more.", { parentId: id });
    expect(await told(ben)).toEqual([["reply", 3, "eve"]]);
  });

  test("a decision: asked of its people, decided, reopened, superseded for those who take part", async () => {
    await say(ben, "I take part in this project.");
    const decision = await aDecision(ada, project, { ownerId: eve.actor.membershipId });
    expect(await told(eve)).toEqual([["owner", 1, "ada"]]);
    expect(await told(ben)).toEqual([["waiting", 1, "ada"]]);
    expect(await told(viewer)).toEqual([]);

    await take(ben, decision, { stance: "object", reason: "Too dear." });
    // Taking a position deals with what waited for it.
    expect(await told(ben)).toEqual([]);
    expect((await told(eve))[0]).toEqual(["objection", 2, "ben", "ada"]);

    await choose(ada, decision, decision.plain, { objectionsAnswered: "It is not." });
    expect((await told(ben))[0]).toEqual(["decided", 1, "ada"]);
    const [item] = await itemsOf(ben);
    expect(item).toMatchObject({ detail: "Prompt it", excerpt: "It meets the bar." });
    await reopen(ada, {
      mutationId: request(),
      decisionId: decision.id,
      version: 2,
      reason: "We know more.",
    });
    expect((await told(ben))[0]).toEqual(["reopened", 2, "ada"]);
    await choose(ada, { ...decision, version: 3 }, decision.plain, { objectionsAnswered: "It is not." });
    await supersede(ada, {
      mutationId: request(),
      decisionId: decision.id,
      version: 4,
      question: "And now?",
      reason: "Times change.",
    });
    const kinds = (await told(ben)).map(([kind]) => kind);
    expect(kinds).toContain("superseded");
    // The one that takes its place waits for a position.
    expect(kinds).toContain("waiting");
  });

  test("a decision one is made owner of", async () => {
    const decision = await aDecision(ada, project);
    await read();
    await editDecision(ada, {
      mutationId: request(),
      decisionId: decision.id,
      version: 1,
      question: decision.question,
      context: "",
      ownerId: ben.actor.membershipId,
      dueOn: null,
    });
    expect(await told(ben)).toEqual([["owner", 1, "ada"]]);
  });

  test("what became of a wording that one suggested", async () => {
    const decision = await aDecision(ada, project);
    const { question } = decision;
    const edit = { mutationId: request(), decisionId: decision.id, version: 1, question, dueOn: null };
    await editDecision(ada, { ...edit, context: "Nobody reads them.", ownerId: ada.actor.membershipId });
    const suggest = async () => {
      const about = { subjectType: "decision", subjectId: decision.id, parentId: null } as const;
      const quoted = { kind: "text", quote: "Nobody reads them.", before: "", after: "" } as const;
      const anchor = { ...quoted, suggestion: "Few read them." };
      return await writeComment(ben, { mutationId: request(), ...about, anchor, body: "Too hard." });
    };
    await declineSuggestion(ada, { mutationId: request(), commentId: (await suggest()).id });
    await applySuggestion(ada, { mutationId: request(), commentId: (await suggest()).id, version: 2 });
    const items = (await told(ben)).filter(([kind]) => kind === "taken-over" || kind === "turned-down");
    expect(items).toEqual([
      ["taken-over", 1, "ada"],
      ["turned-down", 1, "ada"],
    ]);
  });

  test("a task that is assigned, until it is somebody else's or done", async () => {
    const [task] = (await projectPlan(ada, project.key)).tasks;
    const edit = async (version: number, change: Partial<ReturnType<typeof taskInput>>) =>
      await editTask(ada, taskInput({ projectId: project.id, taskKey: task?.key ?? "", version, ...change }));
    await edit(0, { assigneeId: ben.actor.membershipId });
    await edit(1, { assigneeId: ben.actor.membershipId, status: "started", startedOn: "2024-03-04" });
    expect(await told(ben)).toEqual([["task", 1, "ada"]]);
    expect((await itemsOf(ben))[0]).toMatchObject({
      detail: task?.name,
      path: `projects/${project.key}/plan`,
    });
    await edit(2, { assigneeId: eve.actor.membershipId });
    expect(await told(ben)).toEqual([]);
    expect(await told(eve)).toEqual([["task", 1, "ada"]]);
  });

  test("each of the tasks that are assigned at once", async () => {
    const tasks = (await projectPlan(ada, project.key)).tasks.slice(0, 2).map(({ key }) => {
      const { mutationId: _, projectId: __, ...task } = taskInput({ projectId: project.id, taskKey: key });
      return { ...task, assigneeId: ben.actor.membershipId };
    });
    await editTasks(ada, { mutationId: request(), projectId: project.id, tasks });
    expect(await told(ben)).toEqual([
      ["task", 1, "ada"],
      ["task", 1, "ada"],
    ]);
  });

  test("a gate that a project of one's own went through", async () => {
    await moveProject(eve, {
      mutationId: request(),
      projectId: project.id,
      version: 1,
      to: "model-selection",
      reason: "Approved on paper.",
    });
    expect((await told(ada))[0]).toEqual(["moved", 1, "eve"]);
    expect(await told(eve)).toEqual([]);
  });

  test("nothing any more for who was removed", async () => {
    const { id } = await say(ben, "Well?");
    await say(ada, mentionOf(ben), { parentId: id });
    expect(await told(ben)).toHaveLength(1);
    await removeMember(ada, { mutationId: request(), membershipId: ben.actor.membershipId, version: 1 });
    await say(ada, "Nobody is left to answer.", { parentId: id });
    await read();
    const left = await ada.read(
      async (tx) => await tx.inboxItem.count({ where: { membershipId: ben.actor.membershipId } }),
    );
    expect(left).toBe(0);
  });

  test("nothing of a deleted comment or project, and again when it is restored", async () => {
    const { id } = await say(ada, mentionOf(ben));
    expect(await told(ben)).toHaveLength(1);
    await deleteComment(ada, { mutationId: request(), commentId: id });
    expect(await told(ben)).toEqual([]);
    await restoreComment(ada, { mutationId: request(), commentId: id });
    expect(await told(ben)).toEqual([["mention", 1, "ada"]]);
    await deleteProject(ada, { mutationId: request(), projectId: project.id, version: 1 });
    expect(await itemsOf(ben)).toEqual([]);
    expect((await inbox(ben, { filter: "unread", limit: 10 })).unread).toBe(0);
    await restoreProject(ada, { mutationId: request(), projectId: project.id });
    expect(await itemsOf(ben)).toHaveLength(1);
  });
});

describe("marks", () => {
  test("read, unread, done and back, with counts that follow", async () => {
    await say(ada, mentionOf(ben));
    await read();
    const unread = async () => (await inbox(ben, { filter: "unread", limit: 10 })).unread;
    expect(await unread()).toBe(1);
    await markAll(ben, { read: true });
    expect([await unread(), (await itemsOf(ben)).length]).toEqual([0, 1]);
    await markAll(ben, { read: false });
    expect(await unread()).toBe(1);
    await markAll(ben, { read: true, done: true });
    expect(await itemsOf(ben)).toEqual([]);
    const [done] = await itemsOf(ben, "done");
    if (done === undefined) throw new Error("It is done.");
    await mark(ben, { mutationId: request(), items: [done], read: false, done: false });
    expect(await unread()).toBe(1);
  });

  test("what came after an item was seen is not swept away", async () => {
    const { id } = await say(ben, "Well?");
    await say(eve, "So.", { parentId: id });
    await read();
    const [seen] = await itemsOf(ben);
    await say(eve, "And so.", { parentId: id });
    await read();
    if (seen === undefined) throw new Error("A reply is an item.");
    const { id: itemId, lastSeq } = seen;
    expect(await mark(ben, { mutationId: request(), items: [{ id: itemId, lastSeq }], done: true })).toEqual({
      marked: 0,
    });
    expect(await told(ben)).toEqual([["reply", 2, "eve"]]);
  });

  test("of somebody else's item are refused", async () => {
    await say(ada, mentionOf(ben));
    await read();
    const [item] = await itemsOf(ben);
    if (item === undefined) throw new Error("A mention is an item.");
    const { id, lastSeq } = item;
    await expect(
      mark(eve, { mutationId: request(), items: [{ id, lastSeq }], done: true }),
    ).rejects.toMatchObject({
      code: "NOT_IN_YOUR_INBOX",
    });
  });

  test("asleep it is nowhere but among the snoozed, and news wakes it", async () => {
    const { id } = await say(ben, "Well?");
    await say(eve, "So.", { parentId: id });
    await read();
    await markAll(ben, { snoozedUntil: new Date(Date.now() + 60_000) });
    expect(await itemsOf(ben, "unread")).toEqual([]);
    expect(await itemsOf(ben, "snoozed")).toHaveLength(1);
    await say(eve, "And so.", { parentId: id });
    expect(await told(ben)).toEqual([["reply", 2, "eve"]]);
  });
});

describe("following and muting", () => {
  test("the narrowest choice counts, and a mention comes through", async () => {
    const decision = await aDecision(ada, project);
    await read();
    const phase = { kind: "phase", projectId: project.id, phase: "model-alignment" } as const;
    await subscribe(ben, {
      mutationId: request(),
      subject: { kind: "project", projectId: project.id },
      choice: "following",
    });
    await subscribe(ben, { mutationId: request(), subject: phase, choice: "muted" });
    await choose(ada, decision, decision.plain);
    expect(await told(ben)).toEqual([]);
    await subscribe(ben, {
      mutationId: request(),
      subject: { kind: "decision", decisionId: decision.id },
      choice: "following",
    });
    await reopen(ada, { mutationId: request(), decisionId: decision.id, version: 2, reason: "Once more." });
    expect(await told(ben)).toEqual([["reopened", 1, "ada"]]);
    await say(ada, "Who follows it hears what is said.", { decision: decision.id });
    expect((await told(ben))[0]).toEqual(["comment", 1, "ada"]);
    await subscribe(ben, {
      mutationId: request(),
      subject: { kind: "decision", decisionId: decision.id },
      choice: "muted",
    });
    await say(ada, "Nothing.", { decision: decision.id });
    await say(ada, mentionOf(ben), { decision: decision.id });
    expect((await told(ben)).map(([kind]) => kind)).toEqual(["mention", "comment", "reopened"]);
  });

  test("is told with its reason, and listed", async () => {
    const decision = await aDecision(ada, project);
    const ofDecision = { subject: { kind: "decision", decisionId: decision.id } } as const;
    expect(await subscription(ada, ofDecision)).toEqual({
      choice: "automatic",
      hears: true,
      because: "involved",
    });
    expect(await subscription(ben, ofDecision)).toEqual({ choice: "automatic", hears: false, because: null });
    await subscribe(ben, {
      mutationId: request(),
      subject: { kind: "project", projectId: project.id },
      choice: "following",
    });
    expect(await subscription(ben, ofDecision)).toEqual({
      choice: "automatic",
      hears: true,
      because: "project",
    });
    await subscribe(ben, { mutationId: request(), ...ofDecision, choice: "muted" });
    expect(await subscription(ben, ofDecision)).toEqual({ choice: "muted", hears: false, because: null });
    expect((await subscriptions(ben)).map(({ title, choice }) => [title, choice])).toEqual([
      [expect.stringContaining("Is prompting enough?"), "muted"],
      ["The whole project", "following"],
    ]);
    await subscribe(ben, { mutationId: request(), ...ofDecision, choice: "automatic" });
    expect(await subscriptions(ben)).toHaveLength(1);
  });
});
