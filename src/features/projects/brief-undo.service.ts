import type { OrganizationDb } from "@/platform/db/organization-db";
import { builtOn, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { changedBack } from "@/platform/events/take-back";
import { giveBrief, lockBrief } from "./brief-find.service";
import { readBriefSteps } from "./brief-undo.queries";
import { briefForm } from "./schema";

/** Undoes what the member saved of the brief's form, or does again what they undid, where nobody built on it. */
export async function takeBackBrief(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => await lockBrief(tx, db, projectId),
    read: readBriefSteps,
    inverse: async (tx, deed, brief) => {
      const { content: before } = brief;
      const form = changedBack(briefForm.parse(before), deed);
      if (form === null) {
        const { updatedById, updatedBy } = await tx.brief.findFirstOrThrow({
          where: { organizationId: db.organizationId, projectId },
          select: { updatedById: true, updatedBy: { select: { account: { select: { name: true } } } } },
        });
        const isOwn = updatedById === db.actor.membershipId;
        throw builtOn(isOwn ? null : updatedBy.account.name, "that part of the brief");
      }
      const after = { ...before, ...form };
      await giveBrief(tx, db, brief, after);
      return {
        event: {
          type: "brief.edited",
          subject: { type: "brief", id: projectId },
          projectId,
          data: { before, after },
        },
      };
    },
  });
}
