import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import {
  type DemandInWeek,
  type EffortPart,
  type Forecast,
  forecastWithDemand,
  makePlan,
  type Plan,
  type PlanInput,
  previewOption,
} from "@/planning";
import { fromDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { addJob } from "@/platform/jobs/job";
import type { WhichCalibration } from "./calibration.queries";
import { freshenJob } from "./freshen.schema";
import { readPlanInputs } from "./inputs.queries";
import { type ForecastSummary, forecastSummarySchema } from "./schema";
import { storeForecast } from "./store.service";

export type PlannedProject = { readonly plan: Plan; readonly forecast: Forecast };

/** With what the forecast asks of people week by week, and where its effort goes, as it is stored beside it. */
export type PlannedDemand = PlannedProject & {
  readonly demandByWeek: readonly DemandInWeek[];
  readonly effort: readonly EffortPart[];
};

const forecastRuns = 2_000;

const hurried = new AsyncLocalStorage<{ readonly runs: number }>();

/**
 * Runs verbs one after another whose forecasts nobody will see, with few runs each. Whoever does so re-plans the projects at the
 * end: a stored forecast has the usual number of runs.
 */
export async function withHurriedForecasts<T>(work: () => Promise<T>): Promise<T> {
  return await hurried.run({ runs: 20 }, work);
}

/** The plan of a project as it stands in this transaction, with its forecast. Nothing is stored. */
export async function planOf(tx: Transaction, db: OrganizationDb, projectId: string): Promise<PlannedDemand> {
  return compute(projectId, await readPlanInput(tx, db, projectId));
}

/** The plan alone, for rules that ask what is in it: simulating takes most of the time. */
export async function readPlan(tx: Transaction, db: OrganizationDb, projectId: string): Promise<Plan> {
  return makePlan(await readPlanInput(tx, db, projectId));
}

/** The plans of several projects, in a number of queries that does not grow with them. */
export async function readPlans(
  tx: Transaction,
  db: OrganizationDb,
  projectIds: readonly string[],
): Promise<Map<string, Plan>> {
  if (projectIds.length === 0) return new Map();
  const inputs = await readPlanInputs(tx, db.organizationId, projectIds);
  return new Map([...inputs].map(([id, input]) => [id, makePlan(input)]));
}

async function readPlanInput(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  calibration?: WhichCalibration,
): Promise<PlanInput> {
  const input = (await readPlanInputs(tx, db.organizationId, [projectId], calibration)).get(projectId);
  if (input === undefined) throw notFound("project");
  return input;
}

/**
 * Makes the plan anew after something it depends on has changed in this transaction, and stores its forecast. The project's
 * row is locked, so that of two changes at once the later one sees the earlier.
 */
export async function replan(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
): Promise<PlannedProject> {
  return await makeAnew(tx, db, projectId, "kept");
}

/** The same with what finished tasks teach by now: for when a task of the project was settled, and once a day. */
export async function recalibrate(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
): Promise<PlannedProject> {
  return await makeAnew(tx, db, projectId, "fresh");
}

async function makeAnew(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  calibration: WhichCalibration,
): Promise<PlannedProject> {
  await lockProject(tx, db, projectId);
  const standardsVersion = await readStandardsVersion(tx, db.organizationId);
  const planned = compute(projectId, await readPlanInput(tx, db, projectId, calibration));
  await storeForecast(tx, db.organizationId, projectId, standardsVersion, planned);
  return planned;
}

/** Takes the project's lock before its plan is read for comparison: the order is decision first, then project. */
export async function lockProject(tx: Transaction, db: OrganizationDb, projectId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM project
    WHERE organization_id = ${db.organizationId}::uuid AND id = ${projectId}::uuid FOR NO KEY UPDATE`;
}

/**
 * The stored forecasts of the given projects in short, brought up to date first where a day has passed since, the workspace's rates or
 * standards have changed since, or an older version wrote them. The first reader of a day waits for it; two queries for everybody else.
 */
export async function currentForecasts(
  tx: Transaction,
  db: Pick<OrganizationDb, "organizationId">,
  projectIds: readonly string[],
): Promise<Map<string, ForecastSummary>> {
  const { organizationId } = db;
  const standardsVersion = await readStandardsVersion(tx, organizationId);
  const rows = await tx.projectForecast.findMany({
    where: { organizationId, projectId: { in: [...projectIds] }, standardsVersion },
    select: { projectId: true, asOf: true, summary: true, updatedAt: true, demandAt: true, figuresAt: true },
  });
  const asOf = fromDay(today()).getTime();
  const forecasts = new Map<string, ForecastSummary>();
  for (const row of rows) {
    const parsed = forecastSummarySchema.safeParse(row.summary);
    if (parsed.success && row.asOf.getTime() === asOf && hasItsRows(row))
      forecasts.set(row.projectId, parsed.data);
  }
  const stale = projectIds.filter((projectId) => !forecasts.has(projectId));
  for (const [projectId, forecast] of await forecastAnew(tx, organizationId, stale, standardsVersion))
    forecasts.set(projectId, forecast);
  return forecasts;
}

/** P50 of the stored forecasts, and what they were drawn with, however old they are: for whoever has freshened them. */
export async function storedForecasts(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
) {
  const rows = await tx.projectForecast.findMany({
    where: { organizationId, projectId: { in: [...projectIds] } },
    select: { projectId: true, seed: true, runs: true, summary: true },
  });
  return new Map(
    rows.flatMap(({ projectId, seed, runs, summary }) => {
      const parsed = forecastSummarySchema.safeParse(summary);
      return parsed.success ? [[projectId, { seed, runs, finish: parsed.data.finish.p50 }] as const] : [];
    }),
  );
}

/**
 * Makes the forecasts of these projects anew and stores them. Their rows are locked, lowest id first, so that what is stored is never
 * older than what somebody's change has stored meanwhile.
 */
export async function forecastAnew(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
  standardsVersion: number,
): Promise<Map<string, Forecast>> {
  const forecasts = new Map<string, Forecast>();
  if (projectIds.length === 0) return forecasts;
  await tx.$executeRaw`SELECT 1 FROM project
    WHERE organization_id = ${organizationId}::uuid AND id = ANY(${[...projectIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  for (const [projectId, input] of await readPlanInputs(tx, organizationId, projectIds)) {
    const planned = compute(projectId, input);
    await storeForecast(tx, organizationId, projectId, standardsVersion, planned);
    forecasts.set(projectId, planned.forecast);
  }
  return forecasts;
}

/** How many forecasts a reader waits for. Beyond it they are shown as they stand, while a job brings them up to date. */
const waitedForAtMost = 12;

export type Freshness = {
  /** When the oldest of the forecasts was made; nothing where there is none. */
  readonly freshAt: Date | null;
  /** How many are still being brought up to date. */
  readonly stale: number;
};

/**
 * Brings what is stored of all projects that are not deleted up to date, for whoever sums over their rows: one query where nothing is
 * stale, since no forecast is read.
 */
export async function freshenForecasts(
  tx: Transaction,
  db: Pick<OrganizationDb, "organizationId">,
): Promise<Freshness> {
  const { organizationId } = db;
  const { staleIds, freshAt, standardsVersion } = await lookForStale(tx, organizationId);
  if (staleIds.length > waitedForAtMost) {
    // Asked for by many readers at once it is one job.
    await addJob(tx, organizationId, freshenJob, { key: freshenJob.name, payload: {}, runAt: new Date() });
    return { freshAt, stale: staleIds.length };
  }
  await forecastAnew(tx, organizationId, staleIds, standardsVersion);
  return { freshAt, stale: 0 };
}

/** Which projects have no forecast of today's date, of today's standards, and written by this version with all that lists read. */
export async function lookForStale(tx: Transaction, organizationId: string) {
  const [[all], standardsVersion] = [
    await tx.$queryRaw<{ staleIds: string[]; freshAt: Date | null }[]>`
      SELECT coalesce(array_agg(p.id::text ORDER BY p.id) FILTER (WHERE (f.as_of = ${today()}::date
          AND f.standards_version = o.standards_version
          AND f.demand_at = f.updated_at AND f.figures_at = f.updated_at) IS NOT TRUE), '{}') AS "staleIds",
        CASE WHEN count(*) > 0 THEN least(min(f.updated_at), now()) END AS "freshAt"
      FROM project p
      JOIN organization o ON o.id = p.organization_id
      LEFT JOIN project_forecast f ON f.organization_id = p.organization_id AND f.project_id = p.id
      WHERE p.organization_id = ${organizationId}::uuid AND p.deleted_at IS NULL`,
    await readStandardsVersion(tx, organizationId),
  ];
  return { standardsVersion, staleIds: all?.staleIds ?? [], freshAt: all?.freshAt ?? null };
}

/** A version that knew no demand, or no figures, left those of another forecast behind, or none. */
export function hasItsRows(row: {
  readonly updatedAt: Date;
  readonly demandAt: Date | null;
  readonly figuresAt: Date | null;
}): boolean {
  const at = row.updatedAt.getTime();
  return row.demandAt?.getTime() === at && row.figuresAt?.getTime() === at;
}

/**
 * Counts the changes of rates and standards. Read before the inputs of a plan: what changes between the two makes the forecast that
 * is stored with this count look stale, never a stale one look current.
 */
export async function readStandardsVersion(tx: Transaction, organizationId: string): Promise<number> {
  const { standardsVersion } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { standardsVersion: true },
  });
  return standardsVersion;
}

/** Plan and forecast of an input. They follow from it alone, so the last ones are kept. */
export function compute(projectId: string, input: PlanInput): PlannedDemand {
  const draws = sampling(projectId);
  return kept(computed, [draws, input], () => {
    const plan = makePlan(input);
    return { plan, ...forecastWithDemand(plan, draws) };
  });
}

/** The same as if the option were chosen and everything else stayed. */
export function computeIfChosen(
  projectId: string,
  input: PlanInput,
  decisionId: string,
  optionId: string,
): PlannedProject {
  const draws = sampling(projectId);
  return kept(previewed, [draws, input, decisionId, optionId], () =>
    previewOption(input, decisionId, optionId, draws),
  );
}

const computed = new LRUCache<string, PlannedDemand>({ max: 200 });
const previewed = new LRUCache<string, PlannedProject>({ max: 200 });

function kept<Planned extends PlannedProject>(
  cache: LRUCache<string, Planned>,
  inputs: readonly unknown[],
  work: () => Planned,
): Planned {
  const key = createHash("sha256").update(JSON.stringify(inputs)).digest("base64");
  const known = cache.get(key);
  if (known !== undefined) return known;
  const planned = work();
  cache.set(key, planned);
  return planned;
}

/** The same project always draws the same numbers, so a forecast moves only when its plan does. */
export function sampling(projectId: string): { seed: number; runs: number } {
  const runs = hurried.getStore()?.runs ?? forecastRuns;
  return { seed: Number.parseInt(projectId.slice(-7), 16), runs };
}
