import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { type PlanDeed, planDeed, takesBack } from "./undo.schema";
import { openSteps } from "./undo-rules";

/** How far back one can undo. */
const mostSteps = 100;

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
  const rows = await tx.event.findMany({
    where: {
      organizationId: db.organizationId,
      projectId,
      actorId: db.actor.membershipId,
      type: { in: planDeed.options.map(({ shape }) => shape.type.value) },
    },
    orderBy: { seq: "desc" },
    take: mostSteps,
    select: { seq: true, type: true, data: true },
  });
  // What an older version wrote in another shape can't be taken back any more.
  const steps = rows.toReversed().flatMap(({ seq, type, data }) => {
    const deed = planDeed.safeParse({ type, data });
    const marks = takesBack.safeParse(data);
    return deed.success && marks.success ? [{ seq, deed: deed.data, ...marks.data }] : [];
  });
  return openSteps(steps);
}
