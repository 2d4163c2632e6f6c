import { holdProject } from "@/features/projects/service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { builtOnSince, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { changedBack } from "@/platform/events/take-back";
import { lockPass } from "./find.queries";
import {
  recordedIn,
  recordPassWithin,
  removeResultWithin,
  restoreResultWithin,
  unrecordedPass,
} from "./service";
import { type PassDeed, readPassSteps } from "./undo.queries";

/** Undoes what the member recorded of a pass, or does again what they undid, where nobody built on it. */
export async function takeBackPass(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => await holdProject(tx, db, projectId),
    read: readPassSteps,
    inverse: async (tx, deed) => await inverse(tx, db, input, deed),
  });
}

async function inverse(tx: Transaction, db: OrganizationDb, input: TakeBack, { type, data }: PassDeed) {
  const pass = await lockPass(tx, db, { projectId: input.projectId, number: data.pass });
  if (type === "pass.recorded") {
    const before = data.before ?? unrecordedPass;
    const back = pass.row === null ? null : changedBack(recordedIn(pass.row), { before, after: data.after });
    if (back !== null) return await recordPassWithin(tx, db, pass, back);
    const deeds = { type, data: { path: ["pass"], equals: data.pass } };
    throw await builtOnSince(tx, db, input, deeds, `what is recorded of pass ${data.pass}`);
  }
  const { resultId, metric } = data;
  const isStanding = type === "pass.result-added";
  const asLeft = {
    organizationId: db.organizationId,
    id: resultId,
    removedAt: isStanding ? null : { not: null },
  };
  if ((await tx.loopResult.count({ where: asLeft })) > 0)
    return await (isStanding ? removeResultWithin : restoreResultWithin)(tx, db, resultId);
  const deeds = { data: { path: ["resultId"], equals: resultId } };
  throw await builtOnSince(tx, db, input, deeds, `the result of “${metric}”`);
}
