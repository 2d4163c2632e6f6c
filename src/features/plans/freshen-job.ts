import { z } from "zod";
import type { Transaction } from "@/platform/db/organization-db";
import { addJob } from "@/platform/jobs/job";

/** Brings all stored forecasts of a workspace up to date. */
export const freshenJob = "plans.freshen-forecasts";

/** Has it done soon. Asked for by many readers at once it is one job. */
export async function askToFreshen(tx: Transaction, organizationId: string): Promise<void> {
  const kind = { name: freshenJob, payload: z.strictObject({}) };
  await addJob(tx, organizationId, kind, { key: freshenJob, payload: {}, runAt: new Date() });
}
