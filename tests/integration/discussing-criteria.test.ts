import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { outline } from "@/features/comments/outline.queries";
import { discussion } from "@/features/comments/queries";
import { type Anchor, listCommentsInput, writeCommentInput } from "@/features/comments/schema";
import { deleteComment, writeComment } from "@/features/comments/service";
import { addCriterion, removeCriterion } from "@/features/decisions/criteria.service";
import { removeOption } from "@/features/decisions/options.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// Threads about a criterion of a decision, and about an option by a criterion: a cell of its scoring.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let viewer: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };
let decision: Awaited<ReturnType<typeof aDecision>>;
let licence: string;
let price: string;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  const founder = await anAccount(client, "ada@example.org");
  db = await aWorkspace(client, founder, "criteria");
  other = await aWorkspace(client, founder, "elsewhere");
  viewer = await aMember(client, db, await anAccount(client, "vera@example.org"), "viewer");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
  decision = await aDecision(db, project);
  licence = await criterion("Licence");
  price = await criterion("Price");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

async function criterion(name: string, decisionId = decision.id, by = db): Promise<string> {
  const scale = { worst: 0, best: 10, unit: "", words: [] };
  const mutationId = anew();
  return (await addCriterion(by, { mutationId, decisionId, name, description: "", ...scale })).id;
}

async function write(anchor: Anchor | null, by = db, subject: object = {}): Promise<string> {
  const input = writeCommentInput.parse({
    mutationId: anew(),
    subjectType: "decision",
    subjectId: decision.id,
    parentId: null,
    ...(anchor === null ? {} : { anchor }),
    body: "Measured how?",
    ...subject,
  });
  return (await writeComment(by, input)).id;
}

const on = (criterionId: string): Anchor => ({ kind: "criterion", criterionId });
const at = (optionId: string, criterionId: string): Anchor => ({ kind: "cell", optionId, criterionId });
const ofDecision = () => ({ subjectType: "decision", subjectId: decision.id }) as const;

async function list(about: ReturnType<typeof listCommentsInput.parse>["about"] = "anything") {
  return (await discussion(db, listCommentsInput.parse({ ...ofDecision(), about }))).threads;
}

const idsAbout = async (about: Parameters<typeof list>[0]) => (await list(about)).map(({ id }) => id);

describe("a thread about a criterion, or an option by it", () => {
  test("says so, and is found by each of them", async () => {
    const { plain, tuned } = decision;
    const whole = await write(null);
    const onOption = await write({ kind: "option", optionId: tuned.id });
    const onLicence = await write(on(licence), viewer);
    const licenceOfTuned = await write(at(tuned.id, licence), viewer);
    const priceOfTuned = await write(at(tuned.id, price));
    expect(await idsAbout({ criterionId: licence })).toEqual([onLicence, licenceOfTuned]);
    expect(await idsAbout({ optionId: tuned.id })).toEqual([onOption, licenceOfTuned, priceOfTuned]);
    expect(await idsAbout({ optionId: tuned.id, criterionId: licence })).toEqual([licenceOfTuned]);
    expect(await idsAbout({ optionId: plain.id, criterionId: licence })).toEqual([]);
    expect(await idsAbout("whole")).toEqual([whole]);
    expect((await list()).map(({ option, criterion }) => [option?.title, criterion?.name])).toEqual([
      [undefined, undefined],
      ["Tune it", undefined],
      [undefined, "Licence"],
      ["Tune it", "Licence"],
      ["Tune it", "Price"],
    ]);
  });

  test("is counted with the criterion, the option and the cell, as long as it is there", async () => {
    const { plain, tuned } = decision;
    await write(on(licence));
    await write(at(plain.id, licence));
    await write(at(tuned.id, licence));
    await write(at(tuned.id, licence));
    const gone = await write(at(tuned.id, price));
    await deleteComment(db, { mutationId: anew(), commentId: gone });
    const { options, criteria, cells, open } = await outline(db, ofDecision());
    expect(open).toBe(4);
    expect(criteria).toEqual([{ criterionId: licence, threads: 4 }]);
    expect(new Map(options.map(({ optionId, threads }) => [optionId, threads]))).toEqual(
      new Map([
        [plain.id, 1],
        [tuned.id, 2],
      ]),
    );
    expect(cells).toHaveLength(2);
    expect(cells).toEqual(
      expect.arrayContaining([
        { optionId: plain.id, criterionId: licence, threads: 1 },
        { optionId: tuned.id, criterionId: licence, threads: 2 },
      ]),
    );
  });

  test("is told in the log by their names alone", async () => {
    await write(at(decision.tuned.id, licence));
    const { data } = await db.read(
      async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(data).toMatchObject({ on: { option: "Tune it", criterion: "Licence" } });
  });

  test("is about what the decision itself is scored by", async () => {
    const sibling = await aDecision(db, project);
    const siblings = await criterion("Latency", sibling.id);
    const far = await aDecision(other, await aProject(other));
    const foreign = await criterion("Latency", far.id, other);
    const removed = await criterion("Fame");
    await removeCriterion(db, { mutationId: anew(), criterionId: removed, version: 1 });
    for (const criterionId of [siblings, foreign, removed, anew()]) {
      const refusal = { code: "UNKNOWN_CRITERION" };
      await expect(write(on(criterionId))).rejects.toMatchObject(refusal);
      await expect(write(at(decision.tuned.id, criterionId))).rejects.toMatchObject(refusal);
    }
    for (const optionId of [sibling.plain.id, far.plain.id]) {
      await expect(write(at(optionId, licence))).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
    }
    const onProject = { subjectType: "project", subjectId: project.id };
    await expect(write(on(licence), db, onProject)).rejects.toMatchObject({ code: "UNKNOWN_CRITERION" });
    const parentId = await write(null);
    await expect(write(on(licence), db, { parentId })).rejects.toMatchObject({ code: "NOT_A_THREAD" });
    expect(await list()).toHaveLength(1);
  });

  test("cannot point into another workspace, whatever the code forgets", async () => {
    const far = await aDecision(other, await aProject(other));
    const foreign = await criterion("Latency", far.id, other);
    const id = await write(on(licence));
    const where = { organizationId_id: { organizationId: db.organizationId, id } };
    await expect(
      db.derive(async (tx) => await tx.comment.update({ where, data: { criterionId: foreign } })),
    ).rejects.toThrow(/[Ff]oreign key constraint/);
  });

  test("stays said when the criterion or the option is removed", async () => {
    const onLicence = await write(on(licence));
    const cell = await write(at(decision.tuned.id, price));
    await removeCriterion(db, { mutationId: anew(), criterionId: licence, version: 1 });
    await removeOption(db, { mutationId: anew(), optionId: decision.tuned.id, version: 1 });
    expect(await list()).toMatchObject([
      { id: onLicence, option: null, criterion: { name: "Licence", removed: true } },
      {
        id: cell,
        option: { title: "Tune it", removed: true },
        criterion: { name: "Price", removed: false },
      },
    ]);
  });

  test("is shown and counted in as many statements as many are", async () => {
    const counted = async (ask: () => Promise<unknown>) => {
      const sent = vi.spyOn(Client.prototype, "query");
      await ask();
      const statements = sent.mock.calls.length;
      sent.mockRestore();
      return statements;
    };
    const both = async () => [
      await counted(async () => await list()),
      await counted(async () => await outline(db, ofDecision())),
    ];
    await write(at(decision.plain.id, licence));
    const few = await both();
    for (const option of [decision.plain, decision.tuned]) {
      for (const criterionId of [licence, price]) await write(at(option.id, criterionId));
    }
    await write(on(price));
    expect(await both()).toEqual(few);
    expect((await outline(db, ofDecision())).cells).toHaveLength(4);
  });
});
