import { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { readOwnSteps } from "@/platform/events/own-steps";
import { same } from "@/platform/events/take-back";
import { briefForm, briefFormParts } from "./schema";

/** What the member may undo and redo of the brief's form, each with the next to be taken back first, and the parts that it changed. */
export async function briefSteps(db: OrganizationDb, projectKey: string) {
  return await db.read(async (tx) => {
    const where = { organizationId: db.organizationId, key: projectKey, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (project === null) throw notFound("project");
    const { undo, redo } = await readBriefSteps(tx, db, project.id);
    const told = (steps: typeof undo) =>
      steps.toReversed().map(({ seq, deed }) => ({ seq, parts: partsChanged(deed) }));
    return { undo: told(undo), redo: told(redo) };
  });
}

/** The form before and after it was saved. */
const briefDeed = z.object({ before: briefForm, after: briefForm });
type BriefDeed = z.output<typeof briefDeed>;

/** Words have an undoing of their own while they are written: an entry about them alone is no step. */
export async function readBriefSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnSteps(tx, db, projectId, ["brief.edited"], ({ data }) => {
    const deed = briefDeed.safeParse(data).data;
    return deed === undefined || partsChanged(deed).length === 0 ? null : deed;
  });
}

function partsChanged({ before, after }: BriefDeed) {
  return briefFormParts.filter((part) => !same(before[part], after[part]));
}
