import type { z } from "zod";
import type { EventType } from "@/platform/db/event-log";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { feedInput } from "./schema";

/** Where the log stands now. */
export async function lastSeq(db: OrganizationDb): Promise<number> {
  return await db.read(async (tx) => {
    const counter = await tx.organizationCounter.findUniqueOrThrow({
      where: { organizationId: db.organizationId },
    });
    return counter.eventSeq;
  });
}

/** The next entries of the log after `seq`, oldest first. */
export async function eventsAfter(db: OrganizationDb, seq: number, limit: number) {
  return await db.read(
    async (tx) =>
      await tx.event.findMany({
        where: { organizationId: db.organizationId, seq: { gt: seq } },
        orderBy: { seq: "asc" },
        take: limit,
        select: { seq: true, type: true, projectId: true, subjectType: true, subjectId: true, actorId: true },
      }),
  );
}

/** What is told where it happened, and would drown the rest of the feed. */
const quiet = ["comment.reacted"] satisfies EventType[];

/** The newest entries first, with who did it and in which project: the activity feed. */
export async function feed(db: OrganizationDb, input: z.output<typeof feedInput>) {
  return await db.read(async (tx) => {
    const { organizationId } = db;
    const events = await tx.event.findMany({
      where: {
        organizationId,
        type: { notIn: quiet },
        ...(input.projectId === undefined ? {} : { projectId: input.projectId }),
        ...(input.cursor == null ? {} : { seq: { lt: input.cursor } }),
      },
      orderBy: { seq: "desc" },
      take: input.limit,
      include: { actor: { select: { account: { select: { name: true } } } } },
    });
    const projectIds = [...new Set(events.flatMap((event) => event.projectId ?? []))];
    const projects = await tx.project.findMany({
      where: { organizationId, id: { in: projectIds } },
      select: { id: true, key: true, name: true },
    });
    const projectOf = new Map(projects.map((project) => [project.id, project]));
    return events.map((event) => ({
      seq: event.seq,
      type: event.type,
      at: event.at,
      actorName: event.actor.account.name,
      project: event.projectId === null ? null : (projectOf.get(event.projectId) ?? null),
      subject: { type: event.subjectType, id: event.subjectId },
      data: event.data,
    }));
  });
}
