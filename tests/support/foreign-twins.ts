import type { FurnishedWorkspace } from "./furnished-workspace";
import type { ReadWorkspace } from "./inboxes";
import type { People } from "./two-workspaces";

/** The ids and keys of the own workspace, each with that of the same thing in the other one. */
export function twinsOf(own: ReadWorkspace, foreign: ReadWorkspace, people: People): Map<string, string> {
  const decision = (from: FurnishedWorkspace["openDecision"], to: FurnishedWorkspace["openDecision"]) =>
    [
      [from.id, to.id],
      [from.firstOption.id, to.firstOption.id],
      [from.secondOption.id, to.secondOption.id],
    ] as const;
  return new Map<string, string>([
    ...Object.values(people).map(({ membershipId }) => [membershipId, foreign.ownerId] as const),
    [own.project.id, foreign.project.id],
    [own.project.key, foreign.project.key],
    [own.deletedProject.id, foreign.deletedProject.id],
    ...decision(own.openDecision, foreign.openDecision),
    ...decision(own.otherDecision, foreign.otherDecision),
    ...decision(own.decidedDecision, foreign.decidedDecision),
    [own.openScoring.roundId, foreign.openScoring.roundId],
    [own.openScoring.criterion.id, foreign.openScoring.criterion.id],
    [own.revealedScoring.roundId, foreign.revealedScoring.roundId],
    [own.revealedScoring.criterion.id, foreign.revealedScoring.criterion.id],
    [own.thread.id, foreign.thread.id],
    [own.answer.id, foreign.answer.id],
    [own.resolvedThread.id, foreign.resolvedThread.id],
    [own.deletedComment.id, foreign.deletedComment.id],
    [own.baseline.id, foreign.baseline.id],
    [own.deletedBaseline.id, foreign.deletedBaseline.id],
    [own.shareLink.id, foreign.shareLink.id],
    [own.view.id, foreign.view.id],
    [own.team.id, foreign.team.id],
    [own.deletedTeam.id, foreign.deletedTeam.id],
    [own.letters.letterId, foreign.letters.letterId],
    [own.deletedView.id, foreign.deletedView.id],
    [own.scenario.id, foreign.scenario.id],
    [own.droppedScenario.id, foreign.droppedScenario.id],
    [own.schedule.id, foreign.schedule.id],
    [own.droppedSchedule.id, foreign.droppedSchedule.id],
    [own.appliedSchedule.id, foreign.appliedSchedule.id],
    [own.evidence.id, foreign.evidence.id],
    [own.removedEvidence.id, foreign.removedEvidence.id],
    [own.sizing.id, foreign.sizing.id],
    [own.deletedSizing.id, foreign.deletedSizing.id],
    [own.timeEntry.entryId, foreign.timeEntry.entryId],
    [own.deletedTimeEntry.entryId, foreign.deletedTimeEntry.entryId],
    [own.timer.id, foreign.timer.id],
    [own.reviewEntry.id, foreign.reviewEntry.id],
    [own.proposals.forOwner, foreign.proposals.forOwner],
    [own.proposals.byOwner, foreign.proposals.byOwner],
    [own.file.id, foreign.file.id],
    [own.suggestion.id, foreign.suggestion.id],
    [own.gate.criterion.key, foreign.gate.criterion.key],
    [own.gate.evidence.id, foreign.gate.evidence.id],
    [own.gate.open.id, foreign.gate.open.id],
    [own.gate.closed.id, foreign.gate.closed.id],
    [own.result.id, foreign.result.id],
    [own.invitation.id, foreign.invitation.id],
    [own.inboxItem.id, foreign.inboxItem.id],
    [own.standardTask.key, foreign.standardTask.key],
    [own.projectTask.key, foreign.projectTask.key],
  ]);
}

/** The value once per text in it that has a twin, with the twin in its place. */
export function withTwins(value: unknown, twinOf: (text: string) => string | undefined): unknown[] {
  if (typeof value === "string") {
    const twin = twinOf(value);
    return twin === undefined ? [] : [twin];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => withTwins(item, twinOf).map((other) => value.with(index, other)));
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) =>
    withTwins(item, twinOf).map((other) => ({ ...value, [key]: other })),
  );
}
