import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { builtOn, openStep, type takeBackInput, takenBackMark, type Way } from "@/platform/events/own-steps";
import { changedBack } from "@/platform/events/take-back";
import { giveBrief, lockBrief } from "./brief-find.service";
import { readBriefSteps } from "./brief-undo.queries";
import { briefForm } from "./schema";

type TakeBack = z.output<typeof takeBackInput>;

/** Undoes what the member saved of the brief's form, where nobody built on it. */
export async function undoBrief(db: OrganizationDb, input: TakeBack) {
  return await takeBack(db, input, "undo");
}

/** Does again what the member undid, where nobody built on that. */
export async function redoBrief(db: OrganizationDb, input: TakeBack) {
  return await takeBack(db, input, "redo");
}

async function takeBack(db: OrganizationDb, input: TakeBack, way: Way) {
  const { projectId, seq } = input;
  return await db.write(input, async (tx) => {
    const brief = await lockBrief(tx, db, projectId);
    const step = openStep(await readBriefSteps(tx, db, projectId), way, seq);
    const { version, content: before } = brief;
    const form = changedBack(briefForm.parse(before), step.deed);
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
      answer: { version: version + 1 },
      event: {
        type: "brief.edited",
        subject: { type: "brief", id: projectId },
        projectId,
        data: { before, after, ...takenBackMark(way, seq) },
      },
    };
  });
}
