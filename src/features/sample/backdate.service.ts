import type { OrganizationDb } from "@/platform/db/organization-db";

/** A stretch of the load, and when what it wrote is to have happened. */
export type Stretch = { readonly began: Date; readonly ended: Date; readonly happenedAt: Date };

/** Every column of the workspace that says when something was done. Days that people enter themselves are theirs. */
const moments = [
  ["organization", "created_at"],
  ["membership", "created_at"],
  ["team", "created_at"],
  ["invitation", "accepted_at"],
  ["invitation", "expires_at"],
  ["invitation", "created_at"],
  ["project", "created_at"],
  ["project", "updated_at"],
  ["project", "launched_at"],
  ["brief", "updated_at"],
  ["gate_passage", "at"],
  ["gate_criterion", "judged_at"],
  ["gate_criterion", "removed_at"],
  ["gate_evidence", "added_at"],
  ["gate_evidence", "removed_at"],
  ["gate_round", "asked_at"],
  ["gate_round", "decided_at"],
  ["gate_condition", "closed_at"],
  ["loop_pass", "begun_at"],
  ["loop_result", "added_at"],
  ["loop_result", "removed_at"],
  ["task_record", "updated_at"],
  ["time_entry", "booked_at"],
  ["time_entry", "deleted_at"],
  ["decision", "created_at"],
  ["decision", "updated_at"],
  ["decision", "deleted_at"],
  ["outcome", "decided_at"],
  ["outcome", "ended_at"],
  ["position", "at"],
  ["position", "answered_at"],
  ["position", "kept_at"],
  ["consultation", "asked_at"],
  ["outcome_review", "at"],
  ["suggestion_dismissal", "at"],
  ["evidence", "created_at"],
  ["evidence", "deleted_at"],
  ["project_sizing", "created_at"],
  ["project_sizing", "updated_at"],
  ["project_sizing", "deleted_at"],
  ["stored_file", "created_at"],
  ["stored_file", "stored_at"],
  ["criterion", "deleted_at"],
  ["scoring_round", "opened_at"],
  ["scoring_round", "revealed_at"],
  ["scorer", "given_at"],
  ["comment", "created_at"],
  ["comment", "edited_at"],
  ["comment", "resolved_at"],
  ["comment", "suggestion_applied_at"],
  ["reaction", "at"],
  ["mutation", "at"],
] as const;

/**
 * Gives what a load wrote the times at which it is told to have happened: the verbs know only the present, so the load tells the
 * stories in the order of time, and this, at its end, spreads them over the past. Within a stretch the distances stay, so events
 * keep the order of their numbers. Nobody but the sample may do this: the log of a real workspace is what happened.
 */
export async function backdate(db: OrganizationDb, stretches: readonly Stretch[]): Promise<void> {
  const columns = {
    began: stretches.map(({ began }) => began.toISOString()),
    ended: stretches.map(({ ended }) => ended.toISOString()),
    happened: stretches.map(({ happenedAt }) => happenedAt.toISOString()),
  };
  await db.derive(async (tx) => {
    for (const [table, column] of moments) {
      const scope = table === "organization" ? "id" : "organization_id";
      // When an invitation ends was settled when it was made.
      const settled = column === "expires_at" ? "created_at" : column;
      await tx.$executeRawUnsafe(
        `UPDATE ${table} SET ${column} = ${table}.${column} + (stretch.happened - stretch.began)
        FROM unnest($2::text[]::timestamptz[], $3::text[]::timestamptz[], $4::text[]::timestamptz[])
          AS stretch(began, ended, happened)
        WHERE ${table}.${scope} = $1::uuid AND ${table}.${settled} >= stretch.began AND ${table}.${settled} < stretch.ended`,
        db.organizationId,
        columns.began,
        columns.ended,
        columns.happened,
      );
    }
    await tx.$executeRaw`SELECT backdate_sample_events(${columns.began}::text[]::timestamptz[],
      ${columns.ended}::text[]::timestamptz[], ${columns.happened}::text[]::timestamptz[])`;
  });
}
