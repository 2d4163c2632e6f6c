import { strFromU8, unzipSync } from "fflate";
import { fromBase64 } from "lib0/buffer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportDecisions } from "@/features/decisions/export.queries";
import { listDecisions } from "@/features/decisions/queries";
import { exportDecisionsInput, listDecisionsInput } from "@/features/decisions/schema";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// Finding decisions by their words, and taking them away as files.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const founder = await anAccount(database.client, "ada@example.org");
  db = await aWorkspace(database.client, founder, "log");
  other = await aWorkspace(database.client, founder, "other");
  project = await aProject(db, { template: "prompt-hosted-model" });
  const foreign = await aProject(other, { template: "prompt-hosted-model" });
  await aDecision(other, foreign, { question: "Which quantisation abroad?" });
  const first = await aDecision(db, project, {
    question: "Which quantisation | for the phone?",
    context: "Straße, Größe: memory is **tight**.",
    phase: "application-integration",
  });
  await choose(db, first, first.tuned, { rationale: "Four bits keep the recall.\n\n- measured" });
  await aDecision(db, project, { question: "Do we answer in Māori?", context: "Asked by the ministry." });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const found = async (search: Partial<ReturnType<typeof listDecisionsInput.parse>>) => {
  const asked = { projectKey: project.key, state: "all" as const, ...search };
  return (await listDecisions(db, listDecisionsInput.parse(asked))).map(({ question }) => question);
};

describe("a search", () => {
  test.each([
    ["the beginning of a word of the question", "quantis"],
    ["a word of the context, whatever its case", "GRÖß"],
    ["a word of an option", "tickets"],
    ["a word of the rationale", "recall"],
    ["words that stand in different places", "phone recall tickets tight"],
    ["words among marks of a query language", "quantisation & !(phone) :* <-> 'tight'"],
  ])("finds by %s", async (_what, text) => {
    expect(await found({ text })).toContain("Which quantisation | for the phone?");
  });

  test("finds nothing where one word is missing, and what is in no other workspace", async () => {
    expect(await found({ text: "quantisation moon" })).toEqual([]);
    const everywhere = await listDecisions(db, listDecisionsInput.parse({ state: "all", text: "abroad" }));
    expect(everywhere).toEqual([]);
  });

  test("is narrowed by phase and state", async () => {
    expect(await found({ text: "quant", phase: "application-integration" })).toHaveLength(1);
    expect(await found({ text: "quant", phase: "scoping" })).toEqual([]);
    expect(await found({ text: "quant", state: "open" })).toEqual([]);
  });

  test("of marks alone shows everything", async () => {
    expect((await found({ text: "!?&" })).length).toBe((await found({})).length);
  });
});

describe("an export", () => {
  const exported = async (input: Partial<ReturnType<typeof exportDecisionsInput.parse>>) => {
    const asked = { projectKey: project.key, format: "markdown", ...input };
    const file = await exportDecisions(db, exportDecisionsInput.parse(asked));
    return { ...file, bytes: fromBase64(file.base64) };
  };

  test("of one decision is a Markdown record with its status, options, outcome and what it did to the plan", async () => {
    const all = await listDecisions(
      db,
      listDecisionsInput.parse({ projectKey: project.key, state: "decided" }),
    );
    const number = all[0]?.number ?? 0;
    const file = await exported({ number });
    const text = strFromU8(file.bytes);
    expect(file.name).toBe(
      `${project.key.toLowerCase()}-${String(number).padStart(4, "0")}-which-quantisation-for-the-phone.md`,
    );
    expect(text).toMatch(/^---\nstatus: "accepted"\ndate: \d{4}-\d\d-\d\d\ndecision-makers: \["ada"\]/);
    expect(text).toContain("# Which quantisation | for the phone?");
    expect(text).toContain("## Considered Options\n\n* Prompt it\n* Tune it");
    expect(text).toContain('Chosen option: "Tune it", decided by ada on ');
    expect(text).toContain("Four bits keep the recall.\n\n- measured");
    expect(text).toMatch(/\* Finish \(P80\): \d{4}-\d\d-\d\d before, \d{4}-\d\d-\d\d after/);
    expect(text).toContain("* Adds Prompt tuning and fine-tuning");
  });

  test("of a project is an archive of such records with an index", async () => {
    const files = unzipSync((await exported({})).bytes);
    const names = Object.keys(files);
    const total = await listDecisions(
      db,
      listDecisionsInput.parse({ projectKey: project.key, state: "all" }),
    );
    expect(names).toHaveLength(total.length + 1);
    const index = strFromU8(files["README.md"] ?? new Uint8Array());
    expect(index).toContain("Which quantisation \\| for the phone? | accepted | Tune it |");
    for (const name of names.filter((one) => one !== "README.md")) expect(index).toContain(`(${name})`);
  });

  test("as JSON holds the same, and nothing of another workspace", async () => {
    const file = await exportDecisions(db, exportDecisionsInput.parse({ format: "json" }));
    const text = strFromU8(fromBase64(file.base64));
    const content: unknown = JSON.parse(text);
    expect(content).toMatchObject({ format: "phasewise-decisions/1", currency: "EUR" });
    expect(text).toContain("Which quantisation | for the phone?");
    expect(text).not.toContain("abroad");
  });

  test("of a decision that is not there says so", async () => {
    await expect(exported({ number: 999 })).rejects.toMatchObject({ kind: "NOT_FOUND" });
  });
});
