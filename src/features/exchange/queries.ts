import type { z } from "zod";
import { checklistItems } from "@/features/plans/checklists.schema";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import { projectTaskContent } from "@/features/plans/schema";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import type { ImportContext } from "./import-rules";
import type { importContextInput } from "./schema";

export { toCsv } from "./csv-rules";

/** What a file of tasks is held against, and where the log stood then. */
export async function importContext(db: OrganizationDb, { projectId }: z.output<typeof importContextInput>) {
  return await db.read(async (tx) => {
    const where = { organizationId: db.organizationId, id: projectId, deletedAt: null };
    if ((await tx.project.count({ where })) === 0) throw notFound("project");
    const seq = await latestSeq(tx, db, projectId);
    return { seq, context: await readContext(tx, db, projectId) };
  });
}

/** The number of the latest entry of the log about the project. */
export async function latestSeq(tx: Transaction, db: OrganizationDb, projectId: string): Promise<number> {
  const where = { organizationId: db.organizationId, projectId };
  const latest = await tx.event.findFirst({ where, orderBy: { seq: "desc" }, select: { seq: true } });
  return latest?.seq ?? 0;
}

export async function readContext(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
): Promise<ImportContext> {
  const { organizationId } = db;
  const ofProject = { organizationId, projectId };
  const input = (await readPlanInputs(tx, organizationId, [projectId], "fresh")).get(projectId);
  if (input === undefined) throw notFound("project");
  const own = await tx.projectTask.findMany({ where: ofProject, select: { taskKey: true, content: true } });
  const records = await tx.taskRecord.findMany({
    where: { ...ofProject, assigneeId: { not: null } },
    select: { taskKey: true, assigneeId: true },
  });
  const booked = await tx.timeEntry.groupBy({ by: ["taskKey"], where: { ...ofProject, deletedAt: null } });
  const checklists = await tx.taskChecklist.findMany({
    where: ofProject,
    select: { taskKey: true, items: true },
  });
  const members = await tx.membership.findMany({
    where: { organizationId, removedAt: null },
    select: { id: true, account: { select: { name: true } } },
  });
  return {
    projectId,
    input,
    own: own.map(({ taskKey, content }) => ({ taskKey, content: projectTaskContent.parse(content) })),
    assignees: records.flatMap(({ taskKey, assigneeId }) =>
      assigneeId === null ? [] : [{ taskKey, assigneeId }],
    ),
    checklists: checklists.map(({ taskKey, items }) => ({ taskKey, items: checklistItems.parse(items) })),
    booked: booked.map(({ taskKey }) => taskKey),
    members: members.map(({ id, account }) => ({ id, name: account.name })),
  };
}
