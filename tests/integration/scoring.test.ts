import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addCriterion, editCriterion, removeCriterion, weigh } from "@/features/decisions/criteria.service";
import { addOption } from "@/features/decisions/options.service";
import { reopen } from "@/features/decisions/outcome.service";
import { lastSeenMatrix, scoringMatrix, scoringOf } from "@/features/decisions/scoring.queries";
import { handInInput } from "@/features/decisions/scoring.schema";
import { handIn, openRound, reveal, saveDraft } from "@/features/decisions/scoring.service";
import { tellResult } from "@/features/decisions/scoring-rules";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;
let ben: OrganizationDb;
let cleo: OrganizationDb;
let viewer: OrganizationDb;
let project: { id: string; key: string };
let decision: Awaited<ReturnType<typeof aDecision>>;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const { client } = database;
  ada = await aWorkspace(client, await anAccount(client, "ada@example.org"), "scoring");
  ben = await aMember(client, ada, await anAccount(client, "ben@example.org"), "member");
  cleo = await aMember(client, ada, await anAccount(client, "cleo@example.org"), "member");
  viewer = await aMember(client, ada, await anAccount(client, "vera@example.org"), "viewer");
});

beforeEach(async () => {
  project = await aProject(ada, { template: "prompt-hosted-model" });
  decision = await aDecision(ada, project);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const mutationId = () => crypto.randomUUID();
const judged = {
  description: "",
  worst: 1,
  best: 5,
  unit: "",
  words: ["no", "hardly", "partly", "mostly", "fully"],
};
const priced = { description: "What it costs.", worst: 10_000, best: 0, unit: "€", words: [] };

async function add(name: string, content: typeof judged | typeof priced = judged) {
  return await addCriterion(ada, { mutationId: mutationId(), decisionId: decision.id, name, ...content });
}

const shown = async (db = ada) => await scoringOf(db, project.key, decision.number);
const matrix = async (db: OrganizationDb, round = 1) =>
  await scoringMatrix(db, project.key, decision.number, round);

async function give(db: OrganizationDb, score: (option: number, criterion: number) => number | null) {
  const { rounds, options, criteria } = await shown(db);
  await handIn(
    db,
    handInInput.parse({
      mutationId: mutationId(),
      roundId: rounds.at(-1)?.id,
      cells: options.flatMap((option, row) =>
        criteria.map((criterion, column) => ({
          optionId: option.id,
          criterionId: criterion.id,
          score: score(row, column),
          note: "",
        })),
      ),
    }),
  );
}

async function revealLast() {
  const roundId = (await shown()).rounds.at(-1)?.id ?? "";
  await reveal(ada, { mutationId: mutationId(), roundId });
}

describe("criteria", () => {
  test("come with the first round, in order, and count alike until they are weighed", async () => {
    await add("Fit");
    await add("Cost", priced);
    const { criteria, rounds, weightsVersion } = await shown();
    expect(criteria.map(({ name, importance }) => [name, importance])).toEqual([
      ["Fit", 100],
      ["Cost", 100],
    ]);
    expect(criteria[1]).toMatchObject(priced);
    expect(rounds).toMatchObject([{ number: 1, revealed: null, finished: [] }]);
    await weigh(ada, {
      mutationId: mutationId(),
      decisionId: decision.id,
      weightsVersion,
      weighting: "direct",
      weights: criteria.toReversed().map(({ id }, place) => ({ criterionId: id, importance: place + 1 })),
    });
    const weighed = await shown();
    expect(weighed.weighting).toBe("direct");
    expect(weighed.criteria.map(({ name }) => name)).toEqual(["Cost", "Fit"]);
    expect(weighed.criteria[0]?.importance).toBeCloseTo(1 / 3, 9);
    const [first] = weighed.criteria;
    await removeCriterion(ada, { mutationId: mutationId(), criterionId: first?.id ?? "", version: 1 });
    expect((await shown()).criteria).toMatchObject([{ name: "Fit", importance: 1 }]);
  });

  test("of two who change one at once, the later gets to see the earlier", async () => {
    const { id } = await add("Fit");
    const edit = { criterionId: id, version: 1, ...judged };
    await editCriterion(ada, { mutationId: mutationId(), ...edit, name: "Fitness" });
    await expect(
      editCriterion(ben, { mutationId: mutationId(), ...edit, name: "Suits" }),
    ).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { name: "Fitness", version: 2 } },
    });
    const { criteria, weightsVersion } = await shown();
    const weights = criteria.map((criterion) => ({ criterionId: criterion.id, importance: 50 }));
    const weighing = { decisionId: decision.id, weightsVersion, weighting: "swing" as const, weights };
    await weigh(ada, { mutationId: mutationId(), ...weighing });
    await expect(weigh(ben, { mutationId: mutationId(), ...weighing })).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { weightsVersion: weightsVersion + 1 } },
    });
  });

  test("keep a scale on which scores were given, and need one that leads somewhere", async () => {
    const { id } = await add("Fit");
    await expect(add("fit")).rejects.toMatchObject({ code: "NAME_TAKEN" });
    await expect(add("Flat", { ...priced, worst: 1, best: 1 })).rejects.toMatchObject({
      code: "SCALE_WITHOUT_LENGTH",
    });
    await expect(add("Words", { ...judged, words: ["one"] })).rejects.toMatchObject({
      code: "WORDS_MISSING",
    });
    await give(ben, () => 3);
    const edit = { mutationId: mutationId(), criterionId: id, version: 1, name: "Fit" };
    await expect(editCriterion(ada, { ...edit, ...priced })).rejects.toMatchObject({ code: "SCALE_IN_USE" });
    await editCriterion(ada, { ...edit, ...judged, description: "Said more clearly." });
    expect((await shown()).criteria).toMatchObject([{ description: "Said more clearly.", scored: true }]);
  });

  test("change only while the decision is open", async () => {
    await add("Fit");
    const { version } = await choose(ada, decision, decision.plain);
    await expect(add("Cost")).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
    await expect(give(ben, () => 3)).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
    await reopen(ada, { mutationId: mutationId(), decisionId: decision.id, version, reason: "Again." });
    await add("Cost");
  });
});

describe("the database itself", () => {
  const sheets = async (db: OrganizationDb) => await db.read(async (tx) => await tx.scoreSheet.findMany());
  const drafts = async (db: OrganizationDb) => await db.read(async (tx) => await tx.scoreDraft.findMany());

  test("shows scores to no query of whoever may not see them, whatever it asks for", async () => {
    await add("Fit");
    const roundId = (await shown()).rounds[0]?.id ?? "";
    const ofRound = async (db: OrganizationDb) =>
      (await sheets(db)).filter((sheet) => sheet.roundId === roundId).length;
    await give(ben, () => 3);
    expect([await ofRound(ben), await ofRound(cleo), await ofRound(ada), await ofRound(viewer)]).toEqual([
      1, 0, 0, 0,
    ]);
    await give(cleo, () => 2);
    expect([await ofRound(ben), await ofRound(cleo), await ofRound(ada), await ofRound(viewer)]).toEqual([
      2, 2, 0, 0,
    ]);
    await revealLast();
    expect([await ofRound(ada), await ofRound(viewer)]).toEqual([2, 2]);
  });

  test("shows a draft to its writer alone, and takes scores in nobody else's name", async () => {
    await add("Fit");
    const { rounds } = await shown();
    const roundId = rounds[0]?.id ?? "";
    await saveDraft(ben, { mutationId: mutationId(), roundId, cells: [] });
    expect((await drafts(ben)).filter((draft) => draft.roundId === roundId)).toHaveLength(1);
    expect((await drafts(ada)).filter((draft) => draft.roundId === roundId)).toEqual([]);
    const { organizationId, actor } = ben;
    const forged = { organizationId, roundId, membershipId: actor.membershipId, cells: [] };
    await expect(cleo.derive(async (tx) => await tx.scoreSheet.createMany({ data: forged }))).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe("the matrix", () => {
  test("tells median, mean, spread, who differs and what is missing", async () => {
    await add("Fit");
    await add("Cost", priced);
    await give(ada, (option, criterion) => (criterion === 0 ? [5, 1][option] : 4_000) ?? 0);
    await give(ben, (option, criterion) => (criterion === 0 ? [5, 2][option] : null) ?? null);
    await give(cleo, (option, criterion) => (criterion === 0 ? [1, 2][option] : null) ?? null);
    const seen = await matrix(cleo);
    if (seen.sealed) throw new Error("Cleo has scored.");
    const nameOf = (place: number) => seen.members[place]?.name;
    const cell = seen.cells[0]?.[0];
    expect(cell).toMatchObject({ score: 5, mean: 3.667, lowest: 1, highest: 5, members: 3, differ: 3 });
    const farthest = cell?.farthest ?? [];
    expect(farthest.map(nameOf)[0]).toBe("cleo");
    expect(seen.cells[0]?.[1]).toMatchObject({ score: 4_000, members: 1, agreement: null });
    expect(tellResult(await lastSeenMatrix(cleo, project.key, decision.number)).text).toMatch(
      /^Prompt it leads by \d+ of 100 points\. Round 1 is running: 3 have scored\.$/,
    );
    expect(tellResult(await lastSeenMatrix(viewer, project.key, decision.number)).text).toBe(
      "2 options by 2 criteria. Round 1 is running: 3 have scored.",
    );
  });
});

describe("rounds", () => {
  test("follow each other when they are revealed, and each keeps its scores", async () => {
    await add("Fit");
    const open = async (reason = "We talked it over.") =>
      await openRound(ada, { mutationId: mutationId(), decisionId: decision.id, reason });
    await expect(open()).rejects.toMatchObject({ code: "ROUND_RUNNING" });
    await give(ben, (option) => [1, 5][option] ?? 0);
    await revealLast();
    const opened = await Promise.allSettled([open(), open()]);
    expect(opened.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rounds, mine } = await shown(ben);
    expect(rounds.map(({ number, sees }) => [number, sees])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(mine.before.map(({ score }) => score)).toEqual([1, 5]);
    await give(cleo, () => 4);
    expect((await matrix(ben, 2)).sealed).toBe(true);
    await give(ben, () => 3);
    const [first, second] = [await matrix(ben, 1), await matrix(ben, 2)];
    expect(first.sealed === false && first.cells.map(([cell]) => cell)).toMatchObject([
      { score: 1 },
      { score: 5 },
    ]);
    expect(second.sealed === false && second.cells.map(([cell]) => cell)).toMatchObject([
      { score: 3.5 },
      { score: 3.5 },
    ]);
    await expect(matrix(ben, 3)).rejects.toMatchObject({ kind: "NOT_FOUND" });
  });

  test("hold scores of five steps to the scale, and something must be scored", async () => {
    await add("Fit");
    await expect(give(ben, () => 6)).rejects.toMatchObject({ code: "OFF_SCALE" });
    await expect(give(ben, () => 2.5)).rejects.toMatchObject({ code: "OFF_SCALE" });
    await expect(give(ben, () => null)).rejects.toMatchObject({ code: "NOTHING_SCORED" });
    await give(ben, (option) => (option === 0 ? null : 5));
    expect((await shown()).rounds[0]?.finished.map(({ name }) => name)).toEqual(["ben"]);
  });
});

test("a round with more scorers takes as many statements", async () => {
  await add("Fit");
  await add("Cost", priced);
  await addOption(ada, {
    mutationId: mutationId(),
    decisionId: decision.id,
    title: "A third way",
    description: "",
    effects: [],
  });
  const statements = async () => {
    const sent = vi.spyOn(Client.prototype, "query");
    await shown();
    await matrix(ada);
    const count = sent.mock.calls.length;
    sent.mockRestore();
    return count;
  };
  await give(ada, () => 2);
  await statements();
  const one = await statements();
  await give(ben, () => 3);
  await give(cleo, () => 4);
  expect(await statements()).toBe(one);
});
