import { z } from "zod";
import { id } from "@/platform/schema";

/** A change as bytes in base64. One that brings back what was written without a connection may be long. */
export const change = z
  .base64("This is not a change to a text.")
  .min(1)
  .max(400_000, "That is too much at once. Please paste it in parts.");

const place = z.strictObject({
  type: z.null().or(z.strictObject({ client: z.int().min(0), clock: z.int().min(0) })),
  tname: z.null().or(
    z
      .string()
      .max(40)
      .regex(/^[\w-]*$/),
  ),
  item: z.null().or(z.strictObject({ client: z.int().min(0), clock: z.int().min(0) })),
  assoc: z.int().min(-1).max(1),
});

/** A selection by its two ends, each relative to the character it stands at. */
export const selection = z.strictObject({ anchor: place.partial(), head: place.partial() });
export type Selection = z.output<typeof selection>;

const connectionId = id;

/** Where somebody is in a text. */
export const cursorPlace = {
  connectionId,
  /** The number by which an editor's changes are known. */
  clientId: z.int().min(0).max(4_294_967_295),
  selection: selection.nullable(),
};

/** From where on an editor follows a text. */
export const followPlace = {
  connectionId,
  /** The last change the editor has; set by the client when it connects again. */
  lastEventId: z.coerce.number().int().min(0).max(2_147_483_647).nullish(),
  after: z.int().min(0).max(2_147_483_647),
};
