import type { AnyTRPCRouter } from "@trpc/server";
import { z } from "zod";
import { appRouter } from "@/api";
import { type Permission, permissions } from "@/platform/permissions";

// The router's own list of what it offers, read as data: its type describes the nesting, not the flat list.

const permission = z.custom<Permission>((value) => typeof value === "string" && value in permissions);

const definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z
    .discriminatedUnion("access", [
      z.object({ access: z.literal("public") }),
      z.object({ access: z.literal("account") }),
      z.object({ access: z.literal("organization"), permission }),
    ])
    .nullable()
    .catch(null),
  inputs: z.tuple([z.instanceof(z.ZodType)]),
});

export type Procedure = z.output<typeof definition> & { readonly path: string };

const router: AnyTRPCRouter = appRouter;

/** Every procedure of the API. A `meta` of null says that the procedure does not declare who it is for. */
export const procedures: readonly Procedure[] = Object.entries(
  z.record(z.string(), z.unknown()).parse(router._def.procedures),
).map(([path, procedure]) => {
  if (typeof procedure !== "function") throw new Error(`${path} is no procedure.`);
  return { path, ...definition.parse(Reflect.get(procedure, "_def")) };
});
