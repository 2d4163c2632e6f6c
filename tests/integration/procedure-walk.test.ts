import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "@/api";
import { AppError } from "@/platform/errors";
import { permissions } from "@/platform/permissions";
import type { ProcedureMeta } from "@/platform/trpc/procedures";
import { examples } from "../support/procedure-examples";
import { type Asker, askers, aWorld, type World } from "../support/procedure-world";

// Every procedure × everybody who may ask, driven by the router itself: a procedure without a row here fails.

/** What anybody on the internet may call. A line here is a decision; add one only with a reason. */
const publicProcedures = ["accounts.register", "accounts.sampleAccounts", "workspaces.invitationPreview"];

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  type: procedure._def.type,
  meta: metaOf(procedure._def.meta),
}));

function metaOf(meta: unknown): ProcedureMeta | null {
  return meta !== null && typeof meta === "object" && "access" in meta ? (meta as ProcedureMeta) : null;
}

let world: World;

beforeAll(async () => {
  world = await aWorld();
}, 120_000);

afterAll(async () => await world.end());

describe("the rows of the walk", () => {
  test("there is one for every procedure, and none for what does not exist", () => {
    expect(Object.keys(examples).sort()).toEqual(procedures.map((procedure) => procedure.path).sort());
  });

  test("every procedure declares who it is for", () => {
    expect(
      procedures.filter((procedure) => procedure.meta === null).map((procedure) => procedure.path),
    ).toEqual([]);
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
    for (const { path } of writes) expect(Object.keys(examples[path]?.(world) ?? {})).toContain("mutationId");
  });
});

describe.each(procedures)("$path", ({ path, meta }) => {
  test.each(askers)("asked by: %s", async (asker) => {
    const refusal = await refusalFor(asker, path, inputFor(path));
    const expected = expectedFor(asker, meta);
    if (expected === "allowed") {
      // What an allowed caller meets may be the state of things, never a closed door or a fault of ours.
      expect(["UNAUTHENTICATED", "ROLE_NOT_ALLOWED", "UNEXPECTED", "INVALID_INPUT"]).not.toContain(refusal);
    } else {
      expect(refusal).toBe(expected);
    }
  });

  test("ids of another organization are as good as made up", async () => {
    const foreign = world.withForeignIds(inputFor(path));
    for (const input of foreign) {
      const before = await world.foreignLogLength();
      const refusal = await refusalFor("owner", path, input);
      expect([
        "NOT_FOUND",
        "INVALID_INPUT",
        "UNKNOWN_OPTION",
        "UNKNOWN_MEMBER",
        "UNKNOWN_DECISION",
      ]).toContain(refusal);
      expect(await world.foreignLogLength()).toBe(before);
    }
  });
});

function inputFor(path: string): Record<string, unknown> {
  const input = examples[path]?.(world) ?? {};
  return "mutationId" in input ? { ...input, mutationId: uuidv7() } : input;
}

function expectedFor(asker: Asker, meta: ProcedureMeta | null): string {
  if (meta === null) return "a declaration";
  if (meta.access === "public") return "allowed";
  if (asker === "signed out") return "SIGN_IN_FIRST";
  if (meta.access === "account") return "allowed";
  if (asker === "removed member" || asker === "member of another organization") return "NOT_FOUND";
  const roles: readonly string[] = permissions[meta.permission];
  return roles.includes(asker) ? "allowed" : "ROLE_NOT_ALLOWED";
}

/** The stable code the caller meets, or null when the call goes through. */
async function refusalFor(
  asker: Asker,
  path: string,
  input: Record<string, unknown>,
): Promise<string | null> {
  try {
    await world.call(asker, path, input);
    return null;
  } catch (thrown) {
    const error = thrown instanceof TRPCError ? thrown : getTRPCErrorFromUnknown(thrown);
    if (error.cause instanceof AppError) return error.cause.code;
    return error.code === "BAD_REQUEST" ? "INVALID_INPUT" : error.code;
  }
}
