import { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnDeeds, tellOwnSteps } from "@/platform/events/own-steps";
import { id } from "@/platform/schema";
import { recordedPass } from "./schema";

/** What the member may undo and redo of a project's passes, each with the next to be taken back first. */
export async function passSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readPassSteps, ({ type, data }) => ({
    type,
    pass: data.pass,
    metric: "metric" in data ? data.metric : null,
  }));
}

export async function readPassSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnDeeds(tx, db, projectId, passDeed);
}

const pass = z.int();
const measured = z.object({ metric: z.string() });

/** What an entry of the log says that was done to a pass. */
const passDeed = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("pass.recorded"),
    data: z.object({ pass, before: recordedPass.nullable(), after: recordedPass }),
  }),
  z.object({
    type: z.literal("pass.result-added"),
    data: z
      .object({ pass, resultId: id, after: measured })
      .transform(({ after, ...data }) => ({ ...data, metric: after.metric })),
  }),
  z.object({
    type: z.literal("pass.result-removed"),
    data: z
      .object({ pass, resultId: id, before: measured })
      .transform(({ before, ...data }) => ({ ...data, metric: before.metric })),
  }),
]);

export type PassDeed = z.output<typeof passDeed>;
