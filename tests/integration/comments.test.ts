import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { discussion } from "@/features/comments/queries";
import { editCommentInput, writeCommentInput } from "@/features/comments/schema";
import {
  deleteComment,
  editComment,
  resolveThread,
  restoreComment,
  unresolveThread,
  writeComment,
} from "@/features/comments/service";
import { deleteDecision } from "@/features/decisions/service";
import { deleteProject } from "@/features/projects/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let member: OrganizationDb;
let viewer: OrganizationDb;
let admin: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };
let subject: { subjectType: "decision" | "project"; subjectId: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  const founder = await anAccount(client, "ada@example.org");
  db = await aWorkspace(client, founder, "comments");
  other = await aWorkspace(client, founder, "others");
  member = await aMember(client, db, await anAccount(client, "grace@example.org"), "member");
  viewer = await aMember(client, db, await anAccount(client, "vera@example.org"), "viewer");
  admin = await aMember(client, db, await anAccount(client, "alan@example.org"), "admin");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
  subject = { subjectType: "decision", subjectId: (await aDecision(db, project)).id };
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

type WriteInput = ReturnType<typeof writeCommentInput.parse>;

/** As a person sends it: through the schema. */
function words(change: Partial<WriteInput> = {}): WriteInput {
  return writeCommentInput.parse({
    mutationId: anew(),
    ...subject,
    parentId: null,
    body: "It *leaks*.",
    ...change,
  });
}

const write = async (by: OrganizationDb, change: Partial<WriteInput> = {}) =>
  await writeComment(by, words(change));
const of = (commentId: string) => ({ mutationId: anew(), commentId });
const edit = async (by: OrganizationDb, commentId: string, version: number, body: string) =>
  await editComment(by, editCommentInput.parse({ ...of(commentId), version, body }));
const threads = async () => (await discussion(db, subject)).threads;

async function lastEvent() {
  return await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
}

describe("a discussion", () => {
  test("has threads in the order they began, each with its answers; an answer to an answer stays in the thread", async () => {
    const first = await write(db, { body: "First" });
    const second = await write(member, { body: "Second" });
    const answer = await write(viewer, { body: "Answer", parentId: first.id });
    await write(db, { body: "Answer to the answer", parentId: answer.id });
    const shown = await discussion(db, subject);
    expect(shown.threads.map(({ id, authorName }) => [id, authorName])).toEqual([
      [first.id, "ada"],
      [second.id, "grace"],
    ]);
    expect(
      shown.threads[0]?.replies.map(({ body, authorName, parentId }) => [body, authorName, parentId]),
    ).toEqual([
      ["Answer", "vera", first.id],
      ["Answer to the answer", "ada", first.id],
    ]);
    expect(shown.total).toBe(4);
    expect(await lastEvent()).toMatchObject({
      type: "comment.written",
      data: { about: "Is prompting enough?" },
    });
  });

  test("of a project is apart from those of its decisions", async () => {
    await write(db);
    const about = { subjectType: "project" as const, subjectId: project.id };
    await write(db, { ...about, body: "About all of it" });
    expect((await discussion(db, about)).threads.map(({ body }) => body)).toEqual(["About all of it"]);
    expect((await threads()).map(({ body }) => body)).toEqual(["It *leaks*."]);
  });

  test("takes no answers to comments from elsewhere", async () => {
    const elsewhere = await write(db, { subjectType: "project", subjectId: project.id });
    await expect(write(db, { parentId: elsewhere.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(write(db, { parentId: anew() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is about what is there", async () => {
    const gone = { code: "NOT_FOUND" };
    const { id } = await write(db);
    await expect(write(db, { subjectId: anew() })).rejects.toMatchObject(gone);
    await expect(write(db, { subjectId: project.id })).rejects.toMatchObject(gone);
    await deleteDecision(db, { mutationId: anew(), decisionId: subject.subjectId, version: 1 });
    await expect(write(db)).rejects.toMatchObject(gone);
    await deleteProject(db, { mutationId: anew(), projectId: project.id, version: 1 });
    await expect(edit(db, id, 1, "Still here?")).rejects.toMatchObject(gone);
    await expect(write(db, { subjectType: "project", subjectId: project.id })).rejects.toMatchObject(gone);
  });

  test("hears a retried comment once", async () => {
    const input = words();
    const [first, second] = await Promise.all([writeComment(db, input), writeComment(db, input)]);
    expect(second).toEqual(first);
    expect(await writeComment(db, input)).toEqual(first);
    expect(await threads()).toHaveLength(1);
  });
});

describe("what may be written", () => {
  test.each([
    ["nothing", "", "fill this in"],
    ["spaces", " \n ", "fill this in"],
    ["more than 10,000 characters", "x".repeat(10_001), "10000 characters"],
    ["control characters", "a\u0007b", "control characters"],
    ["half a character", "a\ud800", "control characters"],
    ["quotes in quotes in quotes", ">".repeat(13), "nest"],
    ["formatting and nothing else", "*a _b ".repeat(1_500), "less formatting"],
  ])("is not %s", (_, body, sentence) => {
    for (const schema of [
      () => writeCommentInput.safeParse({ ...words(), body }),
      () => editCommentInput.safeParse({ ...of(anew()), version: 1, body }),
    ]) {
      expect(schema().error?.issues[0]).toMatchObject({
        path: ["body"],
        message: expect.stringContaining(sentence),
      });
    }
  });

  test("is HTML, lines and emoji, kept as they were typed", async () => {
    const body = "<b>x</b>\n\n\t`a < b`\n\n👩‍👩‍👧 é";
    await write(db, { body });
    expect((await threads())[0]?.body).toBe(body);
  });
});

describe("editing", () => {
  test("is for the author, and shows that it was edited", async () => {
    const { id } = await write(member);
    for (const stranger of [db, admin, viewer]) {
      await expect(edit(stranger, id, 1, "Not mine")).rejects.toMatchObject({ code: "COMMENT_NOT_YOURS" });
    }
    await edit(member, id, 1, "It leaks **names**.");
    expect(await threads()).toMatchObject([
      { body: "It leaks **names**.", version: 2, editedAt: expect.any(Date) },
    ]);
    expect(await lastEvent()).toMatchObject({
      type: "comment.edited",
      data: { before: { body: "It *leaks*." }, after: { body: "It leaks **names**." } },
    });
  });

  test("of a version that is gone is refused with the current one", async () => {
    const { id } = await write(db);
    await edit(db, id, 1, "From the desk");
    await expect(edit(db, id, 1, "From the phone")).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { body: "From the desk", version: 2 } },
    });
  });
});

describe("deleting", () => {
  test("is for the author and admins; the text is not sent any more, and answers stay", async () => {
    const { id } = await write(member, { body: "A secret" });
    await write(db, { body: "Why here?", parentId: id });
    await expect(deleteComment(viewer, of(id))).rejects.toMatchObject({ code: "COMMENT_NOT_YOURS" });
    await deleteComment(admin, of(id));
    expect(await threads()).toMatchObject([{ id, body: null, replies: [{ body: "Why here?" }] }]);
    expect((await discussion(db, subject)).total).toBe(1);
    const mine = await write(viewer);
    await deleteComment(viewer, of(mine.id));
    expect((await threads()).map((thread) => thread.id)).toEqual([id]);
  });

  test("leaves nothing to edit, answer, resolve or delete", async () => {
    const { id } = await write(db);
    await deleteComment(db, of(id));
    const gone = { code: "NOT_FOUND" };
    await expect(edit(db, id, 1, "Again")).rejects.toMatchObject(gone);
    await expect(write(db, { parentId: id })).rejects.toMatchObject(gone);
    await expect(resolveThread(db, of(id))).rejects.toMatchObject(gone);
    await expect(deleteComment(db, of(id))).rejects.toMatchObject(gone);
  });

  test("of two who delete at once, one does", async () => {
    const { id } = await write(db);
    const results = await Promise.allSettled([deleteComment(db, of(id)), deleteComment(admin, of(id))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("can be undone by who did it, and only once", async () => {
    const { id } = await write(member);
    await deleteComment(admin, of(id));
    for (const stranger of [member, db, viewer]) {
      await expect(restoreComment(stranger, of(id))).rejects.toMatchObject({ code: "COMMENT_NOT_YOURS" });
    }
    await restoreComment(admin, of(id));
    expect(await threads()).toMatchObject([{ id, body: "It *leaks*.", version: 1 }]);
    expect(await lastEvent()).toMatchObject({ type: "comment.restored", data: { commentId: id } });
    await expect(restoreComment(admin, of(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await deleteComment(member, of(id));
    await expect(restoreComment(admin, of(id))).rejects.toMatchObject({ code: "COMMENT_NOT_YOURS" });
    await restoreComment(member, of(id));
  });
});

describe("resolving", () => {
  test("settles a thread and opens it again, saying who settled it", async () => {
    const { id } = await write(db);
    await resolveThread(member, of(id));
    expect(await threads()).toMatchObject([{ resolvedAt: expect.any(Date), resolvedBy: "grace" }]);
    await unresolveThread(db, of(id));
    expect(await threads()).toMatchObject([{ resolvedAt: null, resolvedBy: null }]);
  });

  test("is done at the thread's first comment, once", async () => {
    const { id } = await write(db);
    const answer = await write(db, { parentId: id });
    await expect(resolveThread(db, of(answer.id))).rejects.toMatchObject({ code: "NOT_A_THREAD" });
    await expect(unresolveThread(db, of(id))).rejects.toMatchObject({ code: "ALREADY_SO" });
    const results = await Promise.allSettled([resolveThread(db, of(id)), resolveThread(member, of(id))]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "ALREADY_SO",
    });
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is for members; viewers settle what they began", async () => {
    const [theirs, mine] = [await write(db), await write(viewer)];
    await expect(resolveThread(viewer, of(theirs.id))).rejects.toMatchObject({ code: "THREAD_NOT_YOURS" });
    await resolveThread(viewer, of(mine.id));
  });
});

describe("a comment of another workspace", () => {
  test("does not exist here", async () => {
    const elsewhere = await aDecision(other, await aProject(other));
    const { id } = await write(other, { subjectId: elsewhere.id });
    const gone = { code: "NOT_FOUND" };
    await expect(edit(db, id, 1, "Mine now")).rejects.toMatchObject(gone);
    await expect(deleteComment(db, of(id))).rejects.toMatchObject(gone);
    await expect(restoreComment(db, of(id))).rejects.toMatchObject(gone);
    await expect(resolveThread(db, of(id))).rejects.toMatchObject(gone);
    await expect(write(db, { parentId: id })).rejects.toMatchObject(gone);
    await expect(write(db, { subjectId: elsewhere.id })).rejects.toMatchObject(gone);
    expect(await discussion(db, { subjectType: "decision", subjectId: elsewhere.id })).toEqual({
      threads: [],
      more: false,
      total: 0,
      mentions: {},
    });
  });
});
