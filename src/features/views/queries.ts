import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { mayDo } from "@/platform/permissions";
import { viewScopes } from "./schema";

/** The views whose tabs I see: mine and those that are shared, in their order; and the one I see first. */
export async function myViews(db: OrganizationDb) {
  const { organizationId, actor } = db;
  const memberId = actor.membershipId;
  const mayShare = mayDo(actor.role, "view.share");
  return await db.read(async (tx) => {
    const rows = await tx.savedView.findMany({
      where: { organizationId, OR: [{ scope: "shared" }, { ownerId: memberId }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        query: true,
        scope: true,
        ownerId: true,
        version: true,
        deletedAt: true,
        owner: { select: { account: { select: { name: true } } } },
        defaults: { where: { memberId }, select: { memberId: true } },
      },
    });
    const all = rows.map(({ owner, defaults, scope, deletedAt, ...row }) => ({
      ...row,
      scope: viewScopes.find((known) => known === scope) ?? "personal",
      ownerName: owner.account.name,
      isDefault: defaults.length > 0,
      deletedAt,
    }));
    const open = all.filter(({ deletedAt }) => deletedAt === null).map(({ deletedAt: _, ...view }) => view);
    return {
      views: viewScopes.flatMap((scope) => open.filter((view) => view.scope === scope)),
      defaultId: open.find(({ isDefault }) => isDefault)?.id ?? null,
      /** Those that were deleted and that I may bring back. */
      deleted: all
        .filter((view) => view.deletedAt !== null && (view.scope === "personal" || mayShare))
        .map(({ id, name }) => ({ id, name })),
    };
  });
}

/** The view that I see first, if there is one. */
export async function firstView(tx: Transaction, { organizationId, actor }: OrganizationDb) {
  const found = await tx.viewDefault.findFirst({
    where: { organizationId, memberId: actor.membershipId, view: { deletedAt: null } },
    select: { view: { select: { id: true, name: true, query: true } } },
  });
  return found?.view ?? null;
}

export type MyViews = Awaited<ReturnType<typeof myViews>>;
export type SavedView = MyViews["views"][number];
