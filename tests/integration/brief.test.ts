import { fromBase64, toBase64 } from "lib0/buffer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { saveBrief } from "@/features/projects/brief.service";
import { briefPdf } from "@/features/projects/brief-pdf.queries";
import { changeBriefText, openBriefText, settleBriefText } from "@/features/projects/brief-text.service";
import { briefSteps } from "@/features/projects/brief-undo.queries";
import { takeBackBrief } from "@/features/projects/brief-undo.service";
import { brief } from "@/features/projects/queries";
import {
  type BriefContent,
  type BriefText,
  briefTexts,
  emptyBrief,
  saveBriefInput,
} from "@/features/projects/schema";
import { deleteProject } from "@/features/projects/service";
import { textOf } from "@/features/texts/text-rules";
import { riskQuestionIds } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { pdfPages } from "../support/exported";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// The brief: its fields in one form, its words written by several people at once, and the page that a sponsor signs.

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 10, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "briefs");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
});

beforeEach(async () => {
  project = await aProject(ada, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const {
  useCase: _u,
  goals: _g,
  qualityBar: _q,
  dataAtHand: _d,
  constraints: _c,
  ...emptyFields
} = emptyBrief;

const save = async (db: OrganizationDb, version: number, content: Partial<BriefContent>) =>
  await saveBrief(
    db,
    saveBriefInput.parse({
      mutationId: crypto.randomUUID(),
      projectId: project.id,
      version,
      content: { ...emptyFields, ...content },
    }),
  );
const settle = async (db: OrganizationDb, field: BriefText) =>
  await settleBriefText(db, { mutationId: crypto.randomUUID(), projectId: project.id, field });
const now = async () => await brief(ada, project.key);
const eventCount = async () => await ada.read(async (tx) => await tx.event.count());

async function editorOf(db: OrganizationDb, field: BriefText) {
  const ofText = { projectId: project.id, field };
  const doc = new Doc();
  applyUpdate(doc, fromBase64((await openBriefText(db, ofText)).state));
  return async (edit: (text: ReturnType<typeof textOf>) => void) => {
    const seen = encodeStateVector(doc);
    edit(textOf(doc));
    return await changeBriefText(db, { ...ofText, change: toBase64(encodeStateAsUpdate(doc, seen)) });
  };
}

describe("the words of a brief", () => {
  test("are written by two at once without a lost word; brief and log get them once, when somebody is done", async () => {
    const before = await eventCount();
    const [first, second] = [await editorOf(ada, "goals"), await editorOf(ben, "goals")];
    await Promise.all([
      first((text) => text.insert(0, "Shorter waits.")),
      second((text) => text.insert(0, "Calm. ")),
    ]);
    expect((await now()).content.goals).toBe("");
    expect(await eventCount()).toBe(before);
    const both = await Promise.all([settle(ada, "goals"), settle(ben, "goals")]);
    expect(both.filter(({ settled }) => settled)).toHaveLength(1);
    const { content, version } = await now();
    expect(content.goals).toContain("Shorter waits.");
    expect(content.goals).toContain("Calm.");
    expect(version).toBe(2);
    expect(await eventCount()).toBe(before + 1);
  });

  test("stay when the form is saved without them, and keep what others write when it brings its own", async () => {
    await save(ada, 1, { useCase: "Agents answer." });
    const write = await editorOf(ben, "useCase");
    await write((text) => text.insert(text.length, " Customers ask."));
    await save(ada, 2, { languages: ["German"] });
    expect((await now()).content).toMatchObject({ useCase: "Agents answer.", languages: ["German"] });
    await save(ada, 3, { useCase: "Our agents answer." });
    expect((await now()).content.useCase).toBe("Our agents answer. Customers ask.");
  });

  test("that are too long are refused with a reason", async () => {
    const write = await editorOf(ada, "constraints");
    await expect(write((text) => text.insert(0, "word ".repeat(900)))).rejects.toMatchObject({
      code: "TEXT_REFUSED",
    });
  });

  test("of a deleted project can't be written any more", async () => {
    const write = await editorOf(ada, "goals");
    await deleteProject(ada, { mutationId: crypto.randomUUID(), projectId: project.id, version: 1 });
    await expect(write((text) => text.insert(0, "More."))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(settle(ada, "goals")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("a brief that an earlier version saved is read with everything it says, and saved in the new way", async () => {
  const old = {
    useCase: "Agents answer.",
    goals: "",
    objectives: [],
    taskBreadth: "one",
    tasks: "",
    qualityBar: "",
    requestsPerDay: 380,
    latencySeconds: null,
    dataAtHand: "61,000 stays",
    languages: ["German"],
    constraints: "",
    budgetMinor: null,
    deadline: null,
    successCriteria: [{ metric: "Supported", target: "at least 99 %", dataSet: "200 stays" }],
  };
  const where = { organizationId_projectId: { organizationId: ada.organizationId, projectId: project.id } };
  await ada.derive(async (tx) => await tx.brief.update({ where, data: { content: old } }));
  const { content } = await now();
  expect(content).toMatchObject({
    useCase: "Agents answer.",
    requestsPerDay: 380,
    dataAtHand: "61,000 stays",
  });
  expect(content.successCriteria).toMatchObject([{ comparison: "at-least", target: 99, unit: "%" }]);
  await settle(ada, "goals");
  await save(ada, 1, content);
  expect(await now()).toMatchObject({ content, version: 2 });
});

describe("the page that a sponsor signs", () => {
  const pages = async () => await pdfPages(fromBase64((await briefPdf(ben, project.key)).base64));
  const criterion = {
    metric: "Answers supported by a passage",
    comparison: "at-least",
    target: 98,
    unit: "%",
    dataSet: "400 reviewed chats",
    note: "",
  } as const;

  test("has what they agree to on one page: criteria, risk class, budget, deadline, forecast, lines to sign on", async () => {
    await save(ada, 1, {
      useCase: "Customers *ask* about orders.",
      successCriteria: [criterion],
      budgetMinor: 15_000_000,
      deadline: "2027-06-30",
      riskAnswers: {
        ...Object.fromEntries(riskQuestionIds.map((id) => [id, "no" as const])),
        "used-in-eu": "yes",
        employment: "yes",
      },
    });
    const [page = "", ...more] = await pages();
    expect(more).toEqual([]);
    for (const words of [
      "Customers ask about orders.",
      "Answers supported by a passage: at least 98 % · 400 reviewed chats",
      "High risk",
      "Annex III 4",
      "€150,000",
      "2027-06-30",
      "P50 P80 P95",
      "Sponsor",
      "Signature",
    ])
      expect(page).toContain(words);
    expect(page).not.toContain("[…]");
  });

  test("says of an empty brief what is not settled", async () => {
    const [page = "", ...more] = await pages();
    expect(more).toEqual([]);
    expect(page).toContain("Use case not settled");
    expect(page).toContain("Not assessed.");
  });

  test("stays one page with everything as long as it may be, marks what it left out, and says where the rest is", async () => {
    const long = "Everything that anybody ever wanted from a model, and more. ".repeat(66);
    const words = Object.fromEntries(briefTexts.map((field) => [field, long]));
    await save(ada, 1, {
      ...words,
      objectives: Array.from({ length: 20 }, () => "W".repeat(200)),
      taskBreadth: "many",
      tasks: "A task with a name\n".repeat(100),
      languages: Array.from({ length: 40 }, () => "L".repeat(200)),
      successCriteria: Array.from({ length: 20 }, () => ({ ...criterion, metric: "M".repeat(120) })),
      data: Array.from({ length: 20 }, () => ({
        kind: "K".repeat(200),
        amount: 1e12,
        unit: "u".repeat(40),
        labelled: "yes" as const,
        sensitivity: "special" as const,
        residence: "R".repeat(120),
      })),
      riskAnswers: {
        ...Object.fromEntries(riskQuestionIds.map((id) => [id, "yes" as const])),
        ...Object.fromEntries(riskQuestionIds.slice(1, 9).map((id) => [id, "unsure" as const])),
      },
    });
    const [page = "", ...more] = await pages();
    expect(more).toEqual([]);
    expect(page).toContain("[…]");
    expect(page).toContain("and 14 more […]");
    expect(page).toContain("marks what was shortened");
    expect(page).toContain(`/projects/${project.key}/brief`);
    expect(page).toContain("Signature");
  });
});

describe("what one saved of a brief's form", () => {
  const steps = async (db: OrganizationDb) => await briefSteps(db, project.key);
  const take = async (db: OrganizationDb, way: "undo" | "redo", seq?: number) => {
    const input = {
      mutationId: crypto.randomUUID(),
      projectId: project.id,
      way,
      seq: seq ?? (await steps(db))[way][0]?.seq ?? 0,
    };
    return await takeBackBrief(db, input);
  };

  test("is undone and done again, the latest first, and what it changed is told", async () => {
    await save(ada, 1, { languages: ["German"] });
    await save(ada, 2, { languages: ["German"], latencySeconds: 2, budgetMinor: 5_000_00 });
    expect((await steps(ada)).undo.map(({ parts }) => parts)).toEqual([
      ["latencySeconds", "budgetMinor"],
      ["languages"],
    ]);
    await take(ada, "undo");
    expect((await now()).content).toMatchObject({
      languages: ["German"],
      latencySeconds: null,
      budgetMinor: null,
    });
    await take(ada, "undo");
    expect((await now()).content.languages).toEqual([]);
    expect((await steps(ada)).undo).toEqual([]);
    await take(ada, "redo");
    await take(ada, "redo");
    expect((await now()).content).toMatchObject({ languages: ["German"], latencySeconds: 2 });
    expect((await now()).version).toBe(7);
  });

  test("is one's own alone, and leaves alone what others changed beside it", async () => {
    await save(ada, 1, { languages: ["German"] });
    expect(await steps(ben)).toEqual({ undo: [], redo: [] });
    await save(ben, 2, { languages: ["German"], latencySeconds: 3 });
    const [step] = (await steps(ada)).undo;
    await expect(take(ben, "undo", step?.seq)).rejects.toMatchObject({ code: "NOTHING_TO_TAKE_BACK" });
    await take(ada, "undo");
    expect((await now()).content).toMatchObject({ languages: [], latencySeconds: 3 });
  });

  test("is refused where somebody built on it, with their name, and the brief stays", async () => {
    await save(ada, 1, { languages: ["German"] });
    await save(ben, 2, { languages: ["German", "Dutch"] });
    const before = await now();
    await expect(take(ada, "undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining(ben.actor.name),
    });
    expect(await now()).toEqual(before);
  });

  test("is undone once by two who press at once", async () => {
    await save(ada, 1, { languages: ["German"] });
    const { undo } = await steps(ada);
    const both = await Promise.allSettled([0, 1].map(async () => await take(ada, "undo", undo[0]?.seq)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await now()).version).toBe(3);
  });

  test("does not touch the words, which are undone while they are written", async () => {
    await save(ada, 1, { useCase: "Agents answer.", languages: ["German"] });
    const write = await editorOf(ada, "goals");
    await write((text) => text.insert(0, "Calm."));
    await settle(ada, "goals");
    expect((await steps(ada)).undo.map(({ parts }) => parts)).toEqual([["languages"]]);
    await take(ada, "undo");
    expect((await now()).content).toMatchObject({ useCase: "Agents answer.", goals: "Calm.", languages: [] });
  });
});
