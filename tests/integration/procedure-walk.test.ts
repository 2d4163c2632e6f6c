import { getTRPCErrorFromUnknown } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/platform/errors";
import { permissions } from "@/platform/permissions";
import { examples } from "../support/procedure-examples";
import { aWorld, type World } from "../support/procedure-world";
import { type Procedure, procedures } from "../support/procedures";
import { type Asker, askers } from "../support/two-workspaces";

// Every procedure × everybody who may ask, driven by the router itself: a procedure without a row here fails.

/** What anybody on the internet may call. A line here is a decision; add one only with a reason. */
const publicProcedures = [
  "accounts.register",
  "accounts.sampleAccounts",
  // Whoever holds a share link's token, where the workspace allows it.
  "shares.view",
  "workspaces.invitationPreview",
];

/** Where even the only owner of a workspace meets a rule. Everything else goes through for the owner. */
const rulesForOwners: Readonly<Record<string, string>> = {
  "workspaces.leave": "ROLE_RULE",
  "workspaces.acceptInvitation": "ALREADY_MEMBER",
  "time.startTimer": "TIMER_RUNS",
  "decideNext.nudge": "OWN_DECISION",
  "letters.sendNow": "NO_MAIL",
  "schedule.applyAll": "NOTHING_TO_APPLY",
};

/** What a closed door, a fault of ours or an input that is no example would answer. */
const neverMet = ["SIGN_IN_FIRST", "ROLE_NOT_ALLOWED", "NOT_FOUND", "INVALID_INPUT", "UNEXPECTED"];

/** Writes that come to the same however often they arrive, and need no name for that. */
const repeatable = [
  "decisions.changeText",
  "decisions.pointInText",
  "projects.changeText",
  "projects.pointInText",
];

/** What is said anew every few seconds and kept nowhere: a retry would only tell it again. */
const forgettable = ["activity.typing"];

/** How an id that is not of this workspace is refused. */
const unknownId = [
  "NOT_FOUND",
  "UNKNOWN_OPTION",
  "UNKNOWN_TEAM",
  "UNKNOWN_TASK",
  "UNKNOWN_MEMBER",
  "UNKNOWN_DECISION",
  "UNKNOWN_CRITERION",
  "NOT_IN_YOUR_INBOX",
  "NOT_ON_YOUR_LIST",
];

let world: World;

beforeAll(async () => {
  world = await aWorld();
}, 120_000);

beforeEach(async () => await world.restore());

afterAll(async () => await world.end());

describe("the rows of the walk", () => {
  test("there is one for every procedure, and none for what does not exist", () => {
    expect(Object.keys(examples).sort()).toEqual(procedures.map((procedure) => procedure.path).sort());
  });

  test("every procedure declares who it is for", () => {
    expect(procedures.filter((procedure) => procedure.meta === null)).toEqual([]);
  });

  test("the public ones are the ones that are meant to be", () => {
    const open = procedures.filter((procedure) => procedure.meta?.access === "public");
    expect(open.map((procedure) => procedure.path).sort()).toEqual(publicProcedures);
  });

  test("every write in an organization can be retried safely", () => {
    const writes = procedures.filter(
      (procedure) => procedure.type === "mutation" && procedure.meta?.access === "organization",
    );
    expect(writes.length).toBeGreaterThan(10);
    const kept = writes.filter(({ path }) => ![...repeatable, ...forgettable].includes(path));
    for (const { path } of kept) expect(exampleOf(path)).toHaveProperty("mutationId");
  });
});

describe.each(procedures)("$path", ({ path, type, meta }) => {
  test.each(askers)("asked by: %s", async (asker: Asker) => {
    const before = await world.fingerprint();
    const { refusal } = await outcomeOf(asker, path, exampleOf(path));
    const expected = expectedFor(asker, meta);
    if (expected !== "allowed") expect(refusal).toBe(expected);
    else if (asker === "owner") expect(refusal).toBe(rulesForOwners[path] ?? null);
    // What others who are allowed meet may be a rule of the feature, never a closed door.
    else expect(neverMet).not.toContain(refusal);
    if (refusal !== null || type !== "mutation") expect(await world.fingerprint()).toEqual(before);
  });

  test("ids of another organization are as good as made up", async () => {
    const example = exampleOf(path);
    const madeUp = world.withMadeUpIds(example);
    for (const [place, input] of world.withForeignIds(example).entries()) {
      const before = await world.foreignLogLength();
      const outcome = await outcomeOf("owner", path, input);
      expect(outcome).toEqual(await outcomeOf("owner", path, madeUp[place]));
      if (type === "mutation" || outcome.refusal !== null) expect(unknownId).toContain(outcome.refusal);
      expect(await world.foreignLogLength()).toBe(before);
    }
  });
});

function exampleOf(path: string): object {
  const example = examples[path];
  if (example === undefined) throw new Error(`${path} has no row in procedure-examples.ts.`);
  return example(world);
}

function expectedFor(asker: Asker, meta: Procedure["meta"]): string {
  if (meta === null) return "a declaration";
  if (meta.access === "public") return "allowed";
  if (asker === "signed out") return "SIGN_IN_FIRST";
  if (meta.access === "account") return "allowed";
  if (asker === "removed member" || asker === "member of another organization") return "NOT_FOUND";
  const roles: readonly string[] = permissions[meta.permission];
  return roles.includes(asker) ? "allowed" : "ROLE_NOT_ALLOWED";
}

/** What the caller meets: an answer, or a refusal with its stable code. */
async function outcomeOf(asker: Asker, path: string, input: unknown) {
  try {
    return { refusal: null, answer: await world.call(asker, path, input) };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    if (error.cause instanceof AppError) return { refusal: error.cause.code, answer: error.message };
    return { refusal: error.code === "BAD_REQUEST" ? "INVALID_INPUT" : error.code, answer: error.message };
  }
}
