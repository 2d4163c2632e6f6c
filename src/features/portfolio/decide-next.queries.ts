import { differenceInCalendarDays } from "date-fns";
import type { Transaction } from "@/platform/db/organization-db";

/** Those that cost most to leave open. */
const most = 6;

/**
 * The open decisions of these projects that cost most to leave open: by the working days between the finishes their options give, then
 * by age. Of launched projects none.
 */
export async function decideNext(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
  /** Only those that this member has to settle. */
  ownerId: string | null = null,
) {
  const rows = await tx.$queryRaw<
    {
      readonly id: string;
      readonly number: number;
      readonly question: string;
      readonly askedAt: Date;
      readonly projectKey: string;
      readonly projectName: string;
      readonly spreadWorkingDays: number;
    }[]
  >`
    SELECT d.id::text AS id, d.number, d.question, d.created_at AS "askedAt", p.key AS "projectKey",
      p.name AS "projectName", coalesce(x.days, 0)::float8 AS "spreadWorkingDays"
    FROM decision d
    JOIN project p ON p.organization_id = d.organization_id AND p.id = d.project_id
    LEFT JOIN project_forecast f ON f.organization_id = p.organization_id AND f.project_id = p.id
    LEFT JOIN LATERAL (
      SELECT (entry ->> 'spreadWorkingDays')::float8 AS days FROM jsonb_array_elements(f.open_decisions) entry
      WHERE entry ->> 'decisionId' = d.id::text LIMIT 1) x ON true
    WHERE d.organization_id = ${organizationId}::uuid AND d.deleted_at IS NULL
      AND d.project_id = ANY(${[...projectIds]}::uuid[]) AND p.launched_at IS NULL
      AND (${ownerId}::uuid IS NULL OR d.owner_id = ${ownerId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM outcome o
        WHERE o.organization_id = d.organization_id AND o.decision_id = d.id AND o.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM decision s
        WHERE s.organization_id = d.organization_id AND s.supersedes_id = d.id)
    ORDER BY "spreadWorkingDays" DESC, d.created_at, d.id LIMIT ${most}`;
  return rows.map(({ askedAt, ...row }) => ({
    ...row,
    ageDays: differenceInCalendarDays(new Date(), askedAt),
  }));
}
