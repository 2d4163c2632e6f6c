import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceOfDecision } from "@/features/decisions/evidence.queries";
import { addEvidenceInput } from "@/features/decisions/evidence.schema";
import {
  addEvidence,
  editEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/features/decisions/evidence.service";
import { addOption, editOption } from "@/features/decisions/options.service";
import { supersede } from "@/features/decisions/outcome.service";
import { decisionByNumber } from "@/features/decisions/queries";
import { supersedeInput } from "@/features/decisions/schema";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { findFile } from "@/platform/storage/files";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";
import { aFile } from "../support/storage";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let colleague: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  const { client } = database;
  db = await aWorkspace(client, await anAccount(client, "ada@example.org"), "team");
  colleague = await aMember(client, db, await anAccount(client, "ben@example.org"), "member");
  project = await aProject(db);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });

async function aLink(decision: { id: string }, optionId: string | null = null) {
  const content = { kind: "link", url: "https://example.org/" };
  const words = { title: "A link", note: "" };
  return await addEvidence(
    db,
    addEvidenceInput.parse({ ...request(), decisionId: decision.id, optionId, ...words, content }),
  );
}

test.each([
  "javascript:alert(1)",
  "data:text/html,<script>",
  "ftp://example.org/",
  "https://user:secret@example.org/",
  "//example.org",
  "https:example",
])("a link to %s is refused", (url) => {
  const words = { ...request(), decisionId: crypto.randomUUID(), optionId: null, title: "A link", note: "" };
  expect(addEvidenceInput.safeParse({ ...words, content: { kind: "link", url } }).success).toBe(false);
});

test("what an edit leaves out of an option stays as it was", async () => {
  const decision = await aDecision(db, project);
  const words = { title: "Prompt it", description: "", effects: [] };
  const reasons = {
    pros: ["Fast"],
    cons: ["Weak"],
    costOfChange: "A day.",
    costOfChangeLevel: "low",
  } as const;
  const optionId = decision.plain.id;
  await editOption(db, {
    ...request(),
    optionId,
    version: 1,
    ...words,
    ...reasons,
    pros: ["Fast"],
    cons: ["Weak"],
  });
  await editOption(db, { ...request(), optionId, version: 2, ...words, title: "Just prompt it" });
  const { options } = await decisionByNumber(db, project.key, decision.number);
  expect(options[0]).toMatchObject({ title: "Just prompt it", ...reasons });
});

test("a stale edit meets the evidence as it stands; kinds do not change", async () => {
  const decision = await aDecision(db, project);
  const { id: evidenceId } = await aLink(decision, decision.plain.id);
  const edit = {
    evidenceId,
    version: 1,
    note: "",
    content: { kind: "link", url: "https://example.org/" },
  } as const;
  await editEvidence(colleague, { ...request(), ...edit, title: "Theirs" });
  await expect(editEvidence(db, { ...request(), ...edit, title: "Mine" })).rejects.toMatchObject({
    code: "STALE_VERSION",
    details: { current: { title: "Theirs", version: 2 } },
  });
  const other = { ...request(), ...edit, version: 2, title: "Mine", content: { kind: "file" } } as const;
  await expect(editEvidence(db, other)).rejects.toMatchObject({ code: "OTHER_KIND" });
});

test("what a decision was taken with belongs to its record; what is learned later can be put right", async () => {
  const decision = await aDecision(db, project);
  const before = await aLink(decision);
  await choose(db, decision, decision.plain);
  const after = await aLink(decision);
  await expect(removeEvidence(db, { ...request(), evidenceId: before.id })).rejects.toMatchObject({
    code: "DECISION_RESTS_ON_IT",
  });
  await removeEvidence(db, { ...request(), evidenceId: after.id });
  await expect(restoreEvidence(colleague, { ...request(), evidenceId: after.id })).rejects.toMatchObject({
    code: "EVIDENCE_NOT_YOURS",
  });
  await restoreEvidence(db, { ...request(), evidenceId: after.id });
  const { evidence } = await evidenceOfDecision(db, decision.id);
  expect(evidence.map(({ id, mayChange }) => [id, mayChange])).toEqual([
    [before.id, false],
    [after.id, true],
  ]);
});

test("a model option keeps the catalogue's figures, and says when the catalogue says otherwise", async () => {
  const decision = await aDecision(db, project);
  const words = { title: "Llama", description: "", effects: [] };
  const { id: optionId } = await addOption(db, {
    ...request(),
    decisionId: decision.id,
    ...words,
    modelId: "llama-3-8b",
  });
  const [kept] = (await evidenceOfDecision(db, decision.id)).evidence;
  expect(kept).toMatchObject({ optionId, title: "Llama 3 8B", now: null, content: { kind: "model" } });
  if (kept?.content.kind !== "model") throw new Error("It was added from a model.");
  const older = { ...kept.content, facts: { ...kept.content.facts, licence: "Another licence" } };
  const where = { organizationId: db.organizationId, id: kept.id };
  await db.derive(async (tx) => await tx.evidence.updateMany({ where, data: { content: older } }));
  const [now] = (await evidenceOfDecision(db, decision.id)).evidence;
  expect(now?.now).toMatchObject({ kind: "model", changes: ["licence"], facts: { name: "Llama 3 8B" } });
  const unknown = { ...request(), decisionId: decision.id, ...words, modelId: "no-such-model" };
  await expect(addOption(db, unknown)).rejects.toMatchObject({ code: "UNKNOWN_MODEL" });
});

test("a calculation is made again when it is shown, and says so when it comes out otherwise", async () => {
  const decision = await aDecision(db, project);
  const sizing = {
    calculation: "serving-memory",
    model: "llama-3-8b",
    precision: "bf16",
    contextTokens: 8192,
    batch: 1,
  };
  const words = { decisionId: decision.id, optionId: null, title: "Memory", note: "" };
  const input = (change: object) =>
    addEvidenceInput.parse({
      ...request(),
      ...words,
      content: { kind: "sizing", sizing: { ...sizing, ...change } },
    });
  await expect(addEvidence(db, input({ model: "gpt-4o" }))).rejects.toMatchObject({ code: "SIZING" });
  const { id } = await addEvidence(db, input({}));
  const [kept] = (await evidenceOfDecision(db, decision.id)).evidence;
  expect(kept?.now).toBeNull();
  if (kept?.content.kind !== "sizing") throw new Error("It was added as a calculation.");
  const older = { ...kept.content, figures: kept.content.figures.map((figure) => ({ ...figure, value: 1 })) };
  const where = { organizationId: db.organizationId, id };
  await db.derive(async (tx) => await tx.evidence.updateMany({ where, data: { content: older } }));
  const [now] = (await evidenceOfDecision(db, decision.id)).evidence;
  expect(now?.now).toEqual({ kind: "sizing", figures: kept.content.figures });
});

test("who takes a decision's place begins with its evidence, dated and signed as it was, files too", async () => {
  const decision = await aDecision(db, project);
  await aLink(decision, decision.plain.id);
  const { id: removed } = await aLink(decision);
  const { id: fileId } = await aFile(db, "bar.txt", "The bar is 95 %.");
  const words = { title: "The bar", note: "Of May." };
  await addEvidence(
    db,
    addEvidenceInput.parse({
      ...{ ...request(), ...words, decisionId: decision.id, optionId: null },
      content: { kind: "file", fileId },
    }),
  );
  await removeEvidence(db, { ...request(), evidenceId: removed });
  await choose(db, decision, decision.plain);
  const signed = async (of: string) =>
    (await evidenceOfDecision(db, of)).evidence.map(({ title, note, createdAt, addedBy, content }) => ({
      ...{ title, note, createdAt, addedBy, content },
    }));
  const { id, number } = await supersede(
    db,
    supersedeInput.parse({
      ...{ ...request(), decisionId: decision.id, version: 2 },
      ...{ question: "And now?", reason: "The bar moved." },
    }),
  );
  const { options } = await decisionByNumber(db, project.key, number);
  expect(await signed(id)).toEqual(await signed(decision.id));
  expect(await signed(id)).toHaveLength(2);
  const { evidence } = await evidenceOfDecision(db, id);
  const [link, file] = evidence;
  expect(link).toMatchObject({ optionId: options[0]?.id, mayChange: true });

  // Each has a file of its own: what happens to one leaves the other alone.
  expect(file?.file).toMatchObject({ name: "bar.txt", id: expect.not.stringMatching(fileId) });
  await removeEvidence(db, { ...request(), evidenceId: file?.id ?? "" });
  expect(await findFile(db, fileId)).toMatchObject({ name: "bar.txt" });
});

test("each change has its event, and the log tells which evidence", async () => {
  const decision = await aDecision(db, project);
  const { id: evidenceId } = await aLink(decision);
  await removeEvidence(db, { ...request(), evidenceId });
  await restoreEvidence(db, { ...request(), evidenceId });
  const where = { organizationId: db.organizationId, subjectId: decision.id };
  const events = await db.read(async (tx) => await tx.event.findMany({ where, orderBy: { seq: "asc" } }));
  expect(events.map(({ type }) => type)).toEqual([
    "decision.asked",
    "evidence.added",
    "evidence.removed",
    "evidence.restored",
  ]);
});
