import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { disciplineIds, phaseIds } from "@/planning";
import { examples } from "../support/procedure-examples";
import { aWorld, type World } from "../support/procedure-world";
import { procedures } from "../support/procedures";

// A screen asks the database a number of questions that does not grow with what it shows.

type Measured = { readonly statements: number; readonly answerLength: number };

const queries = procedures.filter((procedure) => procedure.type === "query");

/** Answers that must be longer after the growth; otherwise an equal number of statements would prove nothing. */
const lists = [
  "accounts.me",
  "accounts.sessions",
  "activity.feed",
  "attention.inbox",
  "attention.subscriptions",
  "comments.answers",
  "comments.discussion",
  "comments.history",
  "comments.outline",
  "decideNext.open",
  "decisionLog.graph",
  "decisionLog.timeline",
  "decisions.byNumber",
  "decisions.list",
  "decisions.optionPreviews",
  "decisions.reviewsDue",
  "decisions.suggestedNow",
  "evidence.ofDecision",
  "expertise.weeks",
  "home.overview",
  "portfolio.overview",
  "projects.byKey",
  "projects.deleted",
  "projects.list",
  "schedule.overview",
  "scoring.byNumber",
  "scoring.matrix",
  "time.booked",
  "time.week",
  "workspaces.invitations",
  "workspaces.members",
];

let world: World;
let few: ReadonlyMap<string, Measured>;
let many: ReadonlyMap<string, Measured>;

beforeAll(async () => {
  world = await aWorld();
  // What is asked only once in the life of a process, or of a day, is asked before.
  await measureAll();
  few = await measureAll();
  for (let round = 1; round <= 3; round += 1) await grow(round);
  await measureAll();
  many = await measureAll();
}, 120_000);

afterAll(async () => await world.end());

describe("the number of SQL statements", () => {
  test.each(queries)("of $path stays as it is when there are more rows", ({ path }) => {
    expect(many.get(path)?.statements).toBe(few.get(path)?.statements);
    expect(few.get(path)?.statements).toBeGreaterThan(0);
  });

  test.each(lists)("is compared for %s with more to answer", (path) => {
    expect(many.get(path)?.answerLength).toBeGreaterThan(few.get(path)?.answerLength ?? Number.NaN);
  });
});

async function measureAll(): Promise<Map<string, Measured>> {
  // What is kept while the log stands still is asked for anew.
  await world.call("owner", "comments.write", {
    ...inputOf("comments.write"),
    mutationId: randomUUID(),
    parentId: null,
  });
  const measured = new Map<string, Measured>();
  for (const { path } of queries) {
    const sent = vi.spyOn(Client.prototype, "query");
    const answer = await world.call("owner", path, inputOf(path));
    // The connection for live updates asks now and then whether it is still there, whoever else is asking.
    const statements = sent.mock.calls.filter(([statement]) => String(statement) !== "SELECT 1").length;
    sent.mockRestore();
    measured.set(path, { statements, answerLength: JSON.stringify(answer).length });
  }
  return measured;
}

function inputOf(path: string): object {
  return examples[path]?.(world) ?? {};
}

const askedDecision = z.object({ id: z.string(), number: z.number() });
const shownDecision = z.object({ options: z.array(z.object({ id: z.string() })) });
/** Somebody else's mention, which makes an item of a thread of its own, and a phase that is muted. */
async function growInbox(round: number): Promise<void> {
  const { membershipId } = world.people.owner;
  const body = `[@owner](mention:member/${membershipId}) ${round}`;
  await world.call("member", "comments.write", {
    ...inputOf("comments.write"),
    mutationId: randomUUID(),
    parentId: null,
    body,
  });
  const projectId = world.own.project.id;
  const phase = phaseIds[round - 1] ?? "scoping";
  await world.call("owner", "attention.subscribe", {
    ...inputOf("attention.subscribe"),
    subject: { kind: "phase", projectId, phase },
  });
  await world.readLog();
}

const newProject = z.object({ id: z.string() });

/** One more of everything that a list shows. */
async function grow(round: number): Promise<void> {
  const write = async (path: string, change: object = {}) =>
    await world.call("owner", path, { ...inputOf(path), mutationId: randomUUID(), ...change });
  await write("workspaces.create", { slug: `another-${round}` });
  await write("workspaces.createInvitation");
  await write("decisions.ask");
  const asked = askedDecision.parse(await write("decisions.ask"));
  const number = { projectKey: world.own.project.key, number: asked.number };
  const [option] = shownDecision.parse(
    await world.call("owner", "decisions.byNumber", { workspace: world.slug, ...number }),
  ).options;
  const choice = { decisionId: asked.id, version: 1, optionId: option?.id };
  await write("decisions.decide", { ...choice, reviewOn: new Date().toISOString().slice(0, 10) });
  await write("decisions.addOption");
  await write("evidence.add", { content: { kind: "link", url: "https://example.org/more" } });
  await write("scoring.addCriterion", { name: `Criterion ${round}` });
  const { id: decisionId } = world.own.otherDecision;
  await write("scoring.addCriterion", { decisionId, name: `Criterion ${round}` });
  await write("comments.write", { parentId: null });
  await write("comments.write");
  await growInbox(round);
  await write("comments.edit", { version: round, body: `It costs ${round}.` });
  const { firstOption, id: subjectId } = world.own.openDecision;
  const cell = { optionId: firstOption.id, criterionId: world.own.openScoring.criterion.id };
  await write("comments.write", { subjectId, parentId: null, anchor: { kind: "cell", ...cell } });
  await write("comments.write", {
    parentId: null,
    anchor: { kind: "text", quote: "The letters are long.", before: "", after: "" },
  });
  await world.call("member", "decisions.takePosition", inputOf("decisions.takePosition"));
  const known = disciplineIds.slice(0, round).map((discipline) => ({ discipline, level: 2 }));
  await write("workspaces.editProfile", { version: round, expertise: known });
  const more = newProject.parse(await write("projects.create", { key: `MORE${round}` }));
  await write("time.book", { projectId: more.id });
  const gone = newProject.parse(await write("projects.create", { key: `GONE${round}` }));
  await write("projects.delete", { projectId: gone.id, version: 1 });
}
