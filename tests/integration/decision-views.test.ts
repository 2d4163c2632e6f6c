import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setDependencies } from "@/features/decisions/dependencies.service";
import { decisionGraph } from "@/features/decisions/graph.queries";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import { decisionByNumber } from "@/features/decisions/queries";
import { confirmOutcome } from "@/features/decisions/review.service";
import {
  listDecisionsInput,
  reopenInput,
  reviewInput,
  supersedeInput,
  timelineInput,
} from "@/features/decisions/schema";
import { deleteDecision } from "@/features/decisions/service";
import { decisionTimeline, projectsOfLog } from "@/features/decisions/timeline.queries";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

// The log of decisions along time, and as what hangs together.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let other: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const founder = await anAccount(database.client, "ada@example.org");
  db = await aWorkspace(database.client, founder, "views");
  other = await aWorkspace(database.client, founder, "other");
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const mutationId = () => crypto.randomUUID();

async function timeline(of: OrganizationDb, asked: Partial<ReturnType<typeof timelineInput.parse>>) {
  const page = await decisionTimeline(of, timelineInput.parse({ state: "all", ...asked }));
  return page.months.flatMap(({ moments }) => moments);
}

describe("the timeline", () => {
  test("tells what happened to a decision and what is to happen, the latest first", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const decision = await aDecision(db, project, { question: "Which model for the night?" });
    await choose(db, decision, decision.plain, { rationale: "Cheap.", reviewOn: "2096-03-01" });
    await confirmOutcome(
      db,
      reviewInput.parse({
        mutationId: mutationId(),
        decisionId: decision.id,
        version: 2,
        note: "Prices stand.",
        nextOn: "2096-09-01",
      }),
    );
    const which = { projectKey: project.key, text: "night" };
    expect((await timeline(db, which)).map(({ kind, on }) => [kind, kind === "review" ? on : ""])).toEqual([
      ["review", "2096-09-01"],
      ["confirmed", ""],
      ["decided", ""],
      ["asked", ""],
    ]);
    await reopen(
      db,
      reopenInput.parse({
        mutationId: mutationId(),
        decisionId: decision.id,
        version: 3,
        reason: "A price rose.",
      }),
    );
    const reopened = await timeline(db, which);
    expect(reopened.map(({ kind }) => kind)).toEqual(["reopened", "confirmed", "decided", "asked"]);
    expect(reopened[0]).toMatchObject({ who: "ada", words: "A price rose.", decision: { state: "open" } });
    await choose(db, { ...decision, version: 4 }, decision.tuned, {});
    await supersede(
      db,
      supersedeInput.parse({
        mutationId: mutationId(),
        decisionId: decision.id,
        version: 5,
        question: "Which model, day and night?",
        reason: "One team answers both.",
      }),
    );
    const all = await timeline(db, which);
    expect(all.filter((one) => one.decision.number === decision.number).map(({ kind }) => kind)).toEqual([
      "superseded",
      "decided",
      "reopened",
      "confirmed",
      "decided",
      "asked",
    ]);
  });

  test("shows the day an open decision is due, until it is decided", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const decision = await aDecision(db, project, { question: "Who signs off?", dueOn: "2096-01-15" });
    const which = { projectKey: project.key, text: "signs" };
    expect((await timeline(db, which)).map(({ kind }) => kind)).toEqual(["due", "asked"]);
    await choose(db, decision, decision.plain);
    expect((await timeline(db, which)).map(({ kind }) => kind)).toEqual(["decided", "asked"]);
  });

  test("is narrowed like the list, by state, project and words", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    await aDecision(db, project, { question: "Do we log keystrokes?" });
    expect(await timeline(db, { projectKey: project.key, state: "decided" })).toEqual([]);
    expect(await timeline(db, { projectKey: project.key, text: "keystrokes" })).toHaveLength(1);
    expect(await timeline(db, { text: "nothing-like-it" })).toEqual([]);
  });

  test("and its projects have nothing of another workspace", async () => {
    const foreign = await aProject(other, { template: "prompt-hosted-model" });
    await aDecision(other, foreign, { question: "Which quantisation abroad?" });
    const here = await timeline(db, {});
    expect(here.some(({ decision }) => decision.question.includes("abroad"))).toBe(false);
    expect(await timeline(db, { projectKey: foreign.key, text: "abroad" })).toEqual([]);
    expect((await projectsOfLog(other)).map(({ key }) => key)).toContain(foreign.key);
    expect((await projectsOfLog(db)).map(({ key }) => key)).not.toContain(foreign.key);
  });
});

const graph = async (of: OrganizationDb, asked: Partial<ReturnType<typeof listDecisionsInput.parse>>) =>
  await decisionGraph(of, listDecisionsInput.parse({ state: "all", ...asked }));

describe("the graph", () => {
  test("joins decisions by what comes first and by what took whose place", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const first = await aDecision(db, project, { question: "Which data may we keep?" });
    const second = await aDecision(db, project, { question: "Where does it run?", dependsOn: [first.id] });
    const alone = await aDecision(db, project, { question: "Who writes the manual?" });
    await choose(db, first, first.plain);
    const { number } = await supersede(
      db,
      supersedeInput.parse({
        mutationId: mutationId(),
        decisionId: first.id,
        version: 2,
        question: "Which data may we keep now?",
        reason: "A new law.",
      }),
    );
    const all = await graph(db, { projectKey: project.key });
    const cluster = all.clusters.find(({ decisions }) => decisions.some(({ id }) => id === first.id));
    expect(cluster?.decisions.map((decision) => [decision.number, decision.state])).toEqual([
      [first.number, "superseded"],
      [second.number, "open"],
      [number, "open"],
    ]);
    const numbers = new Map(cluster?.decisions.map((decision) => [decision.id, decision.number]));
    expect(
      cluster?.links.map((link) => [link.kind, numbers.get(link.from), numbers.get(link.to)]).sort(),
    ).toEqual([
      ["comes-before", first.number, second.number],
      ["superseded-by", first.number, number],
    ]);
    expect(cluster?.drawing?.cards).toHaveLength(3);
    expect(all.alone.map(({ id }) => id)).toContain(alone.id);
  });

  test("keeps the other end of a link that was not asked for, and marks it", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const first = await aDecision(db, project, { question: "Is the budget enough?" });
    const second = await aDecision(db, project, { question: "How many experts?", dependsOn: [first.id] });
    const found = await graph(db, { projectKey: project.key, text: "experts" });
    expect(found.clusters.flatMap(({ decisions }) => decisions.map(({ id, found }) => [id, found]))).toEqual([
      [first.id, false],
      [second.id, true],
    ]);
  });

  test("leaves out what was deleted", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const first = await aDecision(db, project, { question: "Do we need a mascot?" });
    const second = await aDecision(db, project, { question: "What colour is it?", dependsOn: [first.id] });
    await deleteDecision(db, { mutationId: mutationId(), decisionId: first.id, version: 1 });
    const left = await graph(db, { projectKey: project.key, text: "colour" });
    expect(left.clusters).toEqual([]);
    expect((await decisionByNumber(db, project.key, second.number)).dependsOn).toEqual([]);
  });

  test("has nothing of another workspace", async () => {
    const foreign = await aProject(other, { template: "prompt-hosted-model" });
    const first = await aDecision(other, foreign, { question: "Which port abroad?" });
    await aDecision(other, foreign, { question: "Which ship abroad?", dependsOn: [first.id] });
    expect(JSON.stringify(await graph(db, {}))).not.toContain("abroad");
    expect(await graph(db, { projectKey: foreign.key })).toEqual({ clusters: [], alone: [] });
  });
});

describe("what comes first", () => {
  test("is set and taken away with an event that names the decisions by number", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const first = await aDecision(db, project, { question: "Which tickets?" });
    const second = await aDecision(db, project, { question: "Which labels?" });
    const set = async (version: number, dependsOn: string[]) =>
      await setDependencies(db, { mutationId: mutationId(), decisionId: second.id, version, dependsOn });
    await set(1, [first.id]);
    await set(2, []);
    const events = await db.read(
      async (tx) =>
        await tx.event.findMany({
          where: { organizationId: db.organizationId, subjectId: second.id, type: "decision.edited" },
          orderBy: { seq: "asc" },
        }),
    );
    expect(events.map(({ data }) => data)).toMatchObject([
      { before: { dependsOn: [] }, after: { dependsOn: [first.number] } },
      { before: { dependsOn: [first.number] }, after: { dependsOn: [] } },
    ]);
  });

  test("can't be a decision of another workspace", async () => {
    const project = await aProject(db, { template: "prompt-hosted-model" });
    const decision = await aDecision(db, project);
    const foreign = await aDecision(other, await aProject(other, { template: "prompt-hosted-model" }));
    const input = { mutationId: mutationId(), decisionId: decision.id, version: 1, dependsOn: [foreign.id] };
    await expect(setDependencies(db, input)).rejects.toMatchObject({ code: "UNKNOWN_DECISION" });
  });
});
