import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound, staleVersion } from "@/platform/errors";
import { briefContent, type saveBriefInput } from "./schema";
import { findProject } from "./service";

export async function saveBrief(db: OrganizationDb, input: z.output<typeof saveBriefInput>) {
  const key = { organizationId: db.organizationId, projectId: input.projectId };
  return await db.write(input, async (tx) => {
    await findProject(tx, db, input.projectId);
    const before = await tx.brief.findFirst({ where: key });
    if (before === null) throw notFound("brief");
    const changed = await tx.brief.updateMany({
      where: { ...key, version: input.version },
      data: { content: input.content, version: { increment: 1 }, updatedById: db.actor.membershipId },
    });
    const earlier = briefContent.parse(before.content);
    if (changed.count === 0) {
      const current = await tx.brief.findFirstOrThrow({ where: key });
      throw staleVersion("brief", { version: current.version, content: briefContent.parse(current.content) });
    }
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "brief.edited",
        subject: { type: "brief", id: input.projectId },
        projectId: input.projectId,
        data: { before: earlier, after: input.content },
      },
    };
  });
}
