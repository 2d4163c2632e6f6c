import { differenceInCalendarDays } from "date-fns";
import { currentForecasts } from "@/features/plans/service";
import { listedProjects } from "@/features/projects/queries";
import { peopleWithTime, presentMembers } from "@/features/workspaces/queries";
import { projectHealth } from "@/planning";
import { today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { SharedDb } from "@/platform/db/shared-db";

/** Everything the portfolio shows, in a number of queries that does not grow with the projects. */
export async function portfolio(db: OrganizationDb | SharedDb) {
  const { organizationId } = db;
  return await db.derive(async (tx) => {
    const projects = await listedProjects(tx, db);
    const forecasts = await currentForecasts(
      tx,
      db,
      projects.map((project) => project.id),
    );
    const latest = await tx.event.groupBy({
      by: ["projectId"],
      where: { organizationId, projectId: { not: null } },
      _max: { at: true },
    });
    const changedAt = new Map(latest.map((row) => [row.projectId, row._max.at]));
    const members = await presentMembers(tx, organizationId);
    return {
      asOf: today(),
      projects: projects.flatMap((project) => {
        const forecast = forecasts.get(project.id);
        return forecast === undefined
          ? []
          : [toRow(project, forecast, changedAt.get(project.id) ?? project.updatedAt)];
      }),
      people: peopleWithTime(members),
    };
  });
}

export type Portfolio = Awaited<ReturnType<typeof portfolio>>;
export type PortfolioProject = Portfolio["projects"][number];

type Listed = Awaited<ReturnType<typeof listedProjects>>[number];
type Summary = Awaited<ReturnType<typeof currentForecasts>> extends Map<string, infer Value> ? Value : never;

function toRow(project: Listed, forecast: Summary, changedAt: Date) {
  const { finish, effortPersonDays, costMinor, effortByPhase, effortByTechnique, demand } = forecast;
  const open = project.decisions.filter((decision) => decision.state === "open");
  const total = forecast.effortMeanPersonDays;
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    ownerId: project.owner.id,
    ownerName: project.owner.name,
    phase: project.phase,
    launchedAt: project.launchedAt,
    loopPass: project.loopPass,
    map: { stations: project.map.stations.map(({ state }) => ({ state })) },
    decisions: project.decisions.map(({ id, number, phase, question, state }) => ({
      id,
      number,
      phase,
      question,
      state,
    })),
    openDecisions: open.map((decision) => ({
      id: decision.id,
      number: decision.number,
      question: decision.question,
      ageDays: differenceInCalendarDays(new Date(), decision.askedAt),
      spreadWorkingDays:
        forecast.openDecisions.find((entry) => entry.decisionId === decision.id)?.spreadWorkingDays ?? 0,
    })),
    health: projectHealth({
      launched: project.launchedAt !== null,
      targetOn: project.targetOn,
      finish,
      budgetMinor: project.budgetMinor,
      costMinor,
    }),
    targetOn: project.targetOn,
    budgetMinor: project.budgetMinor,
    finish,
    effortPersonDays,
    costMinor,
    effortByPhase,
    effortByTechnique,
    demand,
    /** The part of the effort that lies ahead; nothing once launched. */
    remainingShare:
      project.launchedAt !== null || total === 0 ? 0 : forecast.remainingEffortMeanPersonDays / total,
    changedAt,
  };
}
