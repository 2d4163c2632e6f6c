import type { Portfolio } from "./queries";
import { healthNames } from "./ui/health-mark";
import { queryParams } from "./ui/normal-query";
import { groupedProjects, oldestDecisionDays, shownProjects } from "./ui/project-rows";
import { readFilter } from "./ui/read-filter";

export { normalQuery } from "./ui/normal-query";

/** The rows that the portfolio's page shows for an address, in its order and groups: no more of each project than its row says. */
export function shownRows({ projects }: Pick<Portfolio, "projects">, query: string) {
  const filter = readFilter(queryParams(query));
  return groupedProjects(shownProjects(projects, filter), filter.group).flatMap((group) =>
    group.projects.map((project) => ({
      group: group.title,
      key: project.key,
      name: project.name,
      ownerName: project.ownerName,
      phase: project.launchedAt === null ? project.phase : ("launched" as const),
      health: healthNames[project.health.state],
      finishP50: project.launchedAt === null ? project.finish.p50 : null,
      finishP80: project.launchedAt === null ? project.finish.p80 : null,
      finishP95: project.launchedAt === null ? project.finish.p95 : null,
      targetOn: project.targetOn,
      openDecisions: project.openDecisions.length,
      oldestDecisionDays: oldestDecisionDays(project),
      effortPersonDays: project.effortPersonDays.p50,
      costMinor: project.costMinor.p80,
      budgetMinor: project.budgetMinor,
    })),
  );
}

export type ShownRow = ReturnType<typeof shownRows>[number];
