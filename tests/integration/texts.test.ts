import { fromBase64, toBase64 } from "lib0/buffer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { reopen } from "@/features/decisions/outcome.service";
import { decisionByNumber } from "@/features/decisions/queries";
import { editDecision } from "@/features/decisions/service";
import {
  changeDecisionText,
  openDecisionText,
  pointInDecisionText,
  settleDecisionText,
} from "@/features/decisions/text.service";
import { textOf, wordsOf } from "@/features/texts/text-rules";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// The texts of a decision, written by several people at once.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };
let decision: Awaited<ReturnType<typeof aDecision>>;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 10, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "texts");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
  project = await aProject(ada, { template: "prompt-hosted-model" });
});

beforeEach(async () => {
  decision = await aDecision(ada, project, { context: "Answers are long." });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const ofContext = () => ({ decisionId: decision.id, field: "context" as const });
const settle = async (db: OrganizationDb) =>
  await settleDecisionText(db, { ...ofContext(), mutationId: crypto.randomUUID() });
const shown = async () => await decisionByNumber(ada, project.key, decision.number);
const open = async (db: OrganizationDb) => await openDecisionText(db, ofContext());
const eventCount = async () => await ada.read(async (tx) => await tx.event.count());

/** An editor: what it writes, and how it sends it. */
async function editorOf(db: OrganizationDb, field: "context" | "rationale" = "context") {
  const ofText = { decisionId: decision.id, field };
  const doc = new Doc();
  applyUpdate(doc, fromBase64((await openDecisionText(db, ofText)).state));
  return {
    write: async (edit: (text: ReturnType<typeof textOf>) => void) => {
      const seen = encodeStateVector(doc);
      edit(textOf(doc));
      const change = toBase64(encodeStateAsUpdate(doc, seen));
      return await changeDecisionText(db, { ...ofText, change });
    },
  };
}

const wordsNow = async () => wordsOf(fromBase64((await open(ada)).state));

describe("writing at once", () => {
  test("loses no word of 2 × 25 changes that arrive together, and numbers them without a gap", async () => {
    const [first, second] = [await editorOf(ada), await editorOf(ben)];
    const write = async (
      editor: typeof first,
      edit: (text: ReturnType<typeof textOf>, round: number) => void,
    ) => {
      const seqs: number[] = [];
      for (let round = 0; round < 25; round += 1)
        seqs.push((await editor.write((text) => edit(text, round))).seq);
      return seqs;
    };
    const both = await Promise.all([
      write(first, (text, round) => text.insert(text.length, ` a${round}.`)),
      write(second, (text, round) => text.insert(0, `b${round}. `)),
    ]);
    const seqs = both.flat();
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const words = await wordsNow();
    for (let round = 0; round < 25; round += 1) {
      expect(words).toContain(` a${round}.`);
      expect(words).toContain(`b${round}. `);
    }
  });

  test("changes neither the decision nor the log before somebody is done, then both once", async () => {
    const before = await eventCount();
    await (await editorOf(ben)).write((text) => text.insert(text.length, " And many."));
    expect((await shown()).context).toBe("Answers are long.");
    expect(await eventCount()).toBe(before);
    const both = await Promise.all([settle(ben), settle(ada)]);
    expect(both.filter(({ settled }) => settled)).toHaveLength(1);
    const after = await shown();
    expect(after.context).toBe("Answers are long. And many.");
    expect(after.version).toBe(decision.version + 1);
    expect(await eventCount()).toBe(before + 1);
  });

  test("goes on after it was settled, and what was written before becomes one change", async () => {
    const editor = await editorOf(ada);
    for (const word of [" One.", " Two.", " Three."])
      await editor.write((text) => text.insert(text.length, word));
    await settle(ada);
    const kept = await ada.read(
      async (tx) => await tx.textChange.count({ where: { document: { subjectId: decision.id } } }),
    );
    expect(kept).toBe(1);
    await editor.write((text) => text.insert(text.length, " Four."));
    expect(await wordsNow()).toBe("Answers are long. One. Two. Three. Four.");
  });

  const byForm = async (context: string) => {
    const { version, question, owner } = await shown();
    const request = { mutationId: crypto.randomUUID(), decisionId: decision.id, version };
    await editDecision(ada, { ...request, question, context, ownerId: owner.id, dueOn: null });
  };

  test("meets words that came by the form, from who had not read what was being written: both are there", async () => {
    const editor = await editorOf(ben);
    await editor.write((text) => text.insert(text.length, " Ben was here."));
    await byForm("Answers are very long.");
    expect((await shown()).context).toBe("Answers are very long. Ben was here.");
    await editor.write((text) => text.insert(0, "Note: "));
    expect(await wordsNow()).toBe("Note: Answers are very long. Ben was here.");
    await byForm("Are answers very long? Ben was here.");
    expect(await wordsNow()).toBe("Note: Are answers very long? Ben was here.");
  });

  test("begins with the words that the form gives the decision in that moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      decision = await aDecision(ada, project, { context: "Answers are long." });
      await Promise.all([byForm("Answers are very long."), open(ben), open(ada)]);
      expect(await wordsNow()).toBe("Answers are very long.");
    }
  });

  test("goes on when the form changes something else", async () => {
    const editor = await editorOf(ben);
    await editor.write((text) => text.insert(text.length, " Ben was here."));
    await byForm("Answers are long.");
    expect((await shown()).context).toBe("Answers are long.");
    expect(await wordsNow()).toBe("Answers are long. Ben was here.");
    await settle(ben);
    expect((await shown()).context).toBe("Answers are long. Ben was here.");
  });

  test("is left alone by who edits the question", async () => {
    await (await editorOf(ben)).write((text) => text.insert(text.length, " Ben is not done."));
    const { version, owner } = await shown();
    const question = "How long may an answer be at most?";
    const edit = { mutationId: crypto.randomUUID(), decisionId: decision.id, version, question };
    await editDecision(ada, { ...edit, ownerId: owner.id, dueOn: null });
    expect(await wordsNow()).toBe("Answers are long. Ben is not done.");
    expect((await shown()).context).toBe("Answers are long.");
  });

  test("what is still being written when it is decided belongs to the decision", async () => {
    const editor = await editorOf(ben);
    await editor.write((text) => text.insert(text.length, " Said in time."));
    await choose(ada, await shown(), decision.plain);
    expect((await shown()).context).toBe("Answers are long. Said in time.");
    const late = editor.write((text) => text.insert(0, "Too late. "));
    await expect(late).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
    expect((await shown()).context).toBe("Answers are long. Said in time.");
  });
});

describe("a rationale", () => {
  const outcome = async () => (await shown()).standing?.rationale;
  const settleRationale = async () =>
    await settleDecisionText(ben, {
      decisionId: decision.id,
      field: "rationale",
      mutationId: crypto.randomUUID(),
    });

  test("written together stands with the open decision, then with its outcome, and begins the next one", async () => {
    await (await editorOf(ben, "rationale")).write((text) => text.insert(0, "It is cheap."));
    await settleRationale();
    expect(await shown()).toMatchObject({ rationale: "It is cheap.", context: "Answers are long." });
    await choose(ada, await shown(), decision.plain, { rationale: "It is cheap. And it is quick." });
    expect(await outcome()).toBe("It is cheap. And it is quick.");
    const reopened = { decisionId: decision.id, version: (await shown()).version, reason: "It was not." };
    await reopen(ada, { mutationId: crypto.randomUUID(), ...reopened });
    await (await editorOf(ben, "rationale")).write((text) => text.insert(text.length, " Was it?"));
    await settleRationale();
    expect((await shown()).rationale).toBe("It is cheap. And it is quick. Was it?");
  });

  test.each([
    ["as it was read", "It is cheap.", "It is cheap. Ben agrees."],
    ["with words of the decider's own", "It is very cheap.", "It is very cheap. Ben agrees."],
  ])("that others are still writing loses none of their words: decided %s", async (_how, given, kept) => {
    const editor = await editorOf(ben, "rationale");
    await editor.write((text) => text.insert(0, "It is cheap."));
    await settleRationale();
    await editor.write((text) => text.insert(text.length, " Ben agrees."));
    await choose(ada, await shown(), decision.plain, { rationale: given });
    expect(await outcome()).toBe(kept);
  });

  test("that others emptied at that moment is what was given", async () => {
    const editor = await editorOf(ben, "rationale");
    await editor.write((text) => text.insert(0, "It is cheap."));
    await settleRationale();
    await editor.write((text) => text.delete(0, text.length));
    await choose(ada, await shown(), decision.plain, { rationale: "It is cheap." });
    expect(await outcome()).toBe("It is cheap.");
  });
});

describe("what is refused", () => {
  test.each([
    ["a text that is too long", "word ".repeat(5_000), "TEXT_REFUSED"],
    ["one that can't be shown", `${"> ".repeat(40)}deep`, "TEXT_REFUSED"],
    ["one with marks that turn the reading direction", "left \u202e right", "TEXT_REFUSED"],
  ])("%s, and nothing of it is kept", async (_what, words, code) => {
    const before = await wordsNow();
    const writing = (await editorOf(ada)).write((text) => text.insert(0, words));
    await expect(writing).rejects.toMatchObject({ code });
    expect(await wordsNow()).toBe(before);
  });

  test("bytes that are no change", async () => {
    const change = toBase64(new Uint8Array([9, 9, 9, 9]));
    await expect(changeDecisionText(ada, { ...ofContext(), change })).rejects.toMatchObject({
      code: "NOT_A_CHANGE",
    });
  });

  test("moving another's cursor", async () => {
    const connectionId = crypto.randomUUID();
    await pointInDecisionText(ada, { ...ofContext(), connectionId, clientId: 1, selection: null });
    await pointInDecisionText(ben, { ...ofContext(), connectionId, clientId: 2, selection: null });
    const cursors = await ada.read(async (tx) => await tx.textCursor.findMany({ where: { connectionId } }));
    expect(cursors.map((cursor) => [cursor.membershipId, Number(cursor.clientId)])).toEqual([
      [ada.actor.membershipId, 1],
    ]);
  });
});
