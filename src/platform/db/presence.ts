import type { OrganizationDb } from "./organization-db";

export const presenceChannel = "phasewise_presence";

/** A connection that was not refreshed for this long is gone, whatever became of its process. */
const staleAfterMs = 45_000;
export const refreshEveryMs = 15_000;

export type PresentMember = { readonly membershipId: string; readonly name: string; readonly place: string };

/** Says that this connection has the place open, and tells the others when that is new. */
export async function arrive(db: OrganizationDb, connectionId: string, place: string): Promise<void> {
  const { organizationId, actor } = db;
  await db.derive(async (tx) => {
    await tx.presence.deleteMany({
      where: { organizationId, seenAt: { lt: new Date(Date.now() - staleAfterMs) } },
    });
    await tx.presence.upsert({
      where: { organizationId_connectionId: { organizationId, connectionId } },
      create: { organizationId, connectionId, membershipId: actor.membershipId, place },
      update: { place, seenAt: new Date() },
    });
    await tx.$executeRaw`SELECT pg_notify(${presenceChannel}, ${organizationId})`;
  });
}

export async function stay(db: OrganizationDb, connectionId: string): Promise<void> {
  await db.derive(
    async (tx) =>
      await tx.presence.updateMany({
        where: { organizationId: db.organizationId, connectionId },
        data: { seenAt: new Date() },
      }),
  );
}

export async function depart(db: OrganizationDb, connectionId: string): Promise<void> {
  await db.derive(async (tx) => {
    await tx.presence.deleteMany({ where: { organizationId: db.organizationId, connectionId } });
    await tx.$executeRaw`SELECT pg_notify(${presenceChannel}, ${db.organizationId})`;
  });
}

/** The members who have the place open now, each once, by name. */
export async function presentAt(db: OrganizationDb, place: string): Promise<PresentMember[]> {
  const rows = await db.read(
    async (tx) =>
      await tx.presence.findMany({
        where: {
          organizationId: db.organizationId,
          place,
          seenAt: { gt: new Date(Date.now() - staleAfterMs) },
        },
        distinct: ["membershipId"],
        select: {
          membershipId: true,
          place: true,
          membership: { select: { account: { select: { name: true } } } },
        },
      }),
  );
  return rows
    .map((row) => ({ membershipId: row.membershipId, name: row.membership.account.name, place: row.place }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
