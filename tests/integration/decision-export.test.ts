import { fromBase64 } from "lib0/buffer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCriterion } from "@/features/decisions/criteria.service";
import { addEvidenceInput } from "@/features/decisions/evidence.schema";
import { addEvidence } from "@/features/decisions/evidence.service";
import { exportDecisions } from "@/features/decisions/export.queries";
import { toPdf } from "@/features/decisions/pdf.queries";
import { decisionRecords } from "@/features/decisions/records.queries";
import { exportDecisionsInput } from "@/features/decisions/schema";
import { scoringOf } from "@/features/decisions/scoring.queries";
import { handIn, reveal } from "@/features/decisions/scoring.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { exportedText, pdfPages } from "../support/exported";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// Decisions taken away as files, with everything that they were decided on.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let viewer: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  const founder = await anAccount(client, "ada@example.org");
  db = await aWorkspace(client, founder, "files");
  viewer = await aMember(client, db, await anAccount(client, "vera@example.org"), "viewer");
  other = await aWorkspace(client, founder, "other");
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const mutationId = () => crypto.randomUUID();
const formats = ["markdown", "json", "pdf"] as const;
type Asked = Partial<ReturnType<typeof exportDecisionsInput.parse>>;

async function exported(by: OrganizationDb, asked: Asked) {
  return await exportDecisions(by, exportDecisionsInput.parse({ format: "markdown", ...asked }));
}

async function aScoredDecision(question: string) {
  const decision = await aDecision(db, project, {
    question,
    options: [
      {
        title: "Prompt it",
        description: "",
        effects: [],
        pros: ["Nothing to host"],
        cons: ["A price per word"],
      },
      {
        title: "Tune it",
        description: "",
        effects: [],
        costOfChange: "Weeks of labels",
        costOfChangeLevel: "high",
      },
    ],
  });
  await addEvidence(
    db,
    addEvidenceInput.parse({
      mutationId: mutationId(),
      decisionId: decision.id,
      optionId: decision.plain.id,
      title: "Recall in May",
      note: "On tickets nobody trained on.",
      content: {
        kind: "result",
        metric: "recall",
        value: 0.873,
        unit: "",
        better: "higher",
        dataSet: "tickets-2026",
        measuredOn: "2026-05-04",
        measuredBy: "Ben",
      },
    }),
  );
  const content = { description: "", worst: 0, best: 1_000, unit: "points", words: [] };
  const criterion = await addCriterion(db, {
    ...{ mutationId: mutationId(), decisionId: decision.id, name: "Tone of voice" },
    ...content,
  });
  const { rounds } = await scoringOf(db, project.key, decision.number);
  const roundId = rounds[0]?.id ?? "";
  const cells = [decision.plain, decision.tuned].map(({ id }, place) => ({
    optionId: id,
    criterionId: criterion.id,
    score: 613.5 + place,
    note: "Said to nobody",
  }));
  await handIn(db, { mutationId: mutationId(), roundId, cells });
  return { ...decision, roundId };
}

describe("a record", () => {
  test.each(formats)(
    "as %s says what speaks for and against, what shows it, and scores once revealed",
    async (format) => {
      const { number, roundId } = await aScoredDecision(`Which tone, as ${format}?`);
      const read = async (by: OrganizationDb) =>
        await exportedText(await exported(by, { projectKey: project.key, number, format }));
      for (const by of [db, viewer]) {
        const text = await read(by);
        for (const told of [
          "Nothing to host",
          "A price per word",
          "Weeks of labels",
          "Recall in May",
          "tickets-2026",
        ])
          expect(text).toContain(told);
        expect(text).toContain("Tone of voice");
        expect(text).not.toContain("613.5");
        expect(text).not.toContain("Said to nobody");
      }
      await reveal(db, { mutationId: mutationId(), roundId });
      expect(await read(viewer)).toContain("613.5");
    },
  );

  test("as Markdown keeps the form of MADR", async () => {
    const { number, roundId } = await aScoredDecision("Which form?");
    await reveal(db, { mutationId: mutationId(), roundId });
    const text = await exportedText(await exported(db, { projectKey: project.key, number }));
    expect(text).toContain(
      "## Decision Drivers\n\n* Tone of voice, from 0 points to 1,000 points, importance 100",
    );
    expect(text).toContain(
      "### Prompt it\n\n* Good, because Nothing to host\n* Bad, because A price per word",
    );
    expect(text).toContain("Scores of round 1:\n\n* Tone of voice: 613.5 points (median of 1)");
    expect(text).toMatch(
      /\* Recall in May: recall 0\.873 on tickets-2026 \(higher is better\), measured by Ben on 2026-05-04\./,
    );
  });

  test("of another workspace is not there, and its log is not in ours", async () => {
    const foreign = await aProject(other, { template: "prompt-hosted-model" });
    const { number } = await aDecision(other, foreign, { question: "Which port abroad?" });
    for (const format of formats) {
      await expect(exported(db, { projectKey: foreign.key, number, format })).rejects.toMatchObject({
        kind: "NOT_FOUND",
      });
      expect(await exportedText(await exported(db, { format }))).not.toContain("abroad");
    }
  });
});

describe("a PDF", () => {
  test("of the log holds what the log is narrowed to, with a list in front and a page for each", async () => {
    const first = await aDecision(db, project, { question: "Who reads the narrow log?" });
    await choose(db, first, first.plain, { rationale: "Those who **must**.\n\n- auditors" });
    await aDecision(db, project, { question: "Who writes the narrow log?" });
    const file = await exported(db, { projectKey: project.key, text: "narrow log", format: "pdf" });
    expect(file).toMatchObject({
      name: `${project.key.toLowerCase()}-decisions.pdf`,
      mediaType: "application/pdf",
    });
    const pages = await pdfPages(fromBase64(file.base64));
    expect(pages).toHaveLength(3);
    expect(pages[0]).toMatch(/Decisions .* 2 decisions .*Who reads the narrow log\? accepted: Prompt it/);
    expect(pages[1]).toContain("Those who must.");
    expect(pages[1]).toContain("• auditors");
    expect(pages[2]).toContain("Not decided yet.");
    expect(pages[2]).toMatch(/3 \/ 3/);
    const decided = await exported(db, {
      ...{ projectKey: project.key, text: "narrow log", state: "decided", format: "pdf" },
    });
    expect(await pdfPages(fromBase64(decided.base64))).toHaveLength(2);
  });

  test("shows what its font does not have as a mark, and says so", async () => {
    const { number } = await aDecision(db, project, {
      question: "日本語 или Māori, מה 😀?",
      context: "日本語のテキスト\n\nمرحبا **بالعالم**",
    });
    const file = await exported(db, { projectKey: project.key, number, format: "pdf" });
    const text = await exportedText(file);
    expect(text).toContain("или Māori");
    expect(text).toMatch(/characters are of scripts that this file's font does not have/);
    expect(text).not.toContain("日");
  });

  test("of two hundred decisions is whole, and lets others have their turn", async () => {
    const [record] = await db.read(
      async (tx) => await decisionRecords(tx, db, exportDecisionsInput.parse({ format: "pdf" })),
    );
    if (record === undefined) throw new Error("There are decisions.");
    const records = Array.from({ length: 200 }, (_, place) => ({ ...record, number: place + 1 }));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    const about = { title: "Decisions", from: "files", isOne: false };
    const bytes = await toPdf(records, about, { money: String });
    clearInterval(timer);
    const pages = await pdfPages(bytes);
    expect(pages.join(" ")).toContain(`${project.key} D-200`);
    expect(pages.length).toBeGreaterThan(200);
    expect(turns).toBeGreaterThan(20);
  });
});
