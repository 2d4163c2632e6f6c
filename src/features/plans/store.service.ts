import type { Transaction } from "@/platform/db/organization-db";
import { forecastSummarySchema } from "./schema";
import type { PlannedDemand, PlannedProject } from "./service";

/**
 * Stores the forecast of a project, with what it asks of people week by week and where its effort goes, in place of the one before.
 * The caller has locked the project. Each table is given its rows as one value: hundreds of rows change with every edit of a plan,
 * and as parameters of their own they would take several times as long as the forecast itself.
 */
export async function storeForecast(
  tx: Transaction,
  organizationId: string,
  projectId: string,
  standardsVersion: number,
  { plan, forecast, demandByWeek, effort }: PlannedDemand,
): Promise<void> {
  const at = new Date();
  const row = {
    ...forecastColumns({ plan, forecast }),
    standards_version: standardsVersion,
    updated_at: at,
    demand_at: at,
    figures_at: at,
  };
  await tx.$executeRaw`
    INSERT INTO project_forecast AS f (organization_id, project_id, standards_version, as_of, seed, runs, calibration, forecast,
      summary, updated_at, demand_at, figures_at, finish_p10, finish_p50, finish_p80, finish_p95, effort_p50_person_days,
      cost_p50_minor, cost_p80_minor, open_decisions)
    SELECT ${organizationId}::uuid, ${projectId}::uuid, standards_version, as_of, seed, runs, calibration, forecast,
      summary, updated_at, demand_at, figures_at, finish_p10, finish_p50, finish_p80, finish_p95, effort_p50_person_days,
      cost_p50_minor, cost_p80_minor, open_decisions
    FROM jsonb_populate_record(NULL::project_forecast, ${JSON.stringify(row)}::jsonb)
    ON CONFLICT (organization_id, project_id) DO UPDATE SET
      standards_version = excluded.standards_version, as_of = excluded.as_of, seed = excluded.seed, runs = excluded.runs,
      calibration = excluded.calibration, forecast = excluded.forecast, summary = excluded.summary,
      updated_at = excluded.updated_at, demand_at = excluded.demand_at, figures_at = excluded.figures_at,
      finish_p10 = excluded.finish_p10, finish_p50 = excluded.finish_p50, finish_p80 = excluded.finish_p80,
      finish_p95 = excluded.finish_p95, effort_p50_person_days = excluded.effort_p50_person_days,
      cost_p50_minor = excluded.cost_p50_minor, cost_p80_minor = excluded.cost_p80_minor,
      open_decisions = excluded.open_decisions`;
  await tx.projectDemand.deleteMany({ where: { organizationId, projectId } });
  await tx.$executeRaw`
    INSERT INTO project_demand (organization_id, project_id, week_on, discipline, level, p50, p80, tasks)
    SELECT ${organizationId}::uuid, ${projectId}::uuid, "weekOn", discipline, level, p50, p80, tasks
    FROM jsonb_to_recordset(${JSON.stringify(demandByWeek)}::jsonb)
      AS d("weekOn" date, discipline text, level int, p50 int, p80 int, tasks jsonb)`;
  await tx.projectEffort.deleteMany({ where: { organizationId, projectId } });
  await tx.$executeRaw`
    INSERT INTO project_effort (organization_id, project_id, dimension, key, actual, remaining)
    SELECT ${organizationId}::uuid, ${projectId}::uuid, dimension, key, actual, remaining
    FROM jsonb_to_recordset(${JSON.stringify(effort)}::jsonb)
      AS e(dimension text, key text, actual int, remaining int)`;
}

/** What is stored of a forecast itself, as the columns are called; the rest says when and under which standards that was. */
export function forecastColumns({ plan, forecast }: PlannedProject) {
  const { finish, effortPersonDays, costMinor } = forecast;
  return {
    as_of: forecast.asOf,
    seed: forecast.seed,
    runs: forecast.runs,
    calibration: plan.input.calibration ?? null,
    forecast,
    summary: forecastSummarySchema.parse(forecast),
    finish_p10: finish.p10,
    finish_p50: finish.p50,
    finish_p80: finish.p80,
    finish_p95: finish.p95,
    effort_p50_person_days: effortPersonDays.p50,
    cost_p50_minor: costMinor.p50,
    cost_p80_minor: costMinor.p80,
    open_decisions: forecast.openDecisions.map(({ decisionId, spreadWorkingDays }) => ({
      decisionId,
      spreadWorkingDays,
    })),
  };
}
