import { z } from "zod";
import { id, lineText, mutationId, version } from "@/platform/schema";

export const viewScopes = ["personal", "shared"] as const;
export type ViewScope = (typeof viewScopes)[number];

export const mostViews = 30;

const name = lineText(60);
/** The address's search; what the page does not know in it is left out before it is kept. */
const query = lineText(2_000, 0);
const scope = z.enum(viewScopes);

export const makeViewInput = z.strictObject({ mutationId, name, query, scope });

export const editViewInput = z.strictObject({ mutationId, viewId: id, version, name, query, scope });

export const arrangeViewsInput = z.strictObject({
  mutationId,
  scope,
  /** All tabs of the scope in their new order. */
  viewIds: z
    .array(id)
    .max(mostViews)
    .refine((ids) => new Set(ids).size === ids.length, "Please name each view once."),
});

export const deleteViewInput = z.strictObject({ mutationId, viewId: id, version });

export const restoreViewInput = z.strictObject({ mutationId, viewId: id });

/** Null shows all projects first. */
export const setDefaultViewInput = z.strictObject({ mutationId, viewId: id.nullable() });

const viewFormats = ["csv", "xlsx", "pdf", "svg"] as const;
export type ViewFormat = (typeof viewFormats)[number];

export const exportViewInput = z.strictObject({
  query,
  /** What it is called in the file; nothing for all projects. */
  name: lineText(60, 0),
  format: z.enum(viewFormats),
});

export const makeShareInput = z.strictObject({
  mutationId,
  /** What whoever opens the link reads above the rows. */
  name,
  query,
  validDays: z.int().min(1, "Please give 1 day or more.").max(365, "A link lasts a year at most."),
});

export const revokeShareInput = z.strictObject({ mutationId, shareId: id });

export const setSharingInput = z.strictObject({ mutationId, withoutSignIn: z.boolean() });

export const sharedViewInput = z.strictObject({ token: z.string().min(20).max(200) });

/** A view as it stands, for whoever saved over somebody else's. */
export const savedView = z.object({ name: z.string(), query: z.string(), scope, version: z.number() });
