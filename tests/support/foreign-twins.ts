import type { FurnishedWorkspace } from "./furnished-workspace";
import type { People } from "./two-workspaces";

/** The ids and keys of the own workspace, each with that of the same thing in the other one. */
export function twinsOf(
  own: FurnishedWorkspace,
  foreign: FurnishedWorkspace,
  people: People,
): Map<string, string> {
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
    [own.thread.id, foreign.thread.id],
    [own.answer.id, foreign.answer.id],
    [own.resolvedThread.id, foreign.resolvedThread.id],
    [own.deletedComment.id, foreign.deletedComment.id],
    [own.invitation.id, foreign.invitation.id],
    [own.standardTask.key, foreign.standardTask.key],
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
