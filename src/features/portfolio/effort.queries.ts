import {
  disciplineIds,
  type Effort,
  type EffortDimension,
  expertiseLevels,
  phaseIds,
  techniqueIds,
} from "@/planning";
import type { Transaction } from "@/platform/db/organization-db";
import type { PortfolioProject } from "./projects.queries";
import { noTeam } from "./ui/filter";

/** Hundredths of a person-day that fall to one key of a dimension. */
export type EffortSum = Effort & { readonly key: string };

/** Where the effort of these projects goes: exact sums of the rows stored with their forecasts, in one statement. */
export async function effortSums(
  tx: Transaction,
  organizationId: string,
  projects: readonly PortfolioProject[],
) {
  const ids = projects.map(({ id }) => id);
  const rows = await tx.$queryRaw<(EffortSum & { readonly dimension: string })[]>`
    SELECT e.dimension, e.key, sum(e.actual)::int AS actual,
      sum(CASE WHEN p.launched_at IS NULL THEN e.remaining ELSE 0 END)::int AS remaining
    FROM project_effort e JOIN project p ON p.organization_id = e.organization_id AND p.id = e.project_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.project_id = ANY(${ids}::uuid[])
    GROUP BY 1, 2`;
  const of = (wanted: EffortDimension): EffortSum[] =>
    rows.flatMap(({ dimension, ...sum }) => (dimension === wanted && someEffort(sum) ? [sum] : []));
  const expertise = of("expertise");
  return {
    phase: of("phase"),
    technique: of("technique"),
    expertise,
    discipline: added(
      expertise.map(({ key, ...effort }) => ({ key: key.slice(0, key.indexOf(":")), ...effort })),
    ),
    quarter: of("quarter").sort((a, b) => a.key.localeCompare(b.key, "en")),
    owner: added(projects.map(({ ownerId, effort }) => ({ key: ownerId, ...effort }))).filter(someEffort),
    team: added(projects.map(({ teamId, effort }) => ({ key: teamId ?? noTeam, ...effort }))).filter(
      someEffort,
    ),
  };
}

/**
 * What each project has of one part of the effort, named as the address does ("technique:evaluation", "expertise:serving:3",
 * "discipline:serving", "quarter:2026-Q4"). Null where it names none.
 */
export async function partOfEffort(
  tx: Transaction,
  organizationId: string,
  show: string,
): Promise<Map<string, Effort> | null> {
  const part = storedPart(show);
  if (part === null) return null;
  const rows = await tx.$queryRaw<(Effort & { readonly projectId: string })[]>`
    SELECT e.project_id::text AS "projectId", sum(e.actual)::int AS actual,
      sum(CASE WHEN p.launched_at IS NULL THEN e.remaining ELSE 0 END)::int AS remaining
    FROM project_effort e JOIN project p ON p.organization_id = e.organization_id AND p.id = e.project_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.dimension = ${part.dimension}
      AND e.key = ANY(${[...part.keys]})
    GROUP BY 1`;
  return new Map(rows.filter(someEffort).map(({ projectId, ...effort }) => [projectId, effort]));
}

/** Whether all effort of a project is of the owner named by "owner:<id>", or of the team named by "team:<id>"; null for anything else. */
export function wholeProjects(show: string): ((project: PortfolioProject) => boolean) | null {
  const at = show.indexOf(":");
  const id = show.slice(at + 1);
  switch (show.slice(0, Math.max(0, at))) {
    case "owner":
      return ({ ownerId }) => ownerId === id;
    case "team":
      return ({ teamId }) => (teamId ?? noTeam) === id;
    default:
      return null;
  }
}

function someEffort({ actual, remaining }: Effort): boolean {
  return actual + remaining > 0;
}

function storedPart(show: string): { dimension: EffortDimension; keys: readonly string[] } | null {
  const at = show.indexOf(":");
  const kind = show.slice(0, Math.max(0, at));
  const key = show.slice(at + 1);
  const among = (dimension: EffortDimension, known: readonly string[]) =>
    known.includes(key) ? { dimension, keys: [key] } : null;
  switch (kind) {
    case "phase":
      return among("phase", phaseIds);
    case "technique":
      return among("technique", techniqueIds);
    case "expertise":
      return among("expertise", disciplineIds.flatMap(levelsOf));
    case "discipline": {
      const known = disciplineIds.find((id) => id === key);
      return known === undefined ? null : { dimension: "expertise", keys: levelsOf(known) };
    }
    case "quarter":
      return /^\d{4}-Q[1-4]$/.test(key) ? { dimension: "quarter", keys: [key] } : null;
    default:
      return null;
  }
}

function levelsOf(discipline: string): string[] {
  return expertiseLevels.map(({ level }) => `${discipline}:${level}`);
}

function added(sums: readonly EffortSum[]): EffortSum[] {
  const totals = new Map<string, EffortSum>();
  for (const { key, actual, remaining } of sums) {
    const sum = totals.get(key);
    totals.set(key, {
      key,
      actual: (sum?.actual ?? 0) + actual,
      remaining: (sum?.remaining ?? 0) + remaining,
    });
  }
  return [...totals.values()];
}
