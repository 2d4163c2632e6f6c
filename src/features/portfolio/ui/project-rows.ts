import { healthStates, phaseIds, phaseNames } from "@/planning";
import type { PortfolioProject } from "../queries";
import type { PortfolioFilter } from "./filter";
import { healthNames } from "./health-mark";

// Which projects the table shows, in which order, and under which heads.

export function shownProjects(
  projects: readonly PortfolioProject[],
  filter: PortfolioFilter,
): PortfolioProject[] {
  return projects.filter((project) => matches(project, filter)).sort(orders[filter.sort]);
}

export type ProjectGroup = {
  readonly id: string;
  /** Nothing where the rows are not grouped. */
  readonly title: string | null;
  readonly projects: readonly PortfolioProject[];
};

/** The rows by what they have in common, in the order of the lifecycle, of urgency, or of names; each project stands in one group. */
export function groupedProjects(
  projects: readonly PortfolioProject[],
  by: PortfolioFilter["group"],
): ProjectGroup[] {
  const sorted = (
    titles: readonly (readonly [id: string, title: string])[],
    idOf: (of: PortfolioProject) => string,
  ) =>
    titles
      .map(([id, title]) => ({ id, title, projects: projects.filter((project) => idOf(project) === id) }))
      .filter((group) => group.projects.length > 0);
  switch (by) {
    case "none":
      return [{ id: "all", title: null, projects }];
    case "phase":
      return sorted(
        [...phaseIds.map((id) => [id, phaseNames[id]] as const), ["launched", "Launched"]],
        phaseOf,
      );
    case "health":
      return sorted(
        healthStates.map((state) => [state, healthNames[state]] as const),
        (project) => project.health.state,
      );
    case "owner": {
      const owners = new Map(projects.map(({ ownerId, ownerName }) => [ownerId, ownerName]));
      return sorted(
        [...owners].sort(([, a], [, b]) => a.localeCompare(b, "en")),
        (project) => project.ownerId,
      );
    }
  }
}

/** How many days the oldest open decision has waited; nothing without one. */
export function oldestDecisionDays(project: PortfolioProject): number | null {
  return project.openDecisions.length === 0
    ? null
    : Math.max(...project.openDecisions.map((decision) => decision.ageDays));
}

function matches(project: PortfolioProject, { text, phase, health }: PortfolioFilter): boolean {
  const words = text.trim().toLowerCase();
  const said = `${project.name} ${project.key} ${project.ownerName}`.toLowerCase();
  if (words !== "" && !said.includes(words)) return false;
  if (health !== "" && project.health.state !== health) return false;
  return phase === "" || phaseOf(project) === phase;
}

function phaseOf({ launchedAt, phase }: PortfolioProject): string {
  return launchedAt === null ? phase : "launched";
}

type Order = (a: PortfolioProject, b: PortfolioProject) => number;

const byName: Order = (a, b) => a.name.localeCompare(b.name, "en");
const urgency = (project: PortfolioProject) => healthStates.indexOf(project.health.state);

const orders: Readonly<Record<PortfolioFilter["sort"], Order>> = {
  name: byName,
  health: (a, b) => urgency(a) - urgency(b) || byName(a, b),
  finish: (a, b) => a.finish.p80.localeCompare(b.finish.p80) || byName(a, b),
  oldest: (a, b) => (oldestDecisionDays(b) ?? -1) - (oldestDecisionDays(a) ?? -1) || byName(a, b),
  effort: (a, b) => b.effortPersonDays.p50 - a.effortPersonDays.p50 || byName(a, b),
  changed: (a, b) => b.changedAt.getTime() - a.changedAt.getTime() || byName(a, b),
};
