import { randomUUID } from "node:crypto";
import { getTRPCErrorFromUnknown } from "@trpc/server";
import { Client } from "pg";
import superjson from "superjson";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/platform/errors";
import { examples } from "../support/procedure-examples";
import { aWorld, type World } from "../support/procedure-world";
import { procedures } from "../support/procedures";
import { withoutProjects } from "../support/without-projects";

// A lead, whose role lets them ask for nearly everything, and from whom the workspace's furnished project is hidden: whatever they
// ask, they are answered as if there were no such project.

let world: World;

/** What was answered when the project was hidden, by procedure; and what when it was not there at all. */
const hidden = new Map<string, Outcome>();
const gone = new Map<string, Outcome>();

type Outcome = { readonly refusal: string | null; readonly answer: string };

const queries = procedures.filter(({ type, meta }) => type === "query" && meta?.access === "organization");
const mutations = procedures.filter(
  ({ type, meta }) => type === "mutation" && meta?.access === "organization",
);

/** Where the log stands: that something happened in the workspace is no secret, what and where is. */
const positions = ["activity.position"];

beforeAll(async () => {
  world = await aWorld();
  await somethingToSee();
  await makePrivate();
  for (const { path } of queries) {
    for (const [question, input] of questionsOf(path)) hidden.set(question, await outcomeOf(path, input));
  }
  await withoutProjects(world.ownerUrl, world.own.organizationId, secretIds());
  for (const { path } of queries) {
    for (const [question, input] of questionsOf(path)) gone.set(question, await outcomeOf(path, input));
  }
  await world.restore();
}, 240_000);

afterAll(async () => await world.end());

describe("a query", () => {
  test.each(queries.map(({ path }) => path))("%s tells nothing of it", (path) => {
    for (const [question] of questionsOf(path)) {
      const { answer } = outcome(hidden, question);
      for (const secret of secrets()) expect(answer).not.toContain(secret);
      if (!positions.includes(path)) expect(outcome(hidden, question)).toEqual(outcome(gone, question));
    }
  });
});

describe("a mutation on it", () => {
  beforeEach(async () => {
    await world.restore();
    await makePrivate();
  });

  test.each(mutations.map(({ path }) => path))("%s finds nothing", async (path) => {
    const input = exampleOf(path);
    if (!secrets().some((secret) => JSON.stringify(input).includes(secret))) return;
    const before = await world.fingerprint();
    const { refusal, answer } = await outcomeOf(path, input);
    expect(answered).toContain(refusal);
    for (const secret of secrets()) expect(answer).not.toContain(secret);
    expect(await world.fingerprint()).toEqual(before);
  });
});

/** How an id that is not there is refused; or the lead's role is. */
const answered = [
  "NOT_FOUND",
  "ROLE_NOT_ALLOWED",
  "UNKNOWN_OPTION",
  "UNKNOWN_TASK",
  "UNKNOWN_DECISION",
  "UNKNOWN_CRITERION",
  "NOT_IN_YOUR_INBOX",
];

/** Another project, of which there is something in every list and sum. */
async function somethingToSee(): Promise<void> {
  const create = { ...exampleOf("projects.create"), ownerId: world.people.lead.membershipId };
  await world.call("owner", "projects.create", create);
  await world.readLog();
}

async function makePrivate(): Promise<void> {
  const { project } = world.own;
  await world.call("owner", "projects.setVisibility", {
    workspace: world.slug,
    mutationId: randomUUID(),
    projectId: project.id,
    version: project.version,
    visibility: "private",
  });
  const client = new Client({ connectionString: world.ownerUrl });
  await client.connect();
  await client.query("SELECT set_config('phasewise.organization_id', $1, false)", [world.own.organizationId]);
  await client.query("UPDATE project SET visibility = 'private' WHERE id = $1", [
    world.own.deletedProject.id,
  ]);
  await client.end();
}

const secretIds = () => [world.own.project.id, world.own.deletedProject.id];

/** What of it an answer could show: ids, keys, and words that stand nowhere else. */
function secrets(): string[] {
  const { own } = world;
  return [
    ...secretIds(),
    own.openDecision.id,
    own.otherDecision.id,
    own.decidedDecision.id,
    own.openDecision.firstOption.id,
    own.thread.id,
    own.evidence.id,
    own.file.id,
    own.baseline.id,
    own.scenario.id,
    own.sizing.id,
    own.timeEntry.entryId,
    own.timer.id,
    own.inboxItem.id,
    own.openScoring.criterion.id,
    own.projectTask.key,
    `"${own.project.key}"`,
    `"${own.deletedProject.key}"`,
    `/${own.project.key}`,
    "Which model do we start from?",
    "Where does the data come from?",
    "Visit the clinic",
  ];
}

/** The example, and the same about the whole workspace where the procedure can be asked so. */
function questionsOf(path: string): [string, object][] {
  const input = exampleOf(path);
  const {
    projectId: _,
    projectKey: __,
    projectIds: ___,
    ...whole
  } = Object.assign({ projectId: null, projectKey: null, projectIds: null }, input);
  return [
    [path, input],
    [`${path} of all`, whole],
  ];
}

function exampleOf(path: string): object {
  const example = examples[path];
  if (example === undefined) throw new Error(`${path} has no row in procedure-examples.ts.`);
  return example(world);
}

function outcome(from: ReadonlyMap<string, Outcome>, question: string): Outcome {
  const known = from.get(question);
  if (known === undefined) throw new Error(`${question} was not asked.`);
  return known;
}

async function outcomeOf(path: string, input: object): Promise<Outcome> {
  try {
    const answer = superjson.stringify(await world.call("lead", path, input));
    return { refusal: null, answer: withoutMoments(answer) };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    const refusal = error.cause instanceof AppError ? error.cause.code : error.code;
    return { refusal, answer: `${error.message} ${JSON.stringify(error.cause)}` };
  }
}

/** Where the log stands, and the moment of asking, differ between any two answers. */
function withoutMoments(answer: string): string {
  return answer.replace(/"seq":\d+/g, '"seq":0').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a moment");
}
