import { mailSettings } from "@/features/attention/mail.queries";
import { presentMembers } from "@/features/workspaces/queries";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { mayDo } from "@/platform/permissions";
import type { Rhythm } from "./letters.schema";

/** The letters of views that I scheduled or get, why none goes out if none does, and whom I may send to. */
export async function myLetters(db: OrganizationDb, isConfigured: boolean) {
  const { organizationId, actor } = db;
  const memberId = actor.membershipId;
  const { off, address, timeZone } = await mailSettings(db, isConfigured);
  return await db.read(async (tx) => {
    const rows = await tx.letterSchedule.findMany({
      where: {
        organizationId,
        endedAt: null,
        view: { deletedAt: null, OR: [{ scope: "shared" }, { ownerId: memberId }] },
        OR: [{ makerId: memberId }, { readers: { some: { memberId } } }],
      },
      orderBy: { createdAt: "asc" },
      include: {
        view: { select: { id: true, name: true } },
        maker: { select: { account: { select: { name: true } } } },
        readers: { select: { memberId: true, member: { select: { account: { select: { name: true } } } } } },
        deliveries: {
          where: { membershipId: memberId, status: "sent" },
          orderBy: { sentAt: "desc" },
          take: 1,
          select: { sentAt: true },
        },
      },
    });
    const people = mayDo(actor.role, "view.share") ? await presentMembers(tx, organizationId) : [];
    return {
      off,
      address,
      /** In which I chose last when I get mail. */
      timeZone,
      me: memberId,
      people: people.map(({ id, name }) => ({ id, name })),
      letters: rows.map((row) => {
        const isMine = row.makerId === memberId;
        return {
          id: row.id,
          version: row.version,
          view: row.view,
          rhythm: rhythmOf(row),
          nextAt: row.pausedAt === null ? row.nextAt : null,
          isPaused: row.pausedAt !== null,
          isMine,
          makerName: row.maker.account.name,
          /** Of those that somebody else scheduled, only whether I get them. */
          readers: row.readers
            .filter((reader) => isMine || reader.memberId === memberId)
            .map((reader) => ({ id: reader.memberId, name: reader.member.account.name })),
          lastSentAt: row.deliveries[0]?.sentAt ?? null,
        };
      }),
    };
  });
}

export type MyLetters = Awaited<ReturnType<typeof myLetters>>;
export type MyLetter = MyLetters["letters"][number];

/** A schedule's rhythm as its row tells it. */
export function rhythmOf(row: {
  readonly frequency: string;
  readonly weekday: number | null;
  readonly monthDay: number | null;
  readonly hour: number;
  readonly timeZone: string;
}): Rhythm {
  const { weekday, monthDay, hour, timeZone } = row;
  if (weekday !== null) return { frequency: "weekly", weekday, hour, timeZone };
  if (monthDay !== null) return { frequency: "monthly", monthDay, hour, timeZone };
  return { frequency: "daily", hour, timeZone };
}
