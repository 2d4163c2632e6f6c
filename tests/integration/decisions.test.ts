import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setDependencies } from "@/features/decisions/dependencies.service";
import { addOption, editOption, removeOption } from "@/features/decisions/options.service";
import { reopen, supersede } from "@/features/decisions/outcome.service";
import {
  decisionByNumber,
  listDecisions,
  optionPreviews,
  previewEffects,
} from "@/features/decisions/queries";
import { ask, deleteDecision, editDecision } from "@/features/decisions/service";
import { projectPlan } from "@/features/plans/queries";
import { deleteProject } from "@/features/projects/service";
import { removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose, questionInput, take } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
let other: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const founder = await anAccount(database.client, "ada@example.org");
  db = await aWorkspace(database.client, founder, "decisions");
  other = await aWorkspace(database.client, founder, "others");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();
const optionContent = { title: "A third way", description: "", effects: [] };

let people = 0;

async function join(role: "admin" | "lead" | "member" | "viewer"): Promise<OrganizationDb> {
  people += 1;
  const account = await anAccount(database.client, `${role}${people}@example.org`);
  return await aMember(database.client, db, account, role);
}

async function lastEvent() {
  return await db.read(async (tx) => await tx.event.findFirstOrThrow({ orderBy: { seq: "desc" } }));
}

const shown = async (number: number) => await decisionByNumber(db, project.key, number);

describe("asking", () => {
  test("puts the question with its options on record, numbered after the ones before", async () => {
    const first = await aDecision(db, project, { dueOn: "2027-02-01" });
    const second = await aDecision(db, project, { dependsOn: [first.id] });
    expect(second.number).toBe(first.number + 1);
    expect(first).toMatchObject({
      state: "open",
      version: 1,
      question: "Is prompting enough?",
      dueOn: "2027-02-01",
      owner: { name: "ada" },
      standing: null,
      options: [
        { title: "Prompt it", effects: [] },
        { title: "Tune it", effects: [{ kind: "include-technique", technique: "fine-tuning" }, {}] },
      ],
    });
    expect(second.dependsOn).toMatchObject([{ number: first.number, state: "open" }]);
    expect((await shown(first.number)).neededBy).toMatchObject([{ number: second.number }]);
    expect(await lastEvent()).toMatchObject({ type: "decision.asked", subjectId: second.id });
  });

  test("widens the forecast by what its options may bring", async () => {
    const before = await projectPlan(db, project.key);
    const { id, tuned } = await aDecision(db, project);
    const after = await projectPlan(db, project.key);
    expect(after.forecast.effortPersonDays.p95).toBeGreaterThan(before.forecast.effortPersonDays.p95);
    const open = after.forecast.openDecisions.find((decision) => decision.decisionId === id);
    expect(open?.options.map((option) => option.optionId)).toContain(tuned.id);
    expect(after.openDecisions.find((decision) => decision.id === id)?.options).toMatchObject([
      { title: "Prompt it" },
      { id: tuned.id, title: "Tune it" },
    ]);
  });

  test("tells on the decision's page what leaving it open costs, as the project's page does, until it is decided", async () => {
    const decision = await aDecision(db, project);
    const previews = async () => await optionPreviews(db, project.key, decision.number);
    const { forecast } = await projectPlan(db, project.key);
    const { open, runs, asOf } = await previews();
    expect(open).toEqual(forecast.openDecisions.find(({ decisionId }) => decisionId === decision.id));
    expect(open?.share).toBeGreaterThan(0);
    expect({ runs, asOf }).toEqual({ runs: forecast.runs, asOf: forecast.asOf });
    await choose(db, decision, decision.plain);
    expect((await previews()).open).toBeNull();
  });

  test("is done whole or not at all", async () => {
    const numbers = async () => (await listDecisions(db, { state: "all", projectKey: project.key })).length;
    const before = await numbers();
    const unknown = [
      [{ ownerId: anew() }, "UNKNOWN_MEMBER"],
      [{ ownerId: other.actor.membershipId }, "UNKNOWN_MEMBER"],
      [{ dependsOn: [anew()] }, "UNKNOWN_DECISION"],
      [{ projectId: anew() }, "NOT_FOUND"],
    ] as const;
    for (const [change, code] of unknown) {
      await expect(
        ask(db, {
          ...questionInput(db, project),
          ...change,
          dependsOn: [...("dependsOn" in change ? change.dependsOn : [])],
        }),
      ).rejects.toMatchObject({ code });
    }
    expect(await numbers()).toBe(before);
    expect((await aDecision(db, project)).number).toBe(before + 1);
  });

  test("of two who ask at once each gets a number", async () => {
    const asked = await Promise.all([1, 2, 3].map(async () => await ask(db, questionInput(db, project))));
    expect(new Set(asked.map(({ number }) => number)).size).toBe(3);
  });

  test("a retried request asks once and answers the same", async () => {
    const input = questionInput(db, project);
    const [first, second] = await Promise.all([ask(db, input), ask(db, input)]);
    expect(second).toEqual(first);
    expect(await ask(db, input)).toEqual(first);
    const all = await listDecisions(db, { state: "all", projectKey: project.key });
    expect(all.filter(({ question }) => question === input.question)).toHaveLength(1);
    await expect(ask(db, { ...input, question: "Another question?" })).rejects.toMatchObject({
      code: "MUTATION_ID_REUSED",
    });
  });
});

describe("editing a question", () => {
  const edit = async (decision: { id: string; version: number; owner: { id: string } }, question: string) =>
    await editDecision(db, {
      mutationId: anew(),
      decisionId: decision.id,
      version: decision.version,
      question,
      context: "",
      ownerId: decision.owner.id,
      dueOn: null,
    });

  test("changes it and says what was before; the forecast names it anew", async () => {
    const decision = await aDecision(db, project);
    await edit(decision, "Is tuning needed?");
    expect(await shown(decision.number)).toMatchObject({ question: "Is tuning needed?", version: 2 });
    expect(await lastEvent()).toMatchObject({
      type: "decision.edited",
      data: { before: { question: "Is prompting enough?" }, after: { question: "Is tuning needed?" } },
    });
    const { forecast } = await projectPlan(db, project.key);
    expect(forecast.drivers.map((driver) => driver.name)).toContain("Is tuning needed?");
  });

  test("of a version that is gone is refused with the current one", async () => {
    const decision = await aDecision(db, project);
    await edit(decision, "The first edit?");
    await expect(edit(decision, "The second edit?")).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { question: "The first edit?", version: 2 } },
    });
  });

  test("does not give it to somebody who left", async () => {
    const gone = await join("member");
    const decision = await aDecision(db, project);
    await removeMember(db, { mutationId: anew(), membershipId: gone.actor.membershipId, version: 1 });
    await expect(
      edit({ ...decision, owner: { id: gone.actor.membershipId } }, "Whose?"),
    ).rejects.toMatchObject({
      code: "UNKNOWN_MEMBER",
    });
  });

  test("is for open decisions only, in projects that are there", async () => {
    const decided = await aDecision(db, project);
    await choose(db, decided, decided.plain);
    await expect(edit({ ...decided, version: 2 }, "Too late?")).rejects.toMatchObject({
      code: "ALREADY_DECIDED",
    });
    const open = await aDecision(db, project);
    await deleteProject(db, { mutationId: anew(), projectId: project.id, version: 1 });
    await expect(edit(open, "Gone?")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(edit({ ...open, id: anew() }, "Nowhere?")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("options", () => {
  test("are added, edited and taken away, and each time the project is planned anew", async () => {
    const decision = await aDecision(db, project, {
      options: questionInput(db, project).options.slice(0, 2),
    });
    const spread = async () => {
      const { forecast } = await projectPlan(db, project.key);
      return forecast.costMinor.p95;
    };
    const before = await spread();
    const costly = { ...optionContent, effects: [{ kind: "add-cost" as const, costMinor: 90_000_000 }] };
    const { id } = await addOption(db, { mutationId: anew(), decisionId: decision.id, ...costly });
    const withIt = await spread();
    expect(withIt).toBeGreaterThan(before);
    await editOption(db, { mutationId: anew(), optionId: id, version: 1, ...optionContent, title: "Cheap" });
    expect(await spread()).toBeLessThan(withIt);
    await removeOption(db, { mutationId: anew(), optionId: id, version: 2 });
    expect(await spread()).toBe(before);
    expect((await shown(decision.number)).options.map((option) => option.title)).toEqual([
      "Prompt it",
      "Tune it",
    ]);
  });

  test("of a version that is gone are refused with the current one", async () => {
    const { tuned } = await aDecision(db, project);
    const edit = async (title: string) =>
      await editOption(db, { mutationId: anew(), optionId: tuned.id, version: 1, ...optionContent, title });
    await edit("Mine");
    const stale = { code: "STALE_VERSION", details: { current: { title: "Mine", version: 2 } } };
    await expect(edit("Yours")).rejects.toMatchObject(stale);
    await expect(
      removeOption(db, { mutationId: anew(), optionId: tuned.id, version: 1 }),
    ).rejects.toMatchObject(stale);
  });

  test("stay as they are once it is decided", async () => {
    const decision = await aDecision(db, project);
    await choose(db, decision, decision.plain);
    const refused = { code: "ALREADY_DECIDED" };
    const { tuned } = decision;
    await expect(
      addOption(db, { mutationId: anew(), decisionId: decision.id, ...optionContent }),
    ).rejects.toMatchObject(refused);
    await expect(
      editOption(db, { mutationId: anew(), optionId: tuned.id, version: 1, ...optionContent }),
    ).rejects.toMatchObject(refused);
    await expect(
      removeOption(db, { mutationId: anew(), optionId: tuned.id, version: 1 }),
    ).rejects.toMatchObject(refused);
  });

  test("are thirty at most", async () => {
    const options = Array.from({ length: 30 }, (_, place) => ({
      ...optionContent,
      title: `Option ${place}`,
    }));
    const { id } = await aDecision(db, project, { options });
    await expect(
      addOption(db, { mutationId: anew(), decisionId: id, ...optionContent }),
    ).rejects.toMatchObject({
      code: "TOO_MANY_OPTIONS",
    });
  });

  test("that are taken away leave the positions that were for them without an option", async () => {
    const decision = await aDecision(db, project);
    await take(db, decision, { stance: "agree", optionId: decision.tuned.id });
    await removeOption(db, { mutationId: anew(), optionId: decision.tuned.id, version: 1 });
    expect((await shown(decision.number)).positions).toMatchObject([{ stance: "agree", optionId: null }]);
    await expect(choose(db, decision, decision.tuned)).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
  });

  test("show what they would do before anybody chooses: the same figures as choosing then gives", async () => {
    const decision = await aDecision(db, project);
    const { options } = await optionPreviews(db, project.key, decision.number);
    const preview = options.find((option) => option.optionId === decision.tuned.id);
    const drafted = await previewEffects(db, {
      decisionId: decision.id,
      optionId: decision.tuned.id,
      effects: decision.tuned.effects,
    });
    const { version: _, ...record } = await choose(db, decision, decision.tuned);
    expect(preview).toMatchObject(record);
    expect(drafted).toEqual(record);
  });
});

describe("positions", () => {
  test("are one per member; the later takes the place of the earlier", async () => {
    const decision = await aDecision(db, project);
    const grace = await join("member");
    await take(db, decision, { stance: "agree", optionId: decision.plain.id });
    await take(grace, decision, { stance: "object", optionId: decision.plain.id, reason: "Too long." });
    await take(db, decision, { stance: "abstain" });
    const { positions } = await shown(decision.number);
    expect(positions.map(({ stance, reason }) => [stance, reason])).toEqual([
      ["object", "Too long."],
      ["abstain", ""],
    ]);
  });

  test("need a reason to object, and an option of this decision", async () => {
    const decision = await aDecision(db, project);
    const elsewhere = await aDecision(db, project);
    await expect(take(db, decision, { stance: "object" })).rejects.toMatchObject({ code: "REASON_NEEDED" });
    await expect(take(db, decision, { stance: "agree", optionId: elsewhere.plain.id })).rejects.toMatchObject(
      { code: "UNKNOWN_OPTION" },
    );
  });

  test("are closed with the decision", async () => {
    const decision = await aDecision(db, project);
    await choose(db, decision, decision.plain);
    await expect(take(db, decision, { stance: "agree" })).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
  });
});

describe("dependencies", () => {
  const needs = async (decision: { id: string; version: number }, ...dependsOn: string[]) =>
    await setDependencies(db, {
      mutationId: anew(),
      decisionId: decision.id,
      version: decision.version,
      dependsOn,
    });

  test("are replaced as a whole", async () => {
    const [a, b, c] = [
      await aDecision(db, project),
      await aDecision(db, project),
      await aDecision(db, project),
    ];
    await needs(c, a.id);
    await needs({ ...c, version: 2 }, b.id, b.id);
    expect((await shown(c.number)).dependsOn.map(({ number }) => number)).toEqual([b.number]);
    expect((await shown(a.number)).neededBy).toEqual([]);
  });

  test("make no circle, and the refusal names it", async () => {
    const [a, b, c] = [
      await aDecision(db, project),
      await aDecision(db, project),
      await aDecision(db, project),
    ];
    await needs(b, a.id);
    await needs(c, b.id);
    await expect(needs(a, c.id)).rejects.toMatchObject({
      code: "DEPENDENCY_CIRCLE",
      message: expect.stringContaining(`D-${c.number}`),
      details: { fieldErrors: { dependsOn: [expect.anything()] } },
    });
    await expect(needs(a, a.id)).rejects.toMatchObject({ code: "DEPENDENCY_CIRCLE" });
    expect((await shown(a.number)).dependsOn).toEqual([]);
  });

  test("that two people set at once make no circle together", async () => {
    const [a, b] = [await aDecision(db, project), await aDecision(db, project)];
    const results = await Promise.allSettled([needs(a, b.id), needs(b, a.id)]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["DEPENDENCY_CIRCLE"]);
  });

  test("stay within the project", async () => {
    const elsewhere = await aDecision(db, await aProject(db));
    const decision = await aDecision(db, project);
    await expect(needs(decision, elsewhere.id)).rejects.toMatchObject({ code: "UNKNOWN_DECISION" });
  });

  test("are not changed by who saw an older version, nor once it is decided", async () => {
    const [a, b] = [await aDecision(db, project), await aDecision(db, project)];
    await needs(b, a.id);
    await expect(needs(b)).rejects.toMatchObject({ code: "STALE_VERSION" });
    await choose(db, { ...b, version: 2 }, b.plain);
    await expect(needs({ ...b, version: 3 })).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
  });

  test("may be set while others decide what they name", async () => {
    const decisions = await Promise.all([1, 2, 3, 4].map(async () => await aDecision(db, project)));
    const ids = decisions.map(({ id }) => id);
    await Promise.all([
      ...decisions.map(async (decision) => await choose(db, decision, decision.plain)),
      ask(db, questionInput(db, project, { dependsOn: ids })),
      ask(db, questionInput(db, project, { dependsOn: ids.toReversed() })),
    ]);
  });
});

describe("deleting a question", () => {
  test("hides it, plans anew, and keeps its number", async () => {
    const before = await projectPlan(db, project.key);
    const decision = await aDecision(db, project);
    await deleteDecision(db, { mutationId: anew(), decisionId: decision.id, version: 1 });
    await expect(shown(decision.number)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(choose(db, decision, decision.plain)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await projectPlan(db, project.key)).forecast).toEqual(before.forecast);
    expect((await aDecision(db, project)).number).toBe(decision.number + 1);
  });

  test("is refused once it is decided, and of a version that is gone", async () => {
    const decision = await aDecision(db, project);
    const remove = async (version: number) =>
      await deleteDecision(db, { mutationId: anew(), decisionId: decision.id, version });
    await expect(remove(7)).rejects.toMatchObject({ code: "STALE_VERSION" });
    await choose(db, decision, decision.plain);
    await expect(remove(2)).rejects.toMatchObject({ code: "ALREADY_DECIDED" });
  });
});

describe("a decision of another workspace", () => {
  test("does not exist here, whatever is done with its ids", async () => {
    const theirs = await aDecision(other, await aProject(other));
    const mine = await aDecision(db, project);
    const gone = { code: "NOT_FOUND" };
    const version = 1;
    const mutationId = anew();
    const decisionId = theirs.id;
    await expect(choose(db, theirs, theirs.plain)).rejects.toMatchObject(gone);
    await expect(choose(db, mine, theirs.plain)).rejects.toMatchObject({ code: "UNKNOWN_OPTION" });
    await expect(take(db, theirs, { stance: "agree" })).rejects.toMatchObject(gone);
    await expect(addOption(db, { mutationId, decisionId, ...optionContent })).rejects.toMatchObject(gone);
    await expect(
      editOption(db, { mutationId, optionId: theirs.plain.id, version, ...optionContent }),
    ).rejects.toMatchObject(gone);
    await expect(reopen(db, { mutationId, decisionId, version, reason: "Why not." })).rejects.toMatchObject(
      gone,
    );
    await expect(
      supersede(db, { mutationId, decisionId, version, question: "Ours now?", reason: "Why not." }),
    ).rejects.toMatchObject(gone);
    await expect(deleteDecision(db, { mutationId, decisionId, version })).rejects.toMatchObject(gone);
    await expect(
      setDependencies(db, { mutationId, decisionId: mine.id, version, dependsOn: [theirs.id] }),
    ).rejects.toMatchObject({ code: "UNKNOWN_DECISION" });
    await expect(previewEffects(db, { decisionId, optionId: null, effects: [] })).rejects.toMatchObject(gone);
    expect(await decisionByNumber(other, theirs.project.key, theirs.number)).toMatchObject({
      version: 1,
      state: "open",
    });
  });
});
