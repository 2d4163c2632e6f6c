import type { OrganizationDb } from "@/platform/db/organization-db";

/** The workspace's teams by name, each with its people and how many of the projects that I see it has; and those that were deleted. */
export async function teams(db: OrganizationDb) {
  const { organizationId } = db;
  return await db.read(async (tx) => {
    const rows = await tx.team.findMany({
      where: { organizationId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        version: true,
        deletedAt: true,
        members: {
          where: { membership: { removedAt: null } },
          orderBy: { membership: { account: { name: "asc" } } },
          select: { membership: { select: { id: true, account: { select: { name: true } } } } },
        },
        _count: { select: { projects: { where: { deletedAt: null } } } },
      },
    });
    const all = rows.map(({ members, _count, ...team }) => ({
      ...team,
      members: members.map(({ membership: { id, account } }) => ({ id, name: account.name })),
      projectCount: _count.projects,
    }));
    return {
      teams: all.filter(({ deletedAt }) => deletedAt === null).map(({ deletedAt: _, ...team }) => team),
      deleted: all.filter(({ deletedAt }) => deletedAt !== null).map(({ id, name }) => ({ id, name })),
    };
  });
}

export type Teams = Awaited<ReturnType<typeof teams>>;
export type Team = Teams["teams"][number];
