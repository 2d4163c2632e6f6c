import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type } from "@/platform/db/presence";
import { notFound } from "@/platform/errors";
import type { typingInput } from "./schema";

/** Tells who has the same place open where the member types. It may be forgotten, so it is no entry of the log. */
export async function tellTyping(db: OrganizationDb, input: z.output<typeof typingInput>): Promise<null> {
  const { place, commentId } = input;
  if (commentId !== null && commentId !== "new") {
    const where = { organizationId: db.organizationId, id: commentId };
    if ((await db.read(async (tx) => await tx.comment.count({ where }))) === 0) throw notFound("comment");
  }
  await type(db, place, commentId);
  return null;
}
