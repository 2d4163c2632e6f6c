import { differenceInCalendarDays } from "date-fns";
import { toPhase } from "@/features/projects/queries";
import { projectHealth } from "@/planning";
import { toDay } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";

/** A project as the list filters, orders and sums it. */
export type PortfolioProject = NonNullable<ReturnType<typeof toProject>>;

/**
 * All projects of the workspace that are not deleted, each with the figures stored with its forecast and its open decisions counted:
 * one statement. Of those without such figures only the number is told.
 */
export async function portfolioProjects(tx: Transaction, organizationId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS id, p.key, p.name, p.visibility::text AS visibility, p.owner_id::text AS "ownerId", a.name AS "ownerName",
      t.id::text AS "teamId", t.name AS "teamName", p.phase, p.launched_at AS "launchedAt", p.target_on AS "targetOn", p.budget_minor::float8 AS "budgetMinor",
      f.figures_at = f.updated_at AS "hasFigures", f.finish_p10 AS p10, f.finish_p50 AS p50, f.finish_p80 AS p80, f.finish_p95 AS p95,
      f.effort_p50_person_days AS "effortP50", f.cost_p50_minor AS "costP50", f.cost_p80_minor AS "costP80",
      coalesce(o.count, 0)::int AS "openDecisions", o.oldest, coalesce(e.actual, 0)::int AS actual,
      coalesce(e.remaining, 0)::int AS remaining, coalesce(l.at, p.updated_at) AS "changedAt"
    FROM project p
    JOIN membership m ON m.organization_id = p.organization_id AND m.id = p.owner_id
    JOIN account a ON a.id = m.account_id
    LEFT JOIN team t ON t.organization_id = p.organization_id AND t.id = p.team_id AND t.deleted_at IS NULL
    LEFT JOIN project_forecast f ON f.organization_id = p.organization_id AND f.project_id = p.id
    LEFT JOIN (
      SELECT d.project_id, count(*) AS count, min(d.created_at) AS oldest FROM decision d
      WHERE d.organization_id = ${organizationId}::uuid AND d.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM outcome x
          WHERE x.organization_id = d.organization_id AND x.decision_id = d.id AND x.ended_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM decision s
          WHERE s.organization_id = d.organization_id AND s.supersedes_id = d.id)
      GROUP BY 1) o ON o.project_id = p.id
    LEFT JOIN (
      SELECT project_id, sum(actual) AS actual, sum(remaining) AS remaining FROM project_effort
      WHERE organization_id = ${organizationId}::uuid AND dimension = 'phase' GROUP BY 1) e ON e.project_id = p.id
    LEFT JOIN LATERAL (
      SELECT v.at FROM event v WHERE v.organization_id = p.organization_id AND v.project_id = p.id
      ORDER BY v.seq DESC LIMIT 1) l ON true
    WHERE p.organization_id = ${organizationId}::uuid AND p.deleted_at IS NULL`;
  const projects = rows.flatMap((row) => toProject(row) ?? []);
  return { projects, withoutFigures: rows.length - projects.length };
}

type Row = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly visibility: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly phase: string;
  readonly launchedAt: Date | null;
  readonly targetOn: Date | null;
  readonly budgetMinor: number | null;
  /** Whether the figures are those of the stored forecast; without one they are nothing. */
  readonly hasFigures: boolean | null;
  readonly p10: Date | null;
  readonly p50: Date | null;
  readonly p80: Date | null;
  readonly p95: Date | null;
  readonly effortP50: number | null;
  readonly costP50: number | null;
  readonly costP80: number | null;
  readonly openDecisions: number;
  readonly oldest: Date | null;
  readonly actual: number;
  readonly remaining: number;
  readonly changedAt: Date;
};

function toProject(row: Row) {
  const { p10, p50, p80, p95, effortP50, costP50, costP80 } = row;
  if (row.hasFigures !== true) return null;
  if (p10 === null || p50 === null || p80 === null || p95 === null) return null;
  if (effortP50 === null || costP50 === null || costP80 === null) return null;
  const { id, key, name, ownerId, ownerName, teamId, teamName } = row;
  const { launchedAt, budgetMinor, openDecisions, actual, changedAt } = row;
  const launched = launchedAt !== null;
  const targetOn = row.targetOn === null ? null : toDay(row.targetOn);
  const finish = { p10: toDay(p10), p50: toDay(p50), p80: toDay(p80), p95: toDay(p95) };
  const costMinor = { p50: costP50, p80: costP80 };
  return {
    id,
    key,
    name,
    isPrivate: row.visibility === "private",
    ownerId,
    ownerName,
    teamId,
    teamName,
    phase: toPhase(row.phase),
    launchedAt,
    targetOn,
    budgetMinor,
    finish,
    effortPersonDays: { p50: effortP50 },
    costMinor,
    health: projectHealth({ launched, targetOn, finish, budgetMinor, costMinor }),
    openDecisions,
    /** How long the oldest open decision has waited; nothing without one. */
    oldestDecisionDays: row.oldest === null ? null : differenceInCalendarDays(new Date(), row.oldest),
    /** At completion, in hundredths of a person-day: nothing lies ahead of what is launched. */
    effort: { actual, remaining: launched ? 0 : row.remaining },
    changedAt,
  };
}

/** How many decisions wait in these projects. What is launched has no plan left that a decision could move. */
export function openDecisionsOf(projects: readonly PortfolioProject[]): number {
  return projects.reduce(
    (sum, { launchedAt, openDecisions }) => sum + (launchedAt === null ? openDecisions : 0),
    0,
  );
}
