import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceOfDecision } from "@/features/decisions/evidence.queries";
import { addEvidence } from "@/features/decisions/evidence.service";
import { saveBrief } from "@/features/projects/brief.service";
import { emptyBrief } from "@/features/projects/schema";
import { sizingsOfProject } from "@/features/sizing/queries";
import { saveSizingInput } from "@/features/sizing/schema";
import { deleteSizing, editSizing, restoreSizing, saveSizing } from "@/features/sizing/service";
import { configure } from "@/features/workspaces/service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let colleague: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  const { client } = database;
  db = await aWorkspace(client, await anAccount(client, "ada@example.org"), "team");
  colleague = await aMember(client, db, await anAccount(client, "ben@example.org"), "member");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => ({ mutationId: crypto.randomUUID() });

const serving = {
  calculation: "serving-fleet",
  model: "llama-3-8b",
  precision: "bf16",
  accelerator: "a100-80gb",
  promptTokens: 1000,
  outputTokens: 200,
  requestsPerDay: 5000,
  rentPerHour: 2.5,
  rentCurrency: "EUR",
};

type Follows = ReturnType<typeof saveSizingInput.parse>["content"]["follows"];

function input(projectId: string, follows: Follows = [], change: object = {}) {
  const content = { sizing: { ...serving, ...change }, follows };
  return saveSizingInput.parse({ ...anew(), projectId, name: "Serving at launch", content });
}

async function theOneSaved(projectKey: string) {
  const { saved } = await sizingsOfProject(db, projectKey);
  const [one] = saved;
  if (one === undefined || saved.length > 1) throw new Error(`${saved.length} are saved`);
  return one;
}

test("a calculation is kept with its figures, the catalogue's dates and the day, computed by the server", async () => {
  const project = await aProject(db);
  await saveSizing(db, input(project.id));
  const saved = await theOneSaved(project.key);
  expect(saved).toMatchObject({ name: "Serving at launch", version: 1, now: null, sizing: serving });
  expect(saved.figures[0]).toEqual({ name: "Rent", value: 60, unit: "EUR a day", low: 60, high: 60 });
  expect(saved.entries.map(({ what }) => what)).toEqual([
    "Llama 3 8B, shape",
    expect.stringContaining("data sheet"),
  ]);
});

test("what cannot be computed is refused at the field", async () => {
  const project = await aProject(db);
  const hostedOnly = saveSizing(db, input(project.id, [], { model: "gpt-4o" }));
  await expect(hostedOnly).rejects.toMatchObject({
    code: "SIZING",
    details: { fieldErrors: { "content.sizing.model": [expect.stringContaining("not published")] } },
  });
  const withoutRent = { rentPerHour: -1 };
  expect(
    saveSizingInput.safeParse({ ...anew(), content: { sizing: { ...serving, ...withoutRent } } }).success,
  ).toBe(false);
});

test("it comes out otherwise when the brief or the rate that it follows has changed, and only then", async () => {
  const project = await aProject(db);
  const content = { ...emptyBrief, requestsPerDay: 5000 };
  await saveBrief(db, { ...anew(), projectId: project.id, version: 1, content });
  await saveSizing(db, input(project.id, ["requestsPerDay"]));
  expect((await theOneSaved(project.key)).now).toBeNull();

  const busier = { ...content, requestsPerDay: 1_000_000, latencySeconds: 1 };
  await saveBrief(db, { ...anew(), projectId: project.id, version: 2, content: busier });
  const { now, figures } = await theOneSaved(project.key);
  expect(now?.changed).toEqual([{ input: "requestsPerDay", kept: 5000, today: 1_000_000 }]);
  expect(now?.figures?.[0]?.value).toBeGreaterThan(figures[0]?.value ?? Number.NaN);
});

test("a rate of the workspace is followed for its own accelerator", async () => {
  const project = await aProject(db);
  const ofWorkspace = { accelerator: "a100", rentPerHour: 2.5 };
  await saveSizing(db, input(project.id, ["accelerator", "rentPerHour"], ofWorkspace));
  expect((await theOneSaved(project.key)).now).toBeNull();
  const rates = { currency: "EUR", personDayCostMinor: 60_000, acceleratorHourCostMinor: 400 } as const;
  await configure(db, { ...anew(), version: 1, name: "Team", ...rates });
  const { now } = await theOneSaved(project.key);
  expect(now?.changed).toEqual([{ input: "rentPerHour", kept: 2.5, today: 4 }]);
  expect(now?.figures?.[0]).toMatchObject({ value: 96, unit: "EUR a day" });
});

test("figures that the catalogue of a later day gives otherwise are told beside the kept ones", async () => {
  const project = await aProject(db);
  const { id } = await saveSizing(db, input(project.id));
  const { sizing, follows, figures: kept, entries, asOf } = await theOneSaved(project.key);
  const [rent, ...others] = kept;
  if (rent === undefined) throw new Error("It has figures.");
  const earlier = { sizing, follows, figures: [{ ...rent, value: 48 }, ...others], entries, asOf };
  await db.derive(
    async (tx) => await tx.projectSizing.updateMany({ where: { id }, data: { content: earlier } }),
  );
  const { now, figures } = await theOneSaved(project.key);
  expect([figures[0]?.value, now?.figures?.[0]?.value, now?.changed]).toEqual([48, 60, []]);
});

test("naming anew leaves the figures; another calculation replaces them; a stale edit is told", async () => {
  const project = await aProject(db);
  const { id: sizingId } = await saveSizing(db, input(project.id));
  await editSizing(colleague, { ...anew(), sizingId, version: 1, name: "At launch", content: null });
  expect(await theOneSaved(project.key)).toMatchObject({ name: "At launch", version: 2, sizing: serving });
  const stale = editSizing(db, { ...anew(), sizingId, version: 1, name: "Mine", content: null });
  await expect(stale).rejects.toMatchObject({
    code: "STALE_VERSION",
    details: { current: { name: "At launch", version: 2 } },
  });
  const { content } = input(project.id, [], { rentPerHour: 5 });
  await editSizing(db, { ...anew(), sizingId, version: 2, name: "At launch", content });
  expect((await theOneSaved(project.key)).figures[0]?.value).toBe(120);
});

test("deleting can be undone by whoever may edit, and each verb is in the log once", async () => {
  const project = await aProject(db);
  const request = input(project.id);
  const { id: sizingId } = await saveSizing(db, request);
  expect(await saveSizing(db, request)).toEqual({ id: sizingId, version: 1 });
  await deleteSizing(db, { ...anew(), sizingId });
  const { saved, deleted } = await sizingsOfProject(db, project.key);
  expect([saved, deleted]).toEqual([[], [{ id: sizingId, name: "Serving at launch" }]]);
  await expect(deleteSizing(db, { ...anew(), sizingId })).rejects.toMatchObject({ kind: "NOT_FOUND" });
  await restoreSizing(colleague, { ...anew(), sizingId });
  expect((await theOneSaved(project.key)).id).toBe(sizingId);
  const events = await db.read(
    async (tx) => await tx.event.findMany({ where: { subjectId: sizingId }, orderBy: { seq: "asc" } }),
  );
  expect(events.map(({ type }) => type)).toEqual(["sizing.saved", "sizing.deleted", "sizing.restored"]);
});

test("as evidence of an option it has the same figures", async () => {
  const project = await aProject(db);
  const decision = await aDecision(db, project);
  await saveSizing(db, input(project.id));
  const { sizing, figures, name } = await theOneSaved(project.key);
  const content = { kind: "sizing", sizing } as const;
  const optionId = decision.plain.id;
  await addEvidence(db, { ...anew(), decisionId: decision.id, optionId, title: name, note: "", content });
  const { evidence } = await evidenceOfDecision(db, decision.id);
  expect(evidence).toMatchObject([{ optionId, content: { sizing, figures }, now: null }]);
});
