import { type Effort, healthStates, phaseIds, phaseNames } from "@/planning";
import type { PortfolioProject } from "../projects.queries";
import { noTeam, type PortfolioFilter } from "./filter";
import { healthNames } from "./health-names";

// Which projects the list shows, in which order, and under which heads.

/** A project with what it has of the effort that the address shows. */
export type Listed = PortfolioProject & { readonly part: Effort };

export function shownProjects<Row extends Listed>(rows: readonly Row[], filter: PortfolioFilter): Row[] {
  return rows.filter((project) => matches(project, filter)).sort(orders[filter.sort]);
}

export type ProjectGroup<Row> = {
  readonly id: string;
  /** Nothing where the rows are not grouped. */
  readonly title: string | null;
  readonly projects: readonly Row[];
};

/** The rows by what they have in common, in the order of the lifecycle, of urgency, or of names; each project stands in one group. */
export function groupedProjects<Row extends PortfolioProject>(
  projects: readonly Row[],
  by: PortfolioFilter["group"],
): ProjectGroup<Row>[] {
  const sorted = (titles: readonly (readonly [id: string, title: string])[], idOf: (of: Row) => string) => {
    const members = new Map<string, Row[]>();
    for (const project of projects) {
      const id = idOf(project);
      const group = members.get(id);
      if (group === undefined) members.set(id, [project]);
      else group.push(project);
    }
    return titles.flatMap(([id, title]) => {
      const found = members.get(id);
      return found === undefined ? [] : [{ id, title, projects: found }];
    });
  };
  switch (by) {
    case "none":
      return projects.length === 0 ? [] : [{ id: "all", title: null, projects }];
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
        [...owners].sort(([, a], [, b]) => words.compare(a, b)),
        (project) => project.ownerId,
      );
    }
    case "team": {
      const teams = new Map(
        projects.flatMap(({ teamId, teamName }) => (teamId === null ? [] : [[teamId, teamName ?? ""]])),
      );
      const named = [...teams].sort(([, a], [, b]) => words.compare(a, b));
      return sorted([...named, [noTeam, "No team"]], (project) => project.teamId ?? noTeam);
    }
  }
}

function matches(project: PortfolioProject, { text, phase, health }: PortfolioFilter): boolean {
  const sought = text.trim().toLowerCase();
  const said = `${project.name} ${project.key} ${project.ownerName} ${project.teamName ?? ""}`.toLowerCase();
  if (sought !== "" && !said.includes(sought)) return false;
  if (health !== "" && project.health.state !== health) return false;
  return phase === "" || phaseOf(project) === phase;
}

function phaseOf({ launchedAt, phase }: PortfolioProject): string {
  return launchedAt === null ? phase : "launched";
}

type Order = (a: Listed, b: Listed) => number;

const words = new Intl.Collator("en");
const byName: Order = (a, b) => words.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
const urgency = (project: Listed) => healthStates.indexOf(project.health.state);
const wholeOf = ({ actual, remaining }: Effort) => actual + remaining;

const orders: Readonly<Record<PortfolioFilter["sort"], Order>> = {
  name: byName,
  health: (a, b) => urgency(a) - urgency(b) || byName(a, b),
  finish: (a, b) => (a.finish.p80 === b.finish.p80 ? byName(a, b) : a.finish.p80 < b.finish.p80 ? -1 : 1),
  oldest: (a, b) => (b.oldestDecisionDays ?? -1) - (a.oldestDecisionDays ?? -1) || byName(a, b),
  effort: (a, b) => b.effortPersonDays.p50 - a.effortPersonDays.p50 || byName(a, b),
  cost: (a, b) => b.costMinor.p80 - a.costMinor.p80 || byName(a, b),
  changed: (a, b) => b.changedAt.getTime() - a.changedAt.getTime() || byName(a, b),
  part: (a, b) => wholeOf(b.part) - wholeOf(a.part) || byName(a, b),
};
