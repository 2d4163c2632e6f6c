import type { Transaction } from "@/platform/db/organization-db";

// Who hears of what: by what people chose, and without a choice by what they own, asked or took part in.

export type Place = {
  readonly projectId: string;
  readonly phase: string | null;
  readonly decisionId: string | null;
};

export type Notice = { readonly membershipId: string; readonly kind: string; readonly subject: string };

/** What an entry of the log is to whom. */
export type News = {
  /** What it is about; without a project it is about the workspace. */
  readonly place: { readonly projectId: string | null; readonly decisionId: string | null };
  readonly commentId: string | null;
  readonly notices: readonly Notice[];
  /** Items that the entry deals with: somebody's, or everybody's. */
  readonly settled: readonly { readonly subject: string; readonly except?: string; readonly only?: string }[];
  /** Nobody did it: the actor is whom it is told to. */
  readonly byNobody: boolean;
};

export const nothing = { commentId: null, notices: [], settled: [], byNobody: false } as const;

export type Choice = "following" | "muted";

/** What members chose for this place; of several choices the one for the narrowest counts. */
export async function choicesFor(
  tx: Transaction,
  organizationId: string,
  place: Place,
): Promise<ReadonlyMap<string, { choice: Choice; of: "project" | "phase" | "decision" }>> {
  const rows = await tx.subscription.findMany({
    where: {
      organizationId,
      projectId: place.projectId,
      OR: [
        { phase: null, decisionId: null },
        ...(place.phase === null ? [] : [{ phase: place.phase }]),
        ...(place.decisionId === null ? [] : [{ decisionId: place.decisionId }]),
      ],
    },
    select: { membershipId: true, phase: true, decisionId: true, choice: true },
  });
  const narrowestLast = rows
    .map((row) => ({ ...row, of: extent(row) }))
    .sort((a, b) => breadth.indexOf(a.of) - breadth.indexOf(b.of));
  return new Map(
    narrowestLast.map(({ membershipId, choice, of }) => [
      membershipId,
      { choice: choice === "muted" ? "muted" : "following", of } as const,
    ]),
  );
}

const breadth = ["project", "phase", "decision"] as const;

function extent(row: { phase: string | null; decisionId: string | null }): (typeof breadth)[number] {
  if (row.decisionId !== null) return "decision";
  return row.phase === null ? "project" : "phase";
}

export type DecisionPeople = {
  readonly place: Place & { readonly decisionId: string };
  readonly ownerId: string;
  /** Whoever owns it, asked it, took a position or wrote about it. */
  readonly involved: ReadonlySet<string>;
  readonly positions: ReadonlySet<string>;
  /** Whoever was asked for a position by name. */
  readonly consulted: ReadonlySet<string>;
  readonly process: string;
  readonly isOpen: boolean;
  readonly isSuperseded: boolean;
};

/** A decision that is not deleted, and who has to do with it. */
export async function decisionPeople(
  tx: Transaction,
  organizationId: string,
  decisionId: string,
): Promise<DecisionPeople | null> {
  const decision = await tx.decision.findFirst({
    where: { organizationId, id: decisionId, deletedAt: null, project: { deletedAt: null } },
    select: {
      projectId: true,
      phase: true,
      ownerId: true,
      askedById: true,
      process: true,
      supersededBy: { select: { id: true } },
      outcomes: { where: { endedAt: null }, select: { id: true } },
      positions: { select: { membershipId: true } },
      consulted: { select: { membershipId: true } },
    },
  });
  if (decision === null) return null;
  const writers = await tx.comment.findMany({
    where: { organizationId, subjectType: "decision", subjectId: decisionId, deletedAt: null },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  const positions = decision.positions.map((position) => position.membershipId);
  return {
    place: { projectId: decision.projectId, phase: decision.phase, decisionId },
    ownerId: decision.ownerId,
    involved: new Set([
      decision.ownerId,
      decision.askedById,
      ...positions,
      ...writers.map((writer) => writer.authorId),
    ]),
    positions: new Set(positions),
    consulted: new Set(decision.consulted.map(({ membershipId }) => membershipId)),
    process: decision.process,
    isSuperseded: decision.supersededBy !== null,
    isOpen: decision.supersededBy === null && decision.outcomes.length === 0,
  };
}

/** The project's people: its owner, who owns its decisions, whom its tasks are assigned to, who took part. */
export async function projectPeople(
  tx: Transaction,
  organizationId: string,
  projectId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH of_project AS (SELECT id FROM decision
      WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid AND deleted_at IS NULL)
    SELECT owner_id::text AS id FROM project WHERE organization_id = ${organizationId}::uuid AND id = ${projectId}::uuid
    UNION SELECT owner_id::text FROM decision
      WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid AND deleted_at IS NULL
    UNION SELECT assignee_id::text FROM task_record
      WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid AND assignee_id IS NOT NULL
    UNION SELECT author_id::text FROM comment
      WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid AND deleted_at IS NULL
    UNION SELECT membership_id::text FROM position
      WHERE organization_id = ${organizationId}::uuid AND decision_id IN (SELECT id FROM of_project)`;
  return new Set(rows.map((row) => row.id));
}

/** Who hears what happens at a place: who is involved in it or follows it, less who muted it. */
export async function hearersOf(
  tx: Transaction,
  organizationId: string,
  place: Place,
  involved: Iterable<string>,
): Promise<{ hearers: string[]; muted: ReadonlySet<string>; closely: string[] }> {
  const choices = await choicesFor(tx, organizationId, place);
  const following = [...choices].filter(([, { choice }]) => choice === "following");
  const muted = new Set([...choices].filter(([, { choice }]) => choice === "muted").map(([id]) => id));
  const narrowest = place.decisionId === null ? "project" : "decision";
  return {
    hearers: [...new Set([...involved, ...following.map(([id]) => id)])].filter((id) => !muted.has(id)),
    muted,
    /** Who follows this very thing, and so hears what is said about it. */
    closely: following.filter(([, { of }]) => of === narrowest).map(([id]) => id),
  };
}
