import type { OrganizationDb, Transaction } from "./organization-db";

export const presenceChannel = "phasewise_presence";

/** A connection that was not refreshed for this long is gone, whatever became of its process. */
const staleAfterMs = 45_000;
export const refreshEveryMs = 15_000;

/** Who types says so again and again; what was not said anew for this long is over. */
const typingLastsMs = 8_000;

export type PresentMember = {
  readonly membershipId: string;
  readonly name: string;
  readonly place: string;
  /** Where in the place the member types, and until when that holds unless it is said again. */
  readonly typing: { readonly in: string; readonly until: Date } | null;
};

/** Says that this connection has the place open, and tells the others when that is new. */
export async function arrive(db: OrganizationDb, connectionId: string, place: string): Promise<void> {
  const { organizationId, actor } = db;
  await db.derive(async (tx) => {
    await tx.presence.deleteMany({
      where: { organizationId, seenAt: { lt: new Date(Date.now() - staleAfterMs) } },
    });
    const at = await placeSeen(tx, organizationId, place);
    await tx.presence.upsert({
      where: { organizationId_connectionId: { organizationId, connectionId } },
      create: { organizationId, connectionId, membershipId: actor.membershipId, ...at },
      update: { ...at, seenAt: new Date() },
    });
    await tx.$executeRaw`SELECT pg_notify(${presenceChannel}, ${organizationId})`;
  });
}

/** The place with its project. Who asks for a place in a project that they do not see is nowhere. */
async function placeSeen(tx: Transaction, organizationId: string, place: string) {
  const key = inProject.exec(place)?.[1];
  if (key === undefined) return { place, projectId: null };
  const project = await tx.project.findFirst({ where: { organizationId, key }, select: { id: true } });
  return project === null ? { place: "", projectId: null } : { place, projectId: project.id };
}

/** The pages of a project, as an address of a browser names them. */
const inProject = /\/projects\/([^/]+)/;

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

/** Says where in the place the member types, or that they do no more, and tells the others. Forgotten soon by itself. */
export async function type(db: OrganizationDb, place: string, typingIn: string | null): Promise<void> {
  const { organizationId, actor } = db;
  await db.derive(async (tx) => {
    await tx.presence.updateMany({
      where: { organizationId, membershipId: actor.membershipId, place },
      data: { typingIn, typingUntil: typingIn === null ? null : new Date(Date.now() + typingLastsMs) },
    });
    await tx.$executeRaw`SELECT pg_notify(${presenceChannel}, ${organizationId})`;
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
          typingIn: true,
          typingUntil: true,
          membership: { select: { account: { select: { name: true } } } },
        },
      }),
  );
  return rows
    .map(({ membershipId, membership, place: there, typingIn, typingUntil }) => ({
      membershipId,
      name: membership.account.name,
      place: there,
      typing:
        typingIn === null || typingUntil === null || typingUntil.getTime() < Date.now()
          ? null
          : { in: typingIn, until: typingUntil },
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
