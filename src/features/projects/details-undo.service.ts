import { replan } from "@/features/plans/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { builtOnSince, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { changedBack } from "@/platform/events/take-back";
import { readDetailSteps } from "./details-undo.queries";
import { editable, holdProject, settleProject } from "./service";

/**
 * Undoes what the member saved of a project's name, summary, owner, dates and budget, or does again what they undid, where nobody built
 * on it. Re-plans.
 */
export async function takeBackDetails(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => await holdProject(tx, db, projectId),
    read: readDetailSteps,
    inverse: async (tx, deed, project) => {
      const details = changedBack(editable(project), deed);
      if (details === null) {
        const deeds = { type: "project.edited" };
        throw await builtOnSince(tx, db, input, deeds, "that part of the project's details");
      }
      const { version } = project;
      const change = await settleProject(tx, db, { projectId, version, ...details });
      await replan(tx, db, projectId);
      return change;
    },
  });
}
