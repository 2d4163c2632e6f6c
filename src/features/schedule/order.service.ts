import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound, staleVersion } from "@/platform/errors";
import { projectsInOrder, readOrderVersion } from "./order.queries";
import { movedBefore } from "./order-rules";
import type { fixInput, prioritiseInput } from "./schema";

/** Puts a project right before another one in the order in which the portfolio's schedule prefers them. */
export async function prioritise(db: OrganizationDb, input: z.output<typeof prioritiseInput>) {
  return await db.write(input, async (tx) => {
    const { projectId, beforeProjectId } = input;
    const projects = await holdOrder(tx, db, input.version);
    const ids = projects.map(({ id }) => id);
    const project = projects.find(({ id }) => id === projectId);
    if (project === undefined || (beforeProjectId !== null && !ids.includes(beforeProjectId)))
      throw notFound("project");
    const moved = movedBefore(ids, projectId, beforeProjectId);
    await place(tx, db.organizationId, moved);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "project.prioritised",
        subject: { type: "project", id: projectId },
        projectId,
        data: {
          name: project.name,
          before: { place: ids.indexOf(projectId) + 1 },
          after: { place: moved.indexOf(projectId) + 1 },
        },
      },
    };
  });
}

/** Has a project's dates stay whatever is scheduled around them, or lets them move again. */
export async function fix(db: OrganizationDb, input: z.output<typeof fixInput>) {
  return await db.write(input, async (tx) => {
    const { projectId, fixed } = input;
    const projects = await holdOrder(tx, db, input.version);
    const project = projects.find(({ id }) => id === projectId);
    if (project === undefined) throw notFound("project");
    await place(
      tx,
      db.organizationId,
      projects.map(({ id }) => id),
    );
    await tx.projectPriority.updateMany({
      where: { organizationId: db.organizationId, projectId },
      data: { fixed },
    });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "project.fixed",
        subject: { type: "project", id: projectId },
        projectId,
        data: { name: project.name, before: { fixed: project.isFixed }, after: { fixed } },
      },
    };
  });
}

/** Of two who change the order at once the later one is told so. */
async function holdOrder(tx: Transaction, db: OrganizationDb, version: number) {
  const { organizationId } = db;
  const changed = await tx.organization.updateMany({
    where: { id: organizationId, priorityVersion: version },
    data: { priorityVersion: { increment: 1 } },
  });
  const projects = await projectsInOrder(tx, db);
  if (changed.count === 1) return projects;
  throw staleVersion("order", {
    version: await readOrderVersion(tx, organizationId),
    projects: projects.map(({ id, isFixed }) => ({ id, isFixed })),
  });
}

/** All of them in one statement: a thousand projects have a thousand places. */
async function place(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO project_priority (organization_id, project_id, place)
    SELECT ${organizationId}::uuid, p.id::uuid, p.place FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS p(id, place)
    ON CONFLICT (organization_id, project_id) DO UPDATE SET place = excluded.place`;
}
