import type { z } from "zod";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { forgetOutOfSight } from "@/platform/db/sight";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import {
  mayDo,
  rolesAscending,
  whyNotGive,
  whyNotGiveUpOwnership,
  whyNotManage,
} from "@/platform/permissions";
import type { changeRoleInput, editProfileInput, leaveInput, removeMemberInput } from "./schema";

export async function changeRole(db: OrganizationDb, input: z.output<typeof changeRoleInput>) {
  return await db.writeMembers(input, async (tx) => {
    const member = await manageableMember(tx, db, input.membershipId);
    refuse(whyNotGive(db.actor.role, input.role));
    refuse(whyNotGiveUpOwnership(await countOwners(tx, db), member.role, input.role));
    await update(tx, db, member, input.version, { role: input.role });
    if (member.role === "owner") await forgetOutOfSight(tx, db.organizationId);
    const invitationsWithdrawn = await withdrawInvitations(tx, db, member.id, input.role);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "member.role-changed",
        subject: { type: "member", id: member.id },
        data: {
          name: member.account.name,
          before: { role: member.role },
          after: { role: input.role },
          invitationsWithdrawn,
        },
      },
    };
  });
}

/** The member's sessions lose the workspace with their next request, and their live updates end. */
export async function removeMember(db: OrganizationDb, input: z.output<typeof removeMemberInput>) {
  return await db.writeMembers(input, async (tx) => {
    const member = await manageableMember(tx, db, input.membershipId);
    refuse(whyNotGiveUpOwnership(await countOwners(tx, db), member.role, null));
    await update(tx, db, member, input.version, { removedAt: new Date() });
    const invitationsWithdrawn = await withdrawInvitations(tx, db, member.id, null);
    return {
      answer: null,
      event: {
        type: "member.removed",
        subject: { type: "member", id: member.id },
        data: { name: member.account.name, before: { role: member.role }, invitationsWithdrawn },
      },
    };
  });
}

export async function leave(db: OrganizationDb, input: z.output<typeof leaveInput>) {
  return await db.writeMembers(input, async (tx) => {
    const member = await presentMember(tx, db, db.actor.membershipId);
    refuse(whyNotGiveUpOwnership(await countOwners(tx, db), member.role, null));
    await update(tx, db, member, member.version, { removedAt: new Date() });
    const invitationsWithdrawn = await withdrawInvitations(tx, db, member.id, null);
    return {
      answer: null,
      event: {
        type: "member.left",
        subject: { type: "member", id: member.id },
        data: { name: member.account.name, before: { role: member.role }, invitationsWithdrawn },
      },
    };
  });
}

/** People look after their own profile; who manages members may look after anybody's. */
export async function editProfile(db: OrganizationDb, input: z.output<typeof editProfileInput>) {
  const { actor } = db;
  return await db.writeMembers(input, async (tx) => {
    const member = await presentMember(tx, db, input.membershipId);
    if (member.id !== actor.membershipId && !mayDo(actor.role, "member.manage")) {
      throw new AppError(
        "FORBIDDEN",
        "PROFILE_NOT_YOURS",
        "Only the person and admins may change this profile.",
      );
    }
    for (const [at, { discipline, level }] of input.trainings.entries()) {
      const known = input.expertise.find((entry) => entry.discipline === discipline);
      if (known === undefined || known.level < level) continue;
      throw invalid("KNOWN_ALREADY", "The profile has this level already.", `trainings.${at}.level`);
    }
    return await saveProfile(tx, db, member, input.version, input);
  });
}

type ProfileInput = z.output<typeof editProfileInput>;
type Profile = Pick<ProfileInput, "capacityPersonDaysPerWeek"> & {
  readonly [Part in "expertise" | "absences" | "trainings"]: Readonly<ProfileInput[Part]>;
};

/** The profile as it is to be from now on, in the place of the one before. */
export async function saveProfile(
  tx: Transaction,
  db: OrganizationDb,
  member: PresentMember,
  version: number,
  { capacityPersonDaysPerWeek, ...profile }: Profile,
) {
  await update(tx, db, member, version, { capacityPersonDaysPerWeek });
  const key = { organizationId: db.organizationId, membershipId: member.id };
  await tx.expertise.deleteMany({ where: key });
  await tx.expertise.createMany({ data: profile.expertise.map((entry) => ({ ...key, ...entry })) });
  await tx.absence.deleteMany({ where: key });
  await tx.absence.createMany({
    data: profile.absences.map(({ fromOn, toOn }) => ({
      ...key,
      fromOn: fromDay(fromOn),
      toOn: fromDay(toOn),
    })),
  });
  await tx.training.deleteMany({ where: key });
  await tx.training.createMany({
    data: profile.trainings.map(({ readyOn, ...training }) => ({
      ...key,
      ...training,
      readyOn: fromDay(readyOn),
    })),
  });
  return {
    answer: { version: version + 1 },
    event: {
      type: "member.profile-changed" as const,
      subject: { type: "member", id: member.id },
      data: {
        name: member.account.name,
        before: {
          capacityPersonDaysPerWeek: member.capacityPersonDaysPerWeek,
          expertise: member.expertise.map(({ discipline, level }) => ({ discipline, level })),
          absences: member.absences.map(({ fromOn, toOn }) => ({
            fromOn: toDay(fromOn),
            toOn: toDay(toOn),
          })),
          trainings: member.trainings.map(({ discipline, level, readyOn }) => ({
            discipline,
            level,
            readyOn: toDay(readyOn),
          })),
        },
        after: {
          capacityPersonDaysPerWeek,
          expertise: profile.expertise,
          absences: profile.absences,
          trainings: profile.trainings,
        },
      },
    },
  };
}

async function manageableMember(tx: Transaction, db: OrganizationDb, membershipId: string) {
  const member = await presentMember(tx, db, membershipId);
  refuse(whyNotManage(db.actor.role, member.role));
  return member;
}

export async function presentMember(tx: Transaction, db: OrganizationDb, membershipId: string) {
  const member = await tx.membership.findFirst({
    where: { organizationId: db.organizationId, id: membershipId, removedAt: null },
    include: { account: { select: { name: true } }, expertise: true, absences: true, trainings: true },
  });
  if (member === null) throw notFound("member");
  return member;
}

async function countOwners(tx: Transaction, db: OrganizationDb): Promise<number> {
  return await tx.membership.count({
    where: { organizationId: db.organizationId, role: "owner", removedAt: null },
  });
}

/**
 * Ends the unused links that the member could not make any more: what somebody may give does not outlast what they may do. Comes
 * after the member's row was changed, which waits for links that are being made. Returns how many ended.
 */
async function withdrawInvitations(
  tx: Transaction,
  db: OrganizationDb,
  membershipId: string,
  roleNow: Role | null,
): Promise<number> {
  const mayInvite = roleNow !== null && mayDo(roleNow, "member.invite");
  const withdrawn = await tx.invitation.updateMany({
    where: {
      organizationId: db.organizationId,
      createdById: membershipId,
      acceptedAt: null,
      revokedAt: null,
      ...(mayInvite
        ? { role: { in: rolesAscending.filter((role) => whyNotGive(roleNow, role) !== null) } }
        : {}),
    },
    data: { revokedAt: new Date() },
  });
  return withdrawn.count;
}

export type PresentMember = Awaited<ReturnType<typeof presentMember>>;
type Role = PresentMember["role"];

async function update(
  tx: Transaction,
  db: OrganizationDb,
  member: PresentMember,
  version: number,
  data: { role?: Role; removedAt?: Date; capacityPersonDaysPerWeek?: number },
): Promise<void> {
  const changed = await tx.membership.updateMany({
    where: { organizationId: db.organizationId, id: member.id, removedAt: null, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count === 0) {
    const current = await presentMember(tx, db, member.id);
    throw staleVersion("member", {
      role: current.role,
      version: current.version,
      capacityPersonDaysPerWeek: current.capacityPersonDaysPerWeek,
      expertise: current.expertise.map(({ discipline, level }) => ({ discipline, level })),
    });
  }
}

function refuse(reason: string | null): void {
  if (reason !== null) throw new AppError("FORBIDDEN", "ROLE_RULE", reason);
}
