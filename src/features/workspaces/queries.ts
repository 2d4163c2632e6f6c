import { createHmac } from "node:crypto";

import { z } from "zod";
import { inboxState } from "@/features/attention/queries";
import { disciplineIds, isExpertiseLevel, type Skill, skillsOn, trainingsAfter } from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { mayDo, type Permission, permissions } from "@/platform/permissions";

/** The workspace as its frame needs it: its name, rates and names of its own, who I am in it, its first projects, where its log stood. */
export async function frame(db: OrganizationDb) {
  const { organizationId, actor } = db;
  return await db.read(async (tx) => {
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const projects = await tx.project.findMany({
      where: { organizationId, deletedAt: null },
      orderBy: { updatedAt: "desc" },
      take: 6,
      select: { key: true, name: true, visibility: true },
    });
    const standards = await tx.lifecycleStandard.findMany({
      where: { organizationId, kind: { in: ["technique", "own-task"] } },
      select: { subject: true, content: true },
    });
    const timer = await tx.runningTimer.findFirst({
      where: { organizationId, memberId: actor.membershipId },
      select: {
        id: true,
        taskKey: true,
        taskName: true,
        startedAt: true,
        project: { select: { key: true } },
      },
    });
    return {
      /** What the workspace calls techniques in its own way, by id, and its own tasks, by key. */
      ownNames: Object.fromEntries(
        standards.flatMap(({ subject, content }) => {
          const name = named.safeParse(content).data?.name ?? null;
          return name === null ? [] : [[subject, name]];
        }),
      ),
      slug: organization.slug,
      name: organization.name,
      currency: organization.currency,
      personDayCostMinor: organization.personDayCostMinor,
      acceleratorHourCostMinor: organization.acceleratorHourCostMinor,
      isSample: organization.isSample,
      version: organization.version,
      role: actor.role,
      membershipId: actor.membershipId,
      myName: actor.name,
      permissions: allowed(actor.role),
      projects: projects
        .map(({ visibility, ...project }) => ({ ...project, isPrivate: visibility === "private" }))
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
      seq: db.openedAtSeq,
      /** The timer that I have running. */
      timer,
      inbox: await inboxState(tx, db),
    };
  });
}

const named = z.object({ name: z.string().nullable() });

function allowed(role: Parameters<typeof mayDo>[0]): Permission[] {
  const all = Object.keys(permissions);
  return all.filter((name): name is Permission => name in permissions).filter((name) => mayDo(role, name));
}

/** The present members by name, with their profiles as they are today. */
export async function members(db: OrganizationDb) {
  return await db.read(async (tx) => await presentMembers(tx, db.organizationId));
}

export async function presentMembers(tx: Transaction, organizationId: string) {
  const rows = await tx.membership.findMany({
    where: { organizationId, removedAt: null },
    orderBy: { account: { name: "asc" } },
    select: {
      id: true,
      role: true,
      capacityPersonDaysPerWeek: true,
      version: true,
      createdAt: true,
      account: { select: { name: true, email: true } },
      expertise: { select: { discipline: true, level: true }, orderBy: { discipline: "asc" } },
      absences: {
        where: { toOn: { gte: fromDay(today()) } },
        select: { fromOn: true, toOn: true },
        orderBy: { fromOn: "asc" },
      },
      trainings: { select: { discipline: true, level: true, readyOn: true } },
    },
  });
  return rows.map(({ account, createdAt, absences, expertise, trainings, ...row }) => {
    return {
      ...row,
      ...account,
      joinedAt: createdAt,
      absences: absences.map(({ fromOn, toOn }) => ({ fromOn: toDay(fromOn), toOn: toDay(toOn) })),
      ...profileOf({ expertise, trainings }),
    };
  });
}

type SkillRow = { readonly discipline: string; readonly level: number };

/** What somebody knows by now, with the trainings that are over, and what they are still to learn. */
export function profileOf(stored: {
  readonly expertise: readonly SkillRow[];
  readonly trainings: readonly (SkillRow & { readonly readyOn: Date })[];
}) {
  const known = toSkills(stored.expertise).map(({ discipline, level }) => ({ discipline, level }));
  const planned = toSkills(stored.trainings).map(({ discipline, level, readyOn }) => ({
    discipline,
    level,
    readyOn: toDay(readyOn),
  }));
  return { skills: skillsOn(today(), known, planned), trainings: trainingsAfter(today(), known, planned) };
}

/** Stored rows whose discipline and level this version knows. */
export function toSkills<Row extends SkillRow>(rows: readonly Row[]): (Omit<Row, keyof Skill> & Skill)[] {
  return rows.flatMap((row) => {
    const discipline = disciplineIds.find((one) => one === row.discipline);
    const { level } = row;
    return discipline === undefined || !isExpertiseLevel(level) ? [] : [{ ...row, discipline, level }];
  });
}

/** What planning asks of the members: who they are, what they know, how much time they have. */
export function peopleWithTime(members: Awaited<ReturnType<typeof presentMembers>>) {
  return members.map(({ id, name, capacityPersonDaysPerWeek, skills, absences, trainings }) => ({
    id,
    name,
    capacityPersonDaysPerWeek,
    absences,
    skills,
    trainings,
  }));
}

/** The invitations that somebody can still come in by. */
export function usableInvitations(organizationId: string) {
  return { organizationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
}

/** Invitations that can still be used, the newest first. Their links are not stored, so they cannot be shown again. */
export async function openInvitations(db: OrganizationDb) {
  const rows = await db.read(
    async (tx) =>
      await tx.invitation.findMany({
        where: usableInvitations(db.organizationId),
        orderBy: { createdAt: "desc" },
        take: 200,
        select: {
          id: true,
          role: true,
          note: true,
          createdAt: true,
          expiresAt: true,
          createdBy: { select: { account: { select: { name: true } } } },
        },
      }),
  );
  return rows.map(({ createdBy, ...row }) => ({ ...row, invitedBy: createdBy.account.name }));
}

/** The token of an invitation follows from its id and the server's secret, so a retried request gives the same link. */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac("sha256", secret).update(`invitation ${invitationId}`).digest("base64url");
}
