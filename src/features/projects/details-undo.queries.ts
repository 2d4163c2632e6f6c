import { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnSteps, tellOwnSteps } from "@/platform/events/own-steps";
import { same } from "@/platform/events/take-back";
import { projectDetails } from "./schema";

/** What the member may undo and redo of a project's details, each with the next to be taken back first, and what it changed. */
export async function detailSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readDetailSteps, (deed) => ({ parts: partsChanged(deed) }));
}

/** The details before and after they were saved. */
const detailsDeed = z.object({ before: projectDetails, after: projectDetails });

export async function readDetailSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnSteps(tx, db, projectId, ["project.edited"], ({ data }) => {
    const deed = detailsDeed.safeParse(data).data;
    return deed === undefined || partsChanged(deed).length === 0 ? null : deed;
  });
}

const parts = projectDetails.keyof().options;

function partsChanged({ before, after }: z.output<typeof detailsDeed>) {
  return parts.filter((part) => !same(before[part], after[part]));
}
