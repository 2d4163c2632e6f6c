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
  "project.made-private",
  "project.made-visible",
  "project.shared",
  "project.unshared",
  "project.prioritised",
  "project.fixed",
  "schedule.kept",
  "schedule.dropped",
  "schedule.restored",
  "schedule.applied",
  "schedule.taken-back",
  "gate.criterion-judged",
  "gate.criterion-added",
  "gate.criterion-removed",
  "gate.evidence-added",
  "gate.evidence-removed",
  "gate.approver-named",
  "gate.asked",
  "gate.decided",
  "gate.condition-closed",
  "gate.condition-reopened",
  "pass.recorded",
  "pass.result-added",
  "pass.result-removed",
  "brief.edited",
  "task.edited",
  "tasks.edited",
  "task.added",
  "task.changed",
  "task.linked",
  "task.unlinked",
  "tasks.imported",
  "task.checklist-changed",
  "time.booked",
  "time.corrected",
  "time.deleted",
  "time.restored",
  "time.imported",
  "baseline.made",
  "baseline.reference-set",
  "baseline.deleted",
  "baseline.restored",
  "scenario.made",
  "scenario.edited",
  "scenario.dropped",
  "scenario.restored",
  "scenario.applied",
  "sizing.saved",
  "sizing.edited",
  "sizing.deleted",
  "sizing.restored",
  "decision.asked",
  "decision.edited",
  "decision.decided",
  "decision.reopened",
  "decision.superseded",
  "decision.deleted",
  "option.added",
  "option.edited",
  "option.removed",
  "evidence.added",
  "evidence.edited",
  "evidence.removed",
  "evidence.restored",
  "position.taken",
  "decision.consulted",
  "decision.nudged",
  "decision.reviewed",
  "decision.review-due",
  "objection.answered",
  "objection.kept",
  "objection.withdrawn",
  "suggestion.dismissed",
  "suggestion.restored",
  "criterion.added",
  "criterion.edited",
  "criterion.removed",
  "criteria.weighed",
  "scores.given",
  "scores.revealed",
  "scoring.round-opened",
  "comment.written",
  "comment.edited",
  "comment.deleted",
  "comment.restored",
  "comment.resolved",
  "comment.unresolved",
  "comment.reacted",
  "suggestion.applied",
  "suggestion.declined",
  "view.shared",
  "view.edited",
  "view.unshared",
  "views.arranged",
  "view.deleted",
  "view.restored",
  "share.made",
  "share.revoked",
  "workspace.sharing-changed",
  "letters.scheduled",
  "letters.changed",
  "letters.ended",
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
 * Appends to the organization's log in this order, as the last thing of its transaction: the counter's row lock is held until the commit,
 * so sequence numbers become visible in their order and without a gap, and a reader may resume from the last one it saw.
 */
export async function appendEvents(
  tx: Transaction,
  organizationId: string,
  entries: readonly { readonly actorId: string; readonly event: NewEvent }[],
): Promise<void> {
  if (entries.length === 0) return;
  const { eventSeq } = await tx.organizationCounter.update({
    where: { organizationId },
    data: { eventSeq: { increment: entries.length } },
  });
  await tx.event.createMany({
    data: entries.map(({ actorId, event }, index) => ({
      organizationId,
      seq: eventSeq - entries.length + 1 + index,
      type: event.type,
      actorId,
      projectId: event.projectId ?? null,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      data: event.data,
    })),
  });
  await tx.$executeRaw`SELECT pg_notify(${eventChannel}, ${organizationId})`;
}
