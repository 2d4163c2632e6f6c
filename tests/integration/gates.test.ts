import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askApproval, decideGate, nameApprover } from "@/features/gates/approval.service";
import { closeCondition, reopenCondition } from "@/features/gates/conditions.service";
import { addCriterion, judge, removeCriterion } from "@/features/gates/criteria.service";
import { addEvidence, removeEvidence } from "@/features/gates/evidence.service";
import { gateOf } from "@/features/gates/queries";
import { decideGateInput, judgeInput } from "@/features/gates/schema";
import { gateSteps } from "@/features/gates/undo.queries";
import { takeBackAtGate } from "@/features/gates/undo.service";
import { moveProject } from "@/features/projects/phases.service";
import { listProjects, projectByKey } from "@/features/projects/queries";
import { editProject } from "@/features/projects/service";
import type { GateVerdict } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { itemsOf, readLog } from "../support/inboxes";
import { aProject, projectInput } from "../support/projects";

// A phase's gate: what the team says of its criteria, what the approver says of the gate, and what a move makes of it.

let testDatabase: TestDatabase;
let database: Database;
/** Owns the workspace and the project. */
let ada: OrganizationDb;
let ben: OrganizationDb;
let cleo: OrganizationDb;
let project: { id: string; key: string };
let workspaces = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
});

beforeEach(async () => {
  workspaces += 1;
  const { client } = database;
  const account = async (name: string) => await anAccount(client, `${name}@g${workspaces}.example`);
  ada = await aWorkspace(client, await account("ada"), `g${workspaces}-gates`);
  ben = await aMember(client, ada, await account("ben"), "member");
  cleo = await aMember(client, ada, await account("cleo"), "lead");
  project = await aProject(ada);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });
const idOf = ({ actor }: OrganizationDb) => actor.membershipId;
const where = () => ({ projectId: project.id, phase: "scoping" as const });
const gate = async (db = ada) => await gateOf(db, { projectKey: project.key, phase: "scoping" });
const versionOf = async () => (await gate()).version;

const say = async (db: OrganizationDb, key: string, change: Partial<Parameters<typeof judge>[1]> = {}) =>
  await judge(
    db,
    judgeInput.parse({ ...request(), ...where(), key, version: 0, status: "met", note: "", ...change }),
  );

async function meetEverything() {
  for (const { key, version } of (await gate()).criteria) await say(ben, key, { version });
}

const ask = async (db = ben) =>
  await askApproval(db, { ...request(), ...where(), version: await versionOf(), note: "Ready." });

const decide = async (
  db: OrganizationDb,
  verdict: GateVerdict,
  change: Partial<Parameters<typeof decideGate>[1]> = {},
) =>
  await decideGate(
    db,
    decideGateInput.parse({
      ...request(),
      ...where(),
      version: await versionOf(),
      verdict,
      reason: verdict === "sent-back" ? "No test set." : "",
      conditions: [],
      ...change,
    }),
  );

const aCondition = (owner = ben) => ({
  text: "Agree on the budget",
  dueOn: "2027-02-01",
  ownerId: idOf(owner),
});

async function lastEvents(count: number) {
  const events = await ada.read(
    async (tx) => await tx.event.findMany({ orderBy: { seq: "desc" }, take: count, select: { type: true } }),
  );
  return events.map(({ type }) => type).reverse();
}

describe("criteria", () => {
  test("are those of the standard, open until somebody says, with who and when", async () => {
    const [first] = (await gate()).criteria;
    expect(first).toMatchObject({ status: "open", version: 0, judgedBy: null });
    await say(ben, first?.key ?? "", { note: "All five users agree." });
    expect((await gate()).criteria[0]).toMatchObject({
      status: "met",
      note: "All five users agree.",
      judgedBy: "ben",
      judgedAt: expect.any(Date),
    });
    expect(await lastEvents(1)).toEqual(["gate.criterion-judged"]);
  });

  test("do not apply with a reason only, and an own one can be added and taken away", async () => {
    const [first] = (await gate()).criteria;
    await expect(say(ben, first?.key ?? "", { status: "not-applicable", note: "" })).rejects.toMatchObject({
      code: "REASON_MISSING",
      details: { fieldErrors: { note: ["Please say why it does not apply."] } },
    });
    const { key } = await addCriterion(ben, { ...request(), ...where(), text: "The works council agrees" });
    expect((await gate()).criteria.at(-1)).toMatchObject({ key, isOwn: true, status: "open" });
    await removeCriterion(ben, { ...request(), ...where(), key, version: 1 });
    expect((await gate()).criteria.map((criterion) => criterion.key)).not.toContain(key);
    await expect(say(ben, key, { version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await say(ben, first?.key ?? "");
    await expect(
      removeCriterion(ben, { ...request(), ...where(), key: first?.key ?? "", version: 1 }),
    ).rejects.toMatchObject({ code: "NOT_YOUR_OWN" });
  });

  test("of two who judge at once the later meets what the earlier said; other criteria are free", async () => {
    const [first, second] = (await gate()).criteria.map(({ key }) => key);
    await say(ben, first ?? "", { status: "not-met", note: "Two users disagree." });
    await expect(say(cleo, first ?? "")).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { status: "not-met", note: "Two users disagree.", version: 1 } },
    });
    await say(cleo, second ?? "");
  });

  test("nobody judges what the gate does not ask", async () => {
    await expect(say(ben, "made-up")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("are shown by links, notes, outcomes and deliverables, which can be taken away", async () => {
    const [first] = (await gate()).criteria;
    const show = async (content: Parameters<typeof addEvidence>[1]["content"]) =>
      await addEvidence(ben, { ...request(), ...where(), key: first?.key ?? "", content });
    const decision = await aDecision(ada, project);
    await expect(show({ kind: "decision", decisionId: decision.id })).rejects.toMatchObject({
      code: "NOT_DECIDED",
    });
    await choose(ada, decision, decision.plain);
    const { id } = await show({ kind: "link", url: "https://example.org/brief", title: "The brief" });
    await show({ kind: "note", title: "Said in the meeting of March" });
    await show({ kind: "decision", decisionId: decision.id });
    const deliverable = (await gate()).deliverables[0]?.id ?? "";
    await show({ kind: "deliverable", deliverable });
    expect((await gate()).criteria[0]?.evidence.map(({ kind }) => kind)).toEqual([
      "link",
      "note",
      "decision",
      "deliverable",
    ]);
    await removeEvidence(cleo, { ...request(), evidenceId: id });
    expect((await gate()).criteria[0]?.evidence).toHaveLength(3);
    await expect(removeEvidence(cleo, { ...request(), evidenceId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the approver", () => {
  test("is the project's owner until another is named, who must be fit for it", async () => {
    expect((await gate()).approver).toMatchObject({ name: "ada" });
    const name = async (approver: OrganizationDb) =>
      await nameApprover(ben, {
        ...request(),
        ...where(),
        version: await versionOf(),
        approverId: idOf(approver),
      });
    await expect(name(ben)).rejects.toMatchObject({ code: "MAY_NOT_APPROVE" });
    await name(cleo);
    expect((await gate()).approver).toMatchObject({ name: "cleo" });
  });

  test("alone says whether the gate is passed", async () => {
    await meetEverything();
    for (const other of [ben, cleo])
      await expect(decide(other, "passed")).rejects.toMatchObject({
        kind: "FORBIDDEN",
        code: "NOT_THE_APPROVER",
      });
    await decide(ada, "passed");
    expect((await gate()).standing).toBe("passed");
  });

  test("passes what is met, and lets a gap through with conditions only", async () => {
    await expect(decide(ada, "passed")).rejects.toMatchObject({ code: "CRITERIA_OPEN" });
    await expect(decide(ada, "conditions")).rejects.toMatchObject({ code: "CONDITIONS_MISSING" });
    await expect(decide(ada, "sent-back", { reason: "" })).rejects.toMatchObject({ code: "REASON_NEEDED" });
    await decide(ada, "conditions", { conditions: [aCondition()] });
    expect((await gate()).standing).toBe("conditions");
  });

  test("decides on what they saw: whatever was said meanwhile is shown first", async () => {
    const version = await versionOf();
    await say(ben, (await gate()).criteria[0]?.key ?? "", { status: "not-met" });
    await expect(decide(ada, "conditions", { version, conditions: [aCondition()] })).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { version: version + 1, criteria: expect.any(Array) } },
    });
  });

  test("of two answers at once one counts, and a request that is sent twice is one round", async () => {
    await meetEverything();
    const version = await versionOf();
    const input = decideGateInput.parse({
      ...{ ...request(), ...where(), version, verdict: "passed", reason: "", conditions: [] },
    });
    const answers = await Promise.allSettled([
      decideGate(ada, input),
      decideGate(ada, input),
      decide(ada, "sent-back", { version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toContain("rejected");
    expect((await gate()).rounds).toHaveLength(1);
  });
});

describe("rounds", () => {
  test("keep who asked, what the approver saw and said, the newest first", async () => {
    const [first] = (await gate()).criteria;
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "ASKED_ALREADY" });
    await decide(ada, "sent-back");
    await meetEverything();
    await ask();
    await decide(ada, "passed");
    const { rounds } = await gate();
    expect(
      rounds.map(({ number, verdict, askedBy, decidedBy }) => [number, verdict, askedBy, decidedBy]),
    ).toEqual([
      [2, "passed", "ben", "ada"],
      [1, "sent-back", "ben", "ada"],
    ]);
    expect(rounds[1]).toMatchObject({ reason: "No test set.", note: "Ready." });
    expect(rounds[1]?.shown[0]).toMatchObject({ key: first?.key, status: "open" });
    expect(rounds[0]?.shown[0]).toMatchObject({ key: first?.key, status: "met" });
  });

  test("leave conditions that are open until somebody closes them", async () => {
    await decide(ada, "conditions", { conditions: [aCondition()] });
    const [condition] = (await gate()).rounds[0]?.conditions ?? [];
    const shown = async () => (await projectByKey(ada, project.key)).gates[0]?.openConditions ?? [];
    expect(await shown()).toMatchObject([{ text: "Agree on the budget", dueOn: "2027-02-01", owner: "ben" }]);
    const which = { conditionId: condition?.id ?? "" };
    await closeCondition(ben, { ...request(), ...which, version: 1, note: "Signed." });
    expect(await shown()).toEqual([]);
    await expect(
      closeCondition(cleo, { ...request(), ...which, version: 1, note: "" }),
    ).rejects.toMatchObject({
      code: "STALE_VERSION",
      details: { current: { closed: true, closingNote: "Signed." } },
    });
    await reopenCondition(ada, { ...request(), ...which, version: 2 });
    expect(await shown()).toHaveLength(1);
  });
});

describe("a move", () => {
  const move = async (version: number, to: Parameters<typeof moveProject>[1]["to"], reason = "") =>
    await moveProject(ada, { ...request(), projectId: project.id, version, to, reason });

  test("through a passed gate needs no reason and leaves no mark", async () => {
    await meetEverything();
    await decide(ada, "passed");
    await move(1, "model-selection");
    expect((await projectByKey(ada, project.key)).passages).toMatchObject([{ withoutGates: [] }]);
  });

  test("without the gate is possible with a reason, and stays visible", async () => {
    await expect(move(1, "model-selection")).rejects.toMatchObject({
      code: "REASON_NEEDED",
      details: { fieldErrors: { reason: expect.anything() } },
    });
    await move(1, "model-selection", "The fair is in May.");
    const marked = [{ withoutGates: ["scoping"], reason: "The fair is in May." }];
    expect((await projectByKey(ada, project.key)).passages).toMatchObject(marked);
    const listed = (await listProjects(ada)).find(({ key }) => key === project.key);
    expect(listed?.passages).toMatchObject(marked);
  });

  test("back makes the gate be passed again", async () => {
    await decide(ada, "conditions", { conditions: [aCondition()] });
    await move(1, "model-selection");
    await move(2, "scoping", "The use case changed.");
    expect((await gate()).standing).toBe("none");
    await expect(move(3, "model-selection")).rejects.toMatchObject({ code: "REASON_NEEDED" });
  });
});

describe("the inbox", () => {
  const heard = async (db: OrganizationDb) => {
    await readLog(database.client, ada);
    return (await itemsOf(db))
      .map(({ kind, path }) => `${kind} ${path}`)
      .filter((text) => text.includes("gate"));
  };
  const at = (kind: string) => `${kind} projects/${project.key}/phases/scoping#gate`;

  test("asks the approver until they have answered, and tells whoever asked", async () => {
    await ask();
    expect(await heard(ada)).toEqual([at("approval")]);
    await decide(ada, "sent-back");
    expect(await heard(ada)).toEqual([]);
    expect(await heard(ben)).toEqual([at("gate-sent-back")]);
  });

  test("goes over to another approver, and to another owner where nobody was named", async () => {
    await ask();
    await editProject(ada, {
      ...projectInput(ada, { ownerId: idOf(cleo) }),
      ...request(),
      projectId: project.id,
      version: 1,
    });
    expect(await heard(cleo)).toEqual([at("approval")]);
    expect(await heard(ada)).toEqual([]);
    await nameApprover(ben, { ...request(), ...where(), version: await versionOf(), approverId: idOf(ada) });
    expect(await heard(ada)).toEqual([at("approval")]);
    expect(await heard(cleo)).toEqual([]);
  });

  test("brings each condition to who sees to it, until it is closed", async () => {
    await decide(ada, "conditions", {
      conditions: [aCondition(), { ...aCondition(), text: "Name a deputy" }],
    });
    expect((await heard(ben)).sort()).toEqual([at("condition"), at("condition")]);
    const told = (await itemsOf(ben)).map(({ kind, detail }) => (kind === "condition" ? detail : ""));
    expect(told.sort()).toEqual(["Agree on the budget", "Name a deputy"]);
    const [condition] = (await gate()).rounds[0]?.conditions ?? [];
    await closeCondition(cleo, { ...request(), conditionId: condition?.id ?? "", version: 1, note: "" });
    expect(await heard(ben)).toEqual([at("condition")]);
  });
});

describe("what one did to prepare a gate", () => {
  const steps = async (db: OrganizationDb) => await gateSteps(db, project.key);
  const take = async (db: OrganizationDb, way: "undo" | "redo", seq?: number) =>
    await takeBackAtGate(db, {
      ...request(),
      projectId: project.id,
      way,
      seq: seq ?? (await steps(db))[way][0]?.seq ?? 0,
    });
  const criterion = async (key: string) => (await gate()).criteria.find((one) => one.key === key);

  test("is undone step by step, and done again", async () => {
    const [first] = (await gate()).criteria;
    const key = first?.key ?? "";
    await say(ben, key, { note: "All five users agree." });
    await say(ben, key, { version: 1, status: "not-met", note: "Two left." });
    const own = await addCriterion(ben, { ...request(), ...where(), text: "The works council agrees" });
    const note = { kind: "note", title: "Signed on paper" } as const;
    await addEvidence(ben, { ...request(), ...where(), key: own.key, content: note });
    const version = await versionOf();
    await nameApprover(ben, { ...request(), ...where(), version, approverId: idOf(cleo) });
    const left = await gate();
    expect((await steps(ben)).undo.map(({ type, about }) => `${type} ${about}`)).toEqual([
      "gate.approver-named cleo",
      "gate.evidence-added Signed on paper",
      "gate.criterion-added The works council agrees",
      `gate.criterion-judged ${first?.text}`,
      `gate.criterion-judged ${first?.text}`,
    ]);

    await take(ben, "undo");
    expect((await gate()).approver?.name).toBe("ada");
    await take(ben, "undo");
    expect((await criterion(own.key))?.evidence).toEqual([]);
    await take(ben, "undo");
    expect(await criterion(own.key)).toBeUndefined();
    await take(ben, "undo");
    expect(await criterion(key)).toMatchObject({ status: "met", note: "All five users agree." });
    await take(ben, "undo");
    expect(await criterion(key)).toMatchObject({ status: "open", note: "" });
    expect((await steps(ben)).undo).toEqual([]);

    for (let step = 0; step < 5; step += 1) await take(ben, "redo");
    const again = await gate();
    expect(again.criteria.map(told)).toEqual(left.criteria.map(told));
    expect(again.approver).toEqual(left.approver);
    expect((await steps(ben)).redo).toEqual([]);
  });

  const told = ({ key, status, note, evidence }: Awaited<ReturnType<typeof gate>>["criteria"][number]) => ({
    ...{ key, status, note },
    evidence: evidence.map(({ title }) => title),
  });

  test("stays where others built on it, who are named; nothing of others is anybody's to take back", async () => {
    const [first] = (await gate()).criteria;
    const key = first?.key ?? "";
    await say(ben, key);
    const { undo } = await steps(ben);
    const seq = undo[0]?.seq ?? 0;
    await expect(take(cleo, "undo", seq)).rejects.toMatchObject({ code: "NOTHING_TO_TAKE_BACK" });
    await say(cleo, key, { version: 1, status: "not-met" });
    await expect(take(ben, "undo")).rejects.toMatchObject({
      code: "BUILT_ON",
      message: expect.stringContaining("cleo has changed"),
    });
    expect(await criterion(key)).toMatchObject({ status: "not-met", judgedBy: "cleo" });
    // An own criterion of which somebody said something is not taken away with it.
    const own = await addCriterion(ben, { ...request(), ...where(), text: "The works council agrees" });
    await say(cleo, own.key, { version: 1 });
    await expect(take(ben, "undo")).rejects.toMatchObject({ code: "BUILT_ON" });
    expect(await criterion(own.key)).toMatchObject({ status: "met" });
  });

  test("is a condition, too, that was closed or opened again", async () => {
    await meetEverything();
    await ask();
    await decide(ada, "conditions", { conditions: [aCondition()] });
    const condition = async () => (await gate()).rounds[0]?.conditions[0];
    const conditionId = (await condition())?.id ?? "";
    await closeCondition(ben, { ...request(), conditionId, version: 1, note: "It is agreed." });
    await reopenCondition(ben, { ...request(), conditionId, version: 2 });
    await take(ben, "undo");
    expect(await condition()).toMatchObject({ closingNote: "It is agreed.", closedAt: expect.any(Date) });
    await take(ben, "undo");
    expect(await condition()).toMatchObject({ closedAt: null });
    // What the approver was asked, and answered, stands.
    const types = new Set((await steps(ada)).undo.map(({ type }) => type));
    expect(types).toEqual(new Set());
  });
});
