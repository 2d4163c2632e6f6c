import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { findComment } from "./find.queries";
import type { reactInput } from "./schema";

/** Sets a reaction, or takes it back. */
export async function react(db: OrganizationDb, input: z.output<typeof reactInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { emoji, on } = input;
    const comment = await findComment(tx, db, input.commentId);
    const key = { organizationId, commentId: comment.id, membershipId: actor.membershipId, emoji };
    const changed = on
      ? await tx.reaction.createMany({ data: key, skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: key });
    if (changed.count === 0) {
      throw invalid("ALREADY_SO", on ? "You have reacted so already." : "You have taken that back already.");
    }
    return {
      answer: null,
      event: {
        type: "comment.reacted",
        subject: { type: comment.subjectType, id: comment.subjectId },
        projectId: comment.projectId,
        data: { commentId: comment.id, emoji, on },
      },
    };
  });
}
