import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { disciplineIds } from "@/planning";
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
  "comments.discussion",
  "decisions.byNumber",
  "decisions.list",
  "decisions.optionPreviews",
  "portfolio.overview",
  "projects.byKey",
  "projects.deleted",
  "projects.list",
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
  const measured = new Map<string, Measured>();
  for (const { path } of queries) {
    const sent = vi.spyOn(Client.prototype, "query");
    const answer = await world.call("owner", path, inputOf(path));
    const statements = sent.mock.calls.length;
    sent.mockRestore();
    measured.set(path, { statements, answerLength: JSON.stringify(answer).length });
  }
  return measured;
}

function inputOf(path: string): object {
  return examples[path]?.(world) ?? {};
}

/** One more of everything that a list shows. */
async function grow(round: number): Promise<void> {
  const write = async (path: string, change: object = {}) =>
    await world.call("owner", path, { ...inputOf(path), mutationId: randomUUID(), ...change });
  await write("workspaces.create", { slug: `another-${round}` });
  await write("workspaces.createInvitation");
  await write("decisions.ask");
  await write("decisions.addOption");
  await write("comments.write", { parentId: null });
  await write("comments.write");
  await world.call("member", "decisions.takePosition", inputOf("decisions.takePosition"));
  const known = disciplineIds.slice(0, round).map((discipline) => ({ discipline, level: 2 }));
  await write("workspaces.editProfile", { version: round, expertise: known });
  await write("projects.create", { key: `MORE${round}` });
  const created = await write("projects.create", { key: `GONE${round}` });
  const projectId = created !== null && typeof created === "object" && "id" in created ? created.id : "";
  await write("projects.delete", { projectId, version: 1 });
}
