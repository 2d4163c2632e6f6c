import { freshenForecasts } from "@/features/plans/service";
import { today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { SharedDb } from "@/platform/db/shared-db";
import { listedBy } from "./queries";
import { readFilter } from "./ui/filter-address";
import { healthNames } from "./ui/health-names";
import { queryParams } from "./ui/normal-query";

export { reasonText } from "./ui/health-names";
export { normalQuery } from "./ui/normal-query";

/** All rows that the portfolio's page lists for an address, in its order and groups: no more of each project than its row says. */
export async function shownRows(db: OrganizationDb | SharedDb, query: string) {
  return await db.derive(async (tx) => await rowsShown(tx, db.organizationId, query));
}

/** The same, as whoever the transaction sees as. */
export async function rowsShown(tx: Transaction, organizationId: string, query: string) {
  const filter = readFilter(queryParams(query));
  await freshenForecasts(tx, { organizationId });
  const { groups } = await listedBy(tx, organizationId, filter);
  const rows = groups.flatMap((group) =>
    group.projects.map((project) => ({
      group: group.title,
      key: project.key,
      name: project.name,
      ownerName: project.ownerName,
      teamName: project.teamName,
      phase: project.launchedAt === null ? project.phase : ("launched" as const),
      health: healthNames[project.health.state],
      reasons: project.health.reasons,
      finishP50: project.launchedAt === null ? project.finish.p50 : null,
      finishP80: project.launchedAt === null ? project.finish.p80 : null,
      finishP95: project.launchedAt === null ? project.finish.p95 : null,
      targetOn: project.targetOn,
      openDecisions: project.openDecisions,
      oldestDecisionDays: project.oldestDecisionDays,
      effortPersonDays: project.effortPersonDays.p50,
      costMinor: project.costMinor.p80,
      budgetMinor: project.budgetMinor,
    })),
  );
  return { asOf: today(), rows };
}

export type ShownRow = Awaited<ReturnType<typeof rowsShown>>["rows"][number];
