import { isDeepStrictEqual } from "node:util";
import { toDay } from "@/platform/days";
import type { InspectionDb } from "@/platform/db/inspection";
import type { Transaction } from "@/platform/db/organization-db";
import { readPlanInputs } from "./inputs.queries";
import { compute, lookForStale, type PlannedDemand } from "./service";
import { forecastColumns } from "./store.service";

/** What is stored of a project's plan, apart: each may be wrong alone. */
const parts = ["forecast", "demand", "effort"] as const;

export type CheckedFigures = {
  readonly projects: number;
  /** Of those, how many are known to be out of date: they are made anew before anybody reads them, or said to be old. */
  readonly stale: number;
  /** What passes for up to date and is not what the plan gives. */
  readonly differing: readonly { readonly key: string; readonly parts: readonly (typeof parts)[number][] }[];
};

const projectsAtOnce = 20;

/**
 * Makes the plan of every project that is not deleted anew, all its runs included, and compares what follows from it with what is
 * stored and passes for up to date. Each portion of the projects is looked at as it stood at one moment, whoever works meanwhile.
 */
export async function checkFigures(db: InspectionDb): Promise<CheckedFigures> {
  const { organizationId } = db;
  const all = await db.read(
    async (tx) =>
      await tx.project.findMany({
        where: { organizationId, deletedAt: null },
        orderBy: { key: "asc" },
        select: { id: true },
      }),
  );
  const portions: CheckedFigures[] = [];
  for (let from = 0; from < all.length; from += projectsAtOnce) {
    const ids = all.slice(from, from + projectsAtOnce).map(({ id }) => id);
    portions.push(await db.read(async (tx) => await checkPortion(tx, organizationId, ids)));
  }
  return {
    projects: portions.reduce((sum, { projects }) => sum + projects, 0),
    stale: portions.reduce((sum, { stale }) => sum + stale, 0),
    differing: portions.flatMap(({ differing }) => differing),
  };
}

async function checkPortion(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
): Promise<CheckedFigures> {
  const { staleIds } = await lookForStale(tx, organizationId);
  const stored = (await readStored(tx, organizationId, ids)).filter(({ id }) => !staleIds.includes(id));
  const inputs = await readPlanInputs(
    tx,
    organizationId,
    stored.map(({ id }) => id),
  );
  // A project that was deleted since the list was read is nobody's any more.
  const standing = await tx.project.count({
    where: { organizationId, id: { in: [...ids] }, deletedAt: null },
  });
  const compared = stored.flatMap(({ id, key, ...rows }) => {
    const input = inputs.get(id);
    // The day may have changed under way: then what is stored is of another one.
    if (input === undefined || input.asOf !== rows.asOn) return [];
    const made = madeAnew(compute(id, input));
    return [{ key, parts: parts.filter((part) => !isDeepStrictEqual(rows[part], made[part])) }];
  });
  return {
    projects: standing,
    stale: standing - compared.length,
    differing: compared.filter((project) => project.parts.length > 0),
  };
}

type Stored = { readonly id: string; readonly key: string; readonly asOn: string } & Parts;

type Parts = Readonly<Record<(typeof parts)[number], unknown>>;

/** As the database keeps it: it orders the names in what is structured by itself, and knows neither `undefined` nor −0. */
async function readStored(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
): Promise<Stored[]> {
  const rows = await tx.$queryRaw<(Omit<Stored, "asOn"> & { asOf: Date })[]>`
    SELECT p.id::text AS id, p.key, f.as_of AS "asOf",
      to_jsonb(f) - '{organization_id,project_id,standards_version,updated_at,demand_at,figures_at}'::text[] AS forecast,
      (SELECT coalesce(jsonb_object_agg(concat_ws(' ', week_on, discipline, level),
          jsonb_build_object('p50', p50, 'p80', p80, 'tasks', tasks)), '{}')
        FROM project_demand d WHERE d.organization_id = p.organization_id AND d.project_id = p.id) AS demand,
      (SELECT coalesce(jsonb_object_agg(concat_ws(' ', dimension, e.key),
          jsonb_build_object('actual', actual, 'remaining', remaining)), '{}')
        FROM project_effort e WHERE e.organization_id = p.organization_id AND e.project_id = p.id) AS effort
    FROM project p
    JOIN project_forecast f ON f.organization_id = p.organization_id AND f.project_id = p.id
    WHERE p.organization_id = ${organizationId}::uuid AND p.id = ANY(${[...ids]}::uuid[]) AND p.deleted_at IS NULL
    ORDER BY p.key`;
  return rows.map(({ asOf, ...row }) => ({ ...row, asOn: toDay(asOf) }));
}

function madeAnew({ demandByWeek, effort, ...planned }: PlannedDemand): Parts {
  return asStored({
    forecast: forecastColumns(planned),
    demand: Object.fromEntries(
      demandByWeek.map(({ weekOn, discipline, level, ...row }) => [`${weekOn} ${discipline} ${level}`, row]),
    ),
    effort: Object.fromEntries(effort.map(({ dimension, key, ...row }) => [`${dimension} ${key}`, row])),
  });
}

function asStored(made: Parts): Parts {
  return JSON.parse(JSON.stringify(made));
}
