import type { z } from "zod";
import { lockProject, replan } from "@/features/plans/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import {
  builtOnSince,
  openStep,
  type takeBackInput,
  takenBackMark,
  type Way,
} from "@/platform/events/own-steps";
import { changedBack } from "@/platform/events/take-back";
import { readDetailSteps } from "./details-undo.queries";
import { editable, findProject, settleProject } from "./service";

type TakeBack = z.output<typeof takeBackInput>;

/** Undoes what the member saved of a project's name, summary, owner, dates and budget, where nobody built on it. Re-plans. */
export async function undoDetails(db: OrganizationDb, input: TakeBack) {
  return await takeBack(db, input, "undo");
}

/** Does again what the member undid, where nobody built on that. Re-plans. */
export async function redoDetails(db: OrganizationDb, input: TakeBack) {
  return await takeBack(db, input, "redo");
}

async function takeBack(db: OrganizationDb, input: TakeBack, way: Way) {
  const { projectId, seq } = input;
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, projectId);
    const project = await findProject(tx, db, projectId);
    const step = openStep(await readDetailSteps(tx, db, projectId), way, seq);
    const details = changedBack(editable(project), step.deed);
    if (details === null) {
      throw await builtOnSince(
        tx,
        db,
        input,
        { type: "project.edited" },
        "that part of the project's details",
      );
    }
    const { answer, event } = await settleProject(tx, db, {
      projectId,
      version: project.version,
      ...details,
    });
    await replan(tx, db, projectId);
    return { answer, event: { ...event, data: { ...event.data, ...takenBackMark(way, seq) } } };
  });
}
