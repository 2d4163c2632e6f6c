import { toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { snapshotFigures } from "./schema";

/** The baselines of a project, the latest first, and those that were deleted and may be restored. */
export async function baselinesOf(db: OrganizationDb, projectKey: string) {
  return await db.read(async (tx) => {
    const { organizationId } = db;
    const where = { organizationId, key: projectKey, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (project === null) throw notFound("project");
    const rows = await tx.baseline.findMany({
      where: { organizationId, projectId: project.id },
      orderBy: [{ madeAt: "desc" }, { id: "desc" }],
      take: 200,
      select: {
        id: true,
        name: true,
        snapshot: true,
        isReference: true,
        version: true,
        madeAt: true,
        deletedAt: true,
        madeBy: { select: { account: { select: { name: true } } } },
      },
    });
    const baselines = rows.map(({ snapshot, madeBy, ...row }) => {
      return {
        ...row,
        madeOn: toDay(row.madeAt),
        madeBy: madeBy.account.name,
        figures: snapshotFigures.parse(snapshot),
      };
    });
    return {
      projectId: project.id,
      standing: baselines.filter(({ deletedAt }) => deletedAt === null),
      deleted: baselines
        .filter(({ deletedAt }) => deletedAt !== null)
        .map(({ id, name, deletedAt }) => ({ id, name, deletedAt })),
    };
  });
}

export type Baselines = Awaited<ReturnType<typeof baselinesOf>>;
export type BaselineRow = Baselines["standing"][number];
