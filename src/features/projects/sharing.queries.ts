import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { mayShare } from "@/platform/permissions";

/** Who sees a project, and whom it could be shared with besides. */
export async function sharing(db: OrganizationDb, key: string) {
  const { organizationId, actor } = db;
  return await db.read(async (tx) => {
    const project = await tx.project.findFirst({
      where: { organizationId, key, deletedAt: null },
      select: {
        id: true,
        version: true,
        visibility: true,
        ownerId: true,
        sharedWith: { select: { membershipId: true } },
      },
    });
    if (project === null) throw notFound("project");
    const rows = await tx.membership.findMany({
      where: { organizationId, removedAt: null },
      orderBy: { account: { name: "asc" } },
      select: { id: true, role: true, account: { select: { name: true } } },
    });
    const sharedWith = new Set(project.sharedWith.map(({ membershipId }) => membershipId));
    return {
      projectId: project.id,
      version: project.version,
      visibility: visibilityOf(project),
      mayChange: mayShare(actor.role, project.ownerId === actor.membershipId),
      /** All present members by name, and why each of them sees the project while it is private, if they do. */
      members: rows.map(({ id, role, account }) => ({
        id,
        name: account.name,
        sees:
          id === project.ownerId
            ? ("owner" as const)
            : role === "owner"
              ? ("workspace-owner" as const)
              : sharedWith.has(id)
                ? ("shared" as const)
                : null,
      })),
    };
  });
}

export type ProjectSharing = Awaited<ReturnType<typeof sharing>>;

export function visibilityOf({ visibility }: { visibility: string }): "workspace" | "private" {
  return visibility === "private" ? "private" : "workspace";
}
