import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnDeeds, tellOwnSteps } from "@/platform/events/own-steps";
import { type PlanDeed, planDeed } from "./undo.schema";

/** What the member may undo and redo in a project's plan, each with the next to be taken back first. */
export async function takeBackSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readSteps, (deed) => ({ type: deed.type, ...whatOf(deed) }));
}

/** The task that it was about, or how many they were. */
function whatOf(deed: PlanDeed) {
  if (deed.type === "tasks.edited") return { task: null, tasks: deed.data.tasks.length };
  return { task: deed.data.name, tasks: 1 };
}

/** The same with the latest last, and what each did, inside a transaction. */
export async function readSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnDeeds(tx, db, projectId, planDeed);
}
