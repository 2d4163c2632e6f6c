import type { Transaction } from "@/platform/db/organization-db";
import { mayDo } from "@/platform/permissions";
import { type DecisionPeople, hearersOf, type Notice, projectPeople } from "./audience.queries";

// Whose position an open decision waits for.

export function waitingFor(decisionId: string): string {
  return `waiting:${decisionId}`;
}

/**
 * Whoever is asked by name, and the project's people, of those who may take a position and have not yet. Where the options are
 * scored, the project's people are waited for with their scores. Muting is for what one was not asked by name.
 */
export async function waitedFor(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
): Promise<Notice[]> {
  if (!decision.isOpen) return [];
  const byName = asked(decision);
  const { muted } = await hearersOf(tx, organizationId, decision.place, []);
  const people =
    decision.process === "scoring" ? [] : await projectPeople(tx, organizationId, decision.place.projectId);
  const others = [...people].filter((id) => !decision.consulted.has(id) && !muted.has(id));
  const roles = await tx.membership.findMany({
    where: {
      organizationId,
      id: { in: [...others, ...byName.map((one) => one.membershipId)] },
      removedAt: null,
    },
    select: { id: true, role: true },
  });
  const mayTake = new Set(roles.flatMap(({ id, role }) => (mayDo(role, "position.take") ? [id] : [])));
  const subject = waitingFor(decision.place.decisionId);
  return [
    ...byName,
    ...others
      .filter((id) => !decision.positions.has(id))
      .map((membershipId) => ({ membershipId, kind: "waiting", subject })),
  ].filter(({ membershipId }) => mayTake.has(membershipId));
}

/** Those who are asked by name and have not said yet where they stand: for advice, where advice is what decides. */
export function asked({ isOpen, process, consulted, positions, place }: DecisionPeople): Notice[] {
  if (!isOpen) return [];
  const kind = process === "advice" ? "advice" : "waiting";
  return [...consulted]
    .filter((id) => !positions.has(id))
    .map((membershipId) => ({ membershipId, kind, subject: waitingFor(place.decisionId) }));
}
