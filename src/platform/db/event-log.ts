import type { Transaction } from "./client";
import type { Prisma } from "./generated/client";

/** The kinds of entries the log may hold: `subject.verb`, in the past tense. */
export const eventTypes = [
  "workspace.created",
  "workspace.configured",
  "standard.changed",
  "invitation.created",
  "invitation.revoked",
  "member.joined",
  "member.role-changed",
  "member.removed",
  "member.left",
  "member.profile-changed",
  "project.created",
  "project.edited",
  "project.moved",
  "project.deleted",
  "project.restored",
  "brief.edited",
  "task.edited",
  "decision.asked",
  "decision.edited",
  "decision.decided",
  "decision.reopened",
  "decision.superseded",
  "decision.deleted",
  "option.added",
  "option.edited",
  "option.removed",
  "position.taken",
  "comment.written",
  "comment.edited",
  "comment.deleted",
  "comment.restored",
  "comment.resolved",
  "comment.unresolved",
] as const;

export type EventType = (typeof eventTypes)[number];

export type NewEvent = {
  readonly type: EventType;
  readonly subject: { readonly type: string; readonly id: string };
  readonly projectId?: string;
  /** Before and after, and whatever a reader of the log needs to tell the story without looking elsewhere. */
  readonly data: Prisma.InputJsonObject;
};

export const eventChannel = "phasewise_events";

/**
 * Appends to the organization's log, as the last thing of its transaction: the counter's row lock is held until the commit,
 * so sequence numbers become visible in their order and without a gap, and a reader may resume from the last one it saw.
 */
export async function appendEvent(
  tx: Transaction,
  organizationId: string,
  actorId: string,
  event: NewEvent,
): Promise<void> {
  const counter = await tx.organizationCounter.update({
    where: { organizationId },
    data: { eventSeq: { increment: 1 } },
  });
  await tx.event.create({
    data: {
      organizationId,
      seq: counter.eventSeq,
      type: event.type,
      actorId,
      projectId: event.projectId ?? null,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      data: event.data,
    },
  });
  await tx.$executeRaw`SELECT pg_notify(${eventChannel}, ${organizationId})`;
}
