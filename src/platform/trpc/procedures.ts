import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { OrganizationDb } from "../db/organization-db";
import { AppError, signInFirst } from "../errors";
import { mayDo, type Permission } from "../permissions";
import { workspaceSlug } from "../schema";
import type { Context } from "./context";
import { describeError, toTransportError } from "./error-mapping";
import { transformer } from "./transformer";

/** What the walk over all procedures reads: who a procedure is for. */
export type ProcedureMeta =
  | { readonly access: "public" }
  | { readonly access: "account" }
  | { readonly access: "organization"; readonly permission: Permission };

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
    errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, ...describeError(error) } }),
  });

export const router = t.router;

/** Every procedure begins here: refusals of the application become the transport's codes in this one place. */
const procedure = t.procedure.use(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok) return result;
  throw toTransportError(result.error, path, ctx.services.log);
});

export const noInput = z.strictObject({});

/** For everybody, signed in or not. The list of these is pinned by a test. */
export function publicProcedure<Input extends z.ZodObject>(input: Input) {
  return procedure.meta({ access: "public" }).input(input);
}

/** For a signed-in person, outside any organization. */
export function accountProcedure<Input extends z.ZodObject>(input: Input) {
  return procedure
    .meta({ access: "account" })
    .use(async ({ next, ctx }) => {
      const account = await ctx.account();
      if (account === null) throw signInFirst();
      return await next({ ctx: { account } });
    })
    .input(input);
}

/** For present members of the organization named by `workspace` whose role has the permission. */
export function organizationProcedure<Shape extends z.core.$ZodShape>(
  permission: Permission,
  input: z.ZodObject<Shape, z.core.$strict>,
) {
  return procedure
    .meta({ access: "organization", permission })
    .input(z.strictObject({ ...unchecked(input).shape, workspace: workspaceSlug }))
    .use(async ({ next, ctx, input: parsed }) => {
      const db = await enter(ctx, permission, parsed);
      return await next({ ctx: { db } });
    });
}

async function enter(ctx: Context, permission: Permission, input: unknown): Promise<OrganizationDb> {
  const { workspace } = z.looseObject({ workspace: workspaceSlug }).parse(input);
  const db = await ctx.organization(workspace);
  if (!mayDo(db.actor.role, permission)) {
    throw new AppError(
      "FORBIDDEN",
      "ROLE_NOT_ALLOWED",
      `Your role in this workspace (${db.actor.role}) may not do this. Ask an owner or admin of the workspace.`,
    );
  }
  return db;
}

/** A check of the whole input would be lost where its fields are taken over: it belongs to a field, or to the verb. */
function unchecked<Input extends z.ZodObject>(input: Input): Input {
  if ((input.def.checks ?? []).length > 0)
    throw new TypeError("The input of a procedure has checks of its own.");
  return input;
}
