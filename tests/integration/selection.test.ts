import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceOfDecision } from "@/features/decisions/evidence.queries";
import { decisionByNumber } from "@/features/decisions/queries";
import { saveBrief } from "@/features/projects/brief.service";
import { emptyBrief } from "@/features/projects/schema";
import { shortlist } from "@/features/selection/queries";
import { makeOptionInput, shortlistInput } from "@/features/selection/schema";
import { makeOption } from "@/features/selection/service";
import { models } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "team");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => ({ mutationId: crypto.randomUUID() });

type Given = Partial<typeof emptyBrief>;

async function aProjectThatSays(brief: Given) {
  const project = await aProject(db);
  await saveBrief(db, { ...anew(), projectId: project.id, version: 1, content: { ...emptyBrief, ...brief } });
  return project;
}

const busy: Given = {
  requestsPerDay: 20_000,
  tokensInPerRequest: 3_000,
  tokensOutPerRequest: 400,
  hosting: "anywhere",
  licence: "commercial",
};

async function listFor(projectKey: string, asked: object = {}) {
  return await shortlist(db, shortlistInput.parse({ projectKey, ...asked }));
}

function chosen(decisionId: string, modelId = "llama-3-1-8b", limits: object = {}) {
  return makeOptionInput.parse({ ...anew(), decisionId, modelId, limits });
}

test("a brief rules models out, other limits are tried without changing it, and every model is counted once", async () => {
  const project = await aProjectThatSays(busy);
  const asSaid = await listFor(project.key);
  const fallen = asSaid.fallen.flatMap((group) => group.models);
  expect(asSaid.rows.length + fallen.length).toBe(Object.keys(models).length);
  expect(asSaid.given).toMatchObject({ requestsPerDay: 20_000, promptTokens: 3_000, licence: "commercial" });
  expect(fallen.find(({ id }) => id === "phi-2")?.reasons[0]?.rule).toBe("context");

  const inHouse = await listFor(project.key, { limits: { hosting: "on-premises" } });
  expect(inHouse.given).toEqual(asSaid.given);
  expect(inHouse.rows.every(({ access, called }) => access === "open-weights" && called === null)).toBe(true);
  const anyVolume = await listFor(project.key, { limits: { requestsPerDay: null } });
  expect(anyVolume.rows.every(({ cheapestUsdPerMonth }) => cheapestUsdPerMonth === null)).toBe(true);
});

test("an accelerator that the catalogue has not is refused at its field", async () => {
  const project = await aProjectThatSays(busy);
  await expect(listFor(project.key, { limits: { accelerator: "abacus" } })).rejects.toMatchObject({
    code: "UNKNOWN_ACCELERATOR",
  });
});

test("a row becomes an option with its model and its numbers as evidence, in one transaction with one event", async () => {
  const project = await aProjectThatSays(busy);
  const decision = await aDecision(db, project, { phase: "model-selection" });
  const { rows, decisions } = await listFor(project.key);
  expect(decisions).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: decision.id, isOpen: true })]),
  );
  const row = rows.find(({ id }) => id === "llama-3-1-8b");
  const eventsBefore = await countEvents();

  const { id } = await makeOption(db, chosen(decision.id));

  expect(await countEvents()).toBe(eventsBefore + 1);
  const { options } = await decisionByNumber(db, project.key, decision.number);
  const option = options.find((one) => one.id === id);
  expect(option).toMatchObject({
    title: "Llama 3.1 8B",
    effects: [{ kind: "set-parameter", parameter: "model-parameters-billions", value: 8 }],
  });
  const { evidence } = await evidenceOfDecision(db, decision.id);
  const ofOption = evidence.filter(({ optionId }) => optionId === id).map(({ content }) => content);
  expect(ofOption.map(({ kind }) => kind).toSorted()).toEqual(["model", "sizing", "sizing", "sizing"]);
  const perDay = (calculation: string) =>
    ofOption.flatMap((content) =>
      content.kind === "sizing" && content.sizing.calculation === calculation ? content.figures : [],
    )[0]?.value ?? 0;
  expect((perDay("hosted-price") * 365) / 12).toBeCloseTo(row?.called?.usdPerMonth ?? 0, 6);
  expect((perDay("serving-fleet") * 365) / 12).toBeCloseTo(row?.served?.usdPerMonth?.value ?? 0, 6);

  await expect(makeOption(db, chosen(decision.id))).rejects.toMatchObject({ code: "ALREADY_AN_OPTION" });
  const { decisions: after } = await listFor(project.key);
  expect(after.find((one) => one.id === decision.id)?.models).toEqual(["llama-3-1-8b"]);
});

test("what fell out by the limits it was asked with, and a decision that is settled, take no option", async () => {
  const project = await aProjectThatSays(busy);
  const decision = await aDecision(db, project, { phase: "model-selection" });
  await expect(
    makeOption(db, chosen(decision.id, "gpt-4o", { hosting: "on-premises" })),
  ).rejects.toMatchObject({ code: "FELL_OUT", message: expect.stringContaining("only called") });
  await expect(makeOption(db, chosen(decision.id, "abacus-1"))).rejects.toMatchObject({
    code: "UNKNOWN_MODEL",
  });
  await choose(db, decision, decision.plain);
  await expect(makeOption(db, chosen(decision.id))).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
});

test("whether to train our own is judged once everything it hangs on is said", async () => {
  const project = await aProjectThatSays(busy);
  const { own } = await listFor(project.key);
  expect(own.open).toEqual(["domainDistance", "domainTokens", "maxDays", "budgetUsd"]);
  const said = { domainDistance: "near", domainTokens: 1e9, maxDays: 30, budgetUsd: 50_000 };
  const { own: judged } = await listFor(project.key, { own: said });
  expect(judged.answer?.verdict).toBe("adapt");
  expect(judged.answer?.reasons.map(({ rule }) => rule)).toEqual(["domain", "data", "time", "budget"]);
});

async function countEvents(): Promise<number> {
  return await db.read(async (tx) => await tx.event.count({ where: { organizationId: db.organizationId } }));
}
