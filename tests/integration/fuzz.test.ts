import { getTRPCErrorFromUnknown } from "@trpc/server";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inputsOf } from "../support/fuzz-input";
import { aWorld, type World } from "../support/procedure-world";
import { procedures } from "../support/procedures";

// Every procedure against inputs made from its own schema: never a fault of ours, never half a write.

/** FUZZ_RUNS=1000 looks longer than every day's run: npm test -- --only=integration tests/integration/fuzz.test.ts -t time */
const runsPerProcedure = Number(process.env.FUZZ_RUNS ?? 25);
/** Expensive by purpose: hashing passwords. Their inputs are fuzzed less. */
const slow = new Set(["accounts.register", "accounts.changePassword"]);

/** What is the member's alone is nobody else's history: these write it, and never an entry of the log. A line here is a decision. */
const ofOnesOwn = new Set([
  "attention.mark",
  "attention.setMail",
  "attention.subscribe",
  "schedule.start",
  "schedule.goOn",
  "schedule.stop",
  "schedule.cancel",
  "decideNext.keepForReview",
  "decideNext.moveReview",
  "decideNext.noteReview",
  "decideNext.settleReview",
  "letters.sendNow",
  "time.startTimer",
  "time.discardTimer",
  "views.setDefault",
]);

/** What is on the log where it is everybody's, and not where it is one's own. */
const ofOnesOwnOrShared = new Set([
  "views.make",
  "views.edit",
  "views.arrange",
  "views.delete",
  "views.restore",
  "letters.schedule",
  "letters.change",
  "letters.end",
]);

/** What does several deeds in one go, each with its entry. A line here is a decision. */
const ofSeveralDeeds = new Set(["scenarios.applyToPlan", "schedule.applyAll", "schedule.takeBack"]);

let world: World;

beforeAll(async () => {
  world = await aWorld();
}, 120_000);

afterAll(async () => await world.end());

test.each(procedures)(
  "$path",
  { timeout: 120_000 + runsPerProcedure * 500 },
  async ({ path, type, inputs: [schema] }) => {
    await fc.assert(
      fc.asyncProperty(inputsOf(schema, world.known), async (drawn) => {
        await world.restore();
        const input = anchored(drawn);
        const before = await world.fingerprint();
        const refusal = await call(path, input);
        const after = await world.fingerprint();
        if (refusal !== null) {
          expect(["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"]).not.toContain(refusal);
          expect(after).toEqual(before);
        } else if (ofOnesOwn.has(path)) {
          expect(after.seq).toBe(before.seq);
        } else if (type === "mutation") {
          if (!ofSeveralDeeds.has(path)) expect(after.seq - before.seq).toBeLessThanOrEqual(1);
          // No change without an entry in the log.
          if (after.seq === before.seq && !ofOnesOwnOrShared.has(path)) expect(after).toEqual(before);
        } else {
          expect(after).toEqual(before);
        }
      }),
      { numRuns: slow.has(path) ? 8 : runsPerProcedure },
    );
  },
);

// Found by the fuzz: numbers and texts that PostgreSQL can't hold reached it.
test("hours too few to be kept, and a place in a text with a NUL character, are refused", async () => {
  await world.restore();
  const { entryId, version } = world.own.timeEntry;
  const ofWorkspace = { workspace: world.slug, mutationId: uuidv7() };
  const hours = { ...ofWorkspace, entryId, version, hours: 1e-59, note: "" };
  expect(await call("time.correct", hours)).toBe("BAD_REQUEST");
  const cursor = {
    connectionId: uuidv7(),
    clientId: 0,
    selection: { anchor: { tname: "\u0000" }, head: {} },
  };
  const place = { workspace: world.slug, projectId: world.own.project.id, field: "useCase", ...cursor };
  expect(await call("projects.pointInText", place)).toBe("BAD_REQUEST");
});

// So did these, in a query.
test.each([
  "decisions.byNumber",
  "decisions.optionPreviews",
  "decisions.list",
  "plans.plan",
  "projects.byKey",
])("%s refuses a project key with a NUL character", async (path) => {
  await world.restore();
  const number = path.startsWith("decisions.") && path !== "decisions.list" ? { number: 1 } : {};
  expect(await call(path, { workspace: world.slug, projectKey: "A\u0000", ...number })).toBe("BAD_REQUEST");
});

/** Most inputs are sent to the workspace that exists, as a request of its own. */
function anchored(drawn: unknown): unknown {
  if (drawn === null || typeof drawn !== "object" || Array.isArray(drawn)) return drawn;
  const input: Record<string, unknown> = { ...drawn };
  if (typeof input.workspace === "string") input.workspace = world.slug;
  if (typeof input.mutationId === "string") input.mutationId = uuidv7();
  return input;
}

async function call(path: string, input: unknown): Promise<string | null> {
  try {
    await world.call("owner", path, input);
    return null;
  } catch (thrown) {
    return getTRPCErrorFromUnknown(thrown).code;
  }
}
