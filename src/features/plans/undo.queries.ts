import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { readOwnSteps } from "@/platform/events/own-steps";
import { type PlanDeed, planDeed } from "./undo.schema";

/** What the member may undo and redo in a project's plan, each with the next to be taken back first. */
export async function takeBackSteps(db: OrganizationDb, projectKey: string) {
  return await db.read(async (tx) => {
    const where = { organizationId: db.organizationId, key: projectKey, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (project === null) throw notFound("project");
    const { undo, redo } = await readSteps(tx, db, project.id);
    const told = (steps: typeof undo) =>
      steps.toReversed().map(({ seq, deed }) => ({ seq, type: deed.type, ...whatOf(deed) }));
    return { undo: told(undo), redo: told(redo) };
  });
}

/** The task that it was about, or how many they were. */
function whatOf(deed: PlanDeed) {
  if (deed.type === "tasks.edited") return { task: null, tasks: deed.data.tasks.length };
  return { task: deed.data.name, tasks: 1 };
}

/** The same with the latest last, and what each did, inside a transaction. */
export async function readSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnSteps(
    tx,
    db,
    projectId,
    planDeed.options.map(({ shape }) => shape.type.value),
    (entry) => planDeed.safeParse(entry).data ?? null,
  );
}
