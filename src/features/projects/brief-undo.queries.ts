import { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnSteps, tellOwnSteps } from "@/platform/events/own-steps";
import { same } from "@/platform/events/take-back";
import { briefForm, briefFormParts } from "./schema";

/** What the member may undo and redo of the brief's form, each with the next to be taken back first, and the parts that it changed. */
export async function briefSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readBriefSteps, (deed) => ({ parts: partsChanged(deed) }));
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
