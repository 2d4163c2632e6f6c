import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { staleVersion } from "@/platform/errors";
import { giveBrief, lockBrief } from "./brief-find.service";
import { textsByForm } from "./brief-text.service";
import type { saveBriefInput } from "./schema";

export async function saveBrief(db: OrganizationDb, input: z.output<typeof saveBriefInput>) {
  return await db.write(input, async (tx) => {
    const brief = await lockBrief(tx, db, input.projectId);
    const { version, content: before } = brief;
    if (version !== input.version) throw staleVersion("brief", { version, content: before });
    const after = { ...input.content, ...(await textsByForm(tx, db, brief, input.content)) };
    await giveBrief(tx, db, brief, after);
    return {
      answer: { version: version + 1 },
      event: {
        type: "brief.edited",
        subject: { type: "brief", id: input.projectId },
        projectId: input.projectId,
        data: { before, after },
      },
    };
  });
}
