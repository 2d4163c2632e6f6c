import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import {
  type DemandInWeek,
  type Forecast,
  forecastWithDemand,
  makePlan,
  type Plan,
  type PlanInput,
  previewOption,
} from "@/planning";
import { fromDay, today } from "@/platform/days";
import { noJson } from "@/platform/db/no-json";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import type { WhichCalibration } from "./calibration.queries";
import { readPlanInputs } from "./inputs.queries";
import { type ForecastSummary, forecastSummarySchema } from "./schema";

export type PlannedProject = { readonly plan: Plan; readonly forecast: Forecast };

/** With what the forecast asks of people week by week, as it is stored beside it. */
export type PlannedDemand = PlannedProject & { readonly demandByWeek: readonly DemandInWeek[] };

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
  await store(tx, db.organizationId, projectId, standardsVersion, planned);
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
    select: { projectId: true, asOf: true, summary: true, updatedAt: true, demandAt: true },
  });
  const asOf = fromDay(today()).getTime();
  const forecasts = new Map<string, ForecastSummary>();
  for (const row of rows) {
    const parsed = forecastSummarySchema.safeParse(row.summary);
    if (parsed.success && row.asOf.getTime() === asOf && hasItsDemand(row))
      forecasts.set(row.projectId, parsed.data);
  }
  const stale = projectIds.filter((projectId) => !forecasts.has(projectId));
  for (const [projectId, forecast] of await forecastAnew(tx, organizationId, stale, standardsVersion))
    forecasts.set(projectId, forecast);
  return forecasts;
}

async function forecastAnew(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
  standardsVersion: number,
): Promise<Map<string, Forecast>> {
  const forecasts = new Map<string, Forecast>();
  if (projectIds.length === 0) return forecasts;
  for (const [projectId, input] of await readPlanInputs(tx, organizationId, projectIds)) {
    const planned = compute(projectId, input);
    await store(tx, organizationId, projectId, standardsVersion, planned);
    forecasts.set(projectId, planned.forecast);
  }
  return forecasts;
}

/**
 * Brings what is stored of all projects that are being worked on up to date, for whoever sums over their rows: one query where nothing
 * is stale, since no forecast is read. Answers when the oldest of them was made; nothing where there is none.
 */
export async function freshenForecasts(tx: Transaction, db: OrganizationDb): Promise<Date | null> {
  const { organizationId } = db;
  const standardsVersion = await readStandardsVersion(tx, organizationId);
  const rows = await tx.project.findMany({
    where: { organizationId, deletedAt: null, launchedAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      forecast: { select: { asOf: true, standardsVersion: true, updatedAt: true, demandAt: true } },
    },
  });
  const asOf = fromDay(today()).getTime();
  const fresh = rows.flatMap(({ forecast }) =>
    forecast !== null &&
    forecast.asOf.getTime() === asOf &&
    forecast.standardsVersion === standardsVersion &&
    hasItsDemand(forecast)
      ? [forecast]
      : [],
  );
  const known = new Set(fresh);
  const stale = rows.filter(({ forecast }) => forecast === null || !known.has(forecast)).map(({ id }) => id);
  await forecastAnew(tx, organizationId, stale, standardsVersion);
  if (rows.length === 0) return null;
  return new Date(Math.min(Date.now(), ...fresh.map(({ updatedAt }) => updatedAt.getTime())));
}

/** A version that knew no demand left the rows of another forecast behind, or none. */
export function hasItsDemand(row: { readonly updatedAt: Date; readonly demandAt: Date | null }): boolean {
  return row.demandAt?.getTime() === row.updatedAt.getTime();
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

async function store(
  tx: Transaction,
  organizationId: string,
  projectId: string,
  standardsVersion: number,
  { plan, forecast, demandByWeek }: PlannedDemand,
): Promise<void> {
  const at = new Date();
  const row = {
    standardsVersion,
    asOf: fromDay(forecast.asOf),
    seed: forecast.seed,
    runs: forecast.runs,
    calibration: plan.input.calibration ? JSON.parse(JSON.stringify(plan.input.calibration)) : noJson,
    forecast: JSON.parse(JSON.stringify(forecast)),
    summary: forecastSummarySchema.parse(forecast),
    updatedAt: at,
    demandAt: at,
  };
  await tx.projectForecast.upsert({
    where: { organizationId_projectId: { organizationId, projectId } },
    create: { organizationId, projectId, ...row },
    update: row,
  });
  // The forecast's row is locked since: of two that write at once the later takes the earlier's rows away.
  await tx.projectDemand.deleteMany({ where: { organizationId, projectId } });
  await tx.projectDemand.createMany({
    data: demandByWeek.map(({ weekOn, tasks, ...demand }) => ({
      organizationId,
      projectId,
      ...demand,
      weekOn: fromDay(weekOn),
      tasks: tasks.map((task) => ({ ...task })),
    })),
  });
}
