import { inboxHead } from "@/features/attention/queries";
import { tightestExpertise } from "@/features/expertise/queries";
import { freshenForecasts } from "@/features/plans/service";
import { decideNext } from "@/features/portfolio/decide-next.queries";
import {
  openDecisionsOf,
  type PortfolioProject,
  portfolioProjects,
} from "@/features/portfolio/projects.queries";
import { lifecycleMaps } from "@/features/projects/queries";
import { firstView } from "@/features/views/queries";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { mayDo, rankOf } from "@/platform/permissions";
import { recentlyDecided } from "./decided.queries";
import { myTasks } from "./tasks.queries";
import { workspaceNeeds } from "./workspace.queries";

const mostRows = 6;

/**
 * What is next for whoever asks: for everybody what waits for them and their projects, and by their role what else they look after. One
 * transaction, and a number of queries that depends on the role alone.
 */
export async function home(db: OrganizationDb) {
  const { organizationId, actor } = db;
  const works = mayDo(actor.role, "project.edit");
  return await db.derive(async (tx) => {
    const freshness = await freshenForecasts(tx, db);
    const { projects, withoutFigures } = await portfolioProjects(tx, organizationId);
    const ids = projects.map(({ id }) => id);
    const tasks = works ? await myTasks(tx, db) : null;
    const mine = projects
      .filter(({ id, ownerId, launchedAt }) => {
        if (launchedAt !== null) return false;
        return ownerId === actor.membershipId || tasks?.projectIds.has(id);
      })
      .sort(byChange);
    const recent = works ? [] : projects.toSorted(byChange).slice(0, mostRows);
    return {
      projectCount: projects.length + withoutFigures,
      firstView: await firstView(tx, db),
      toDo: await inboxHead(tx, db, "to do", mostRows),
      news: await inboxHead(tx, db, "news", mostRows),
      tasks: tasks?.shown ?? null,
      toDecide: works ? await decideNext(tx, organizationId, ids, actor.membershipId) : [],
      projects: await withMaps(tx, db, mine.slice(0, mostRows)),
      projectsLeft: Math.max(0, mine.length - mostRows),
      /** Of those who only read. */
      recent: works
        ? null
        : {
            projects: await withMaps(tx, db, recent),
            decided: await recentlyDecided(tx, organizationId, mostRows),
          },
      portfolio:
        rankOf(actor.role) >= rankOf("lead") ? await portfolioNeeds(tx, db, projects, freshness) : null,
      workspace: mayDo(actor.role, "workspace.configure") ? await workspaceNeeds(tx, organizationId) : null,
    };
  });
}

export type Home = Awaited<ReturnType<typeof home>>;
export type HomeProject = Home["projects"][number];

/** What a lead looks after: where to decide, which dates are not safe, which expertise is short. */
async function portfolioNeeds(
  tx: Transaction,
  db: OrganizationDb,
  projects: readonly PortfolioProject[],
  { stale }: { readonly stale: number },
) {
  const offTrack = projects
    .filter(({ health }) => health.state === "off-track" || health.state === "at-risk")
    .sort((a, b) => severityOf(b) - severityOf(a));
  return {
    decideNext: await decideNext(
      tx,
      db.organizationId,
      projects.map(({ id }) => id),
    ),
    offTrack: offTrack
      .slice(0, mostRows)
      .map(({ id, key, name, health, ownerName }) => ({ id, key, name, health, ownerName })),
    offTrackCount: offTrack.length,
    tightest: await tightestExpertise(tx, db, 4),
    openDecisions: openDecisionsOf(projects),
    /** How many forecasts are of another day or of other standards, and are being made anew. */
    stale,
  };
}

/** Off track before at risk, and then the later the worse. */
function severityOf({ health }: PortfolioProject): number {
  const late = Math.max(
    0,
    ...health.reasons.map((reason) => (reason.missed === "target" ? reason.daysLate : 0)),
  );
  return (health.state === "off-track" ? 100_000 : 0) + late;
}

function byChange(a: PortfolioProject, b: PortfolioProject): number {
  return b.changedAt.getTime() - a.changedAt.getTime();
}

async function withMaps(tx: Transaction, db: OrganizationDb, projects: readonly PortfolioProject[]) {
  const maps = await lifecycleMaps(
    tx,
    db,
    projects.map(({ id }) => id),
  );
  return projects.flatMap(
    ({ id, key, name, isPrivate, launchedAt, phase, health, finish, openDecisions, changedAt }) => {
      const map = maps.get(id);
      const shown = { id, key, name, isPrivate, launchedAt, phase, health, finish, openDecisions, changedAt };
      return map === undefined ? [] : [{ ...shown, ...map }];
    },
  );
}
