import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { NewEvent } from "@/platform/db/event-log";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import {
  type deleteTeamInput,
  type editTeamInput,
  type makeTeamInput,
  mostTeams,
  type restoreTeamInput,
} from "./schema";

export async function makeTeam(db: OrganizationDb, input: z.output<typeof makeTeamInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    await lockTeams(tx, db);
    const { name } = input;
    await refuseTakenName(tx, db, name, null);
    await refuseTooMany(tx, db);
    const memberIds = await knownPeople(tx, db, input.memberIds);
    const id = uuidv7();
    await tx.team.create({ data: { organizationId, id, name } });
    await setPeople(tx, db, id, memberIds);
    return {
      answer: { id, version: 1 },
      event: about("team.made", id, { name, after: { name, memberIds } }),
    };
  });
}

/** Names it anew and says who is in it. */
export async function editTeam(db: OrganizationDb, input: z.output<typeof editTeamInput>) {
  const { teamId, name, version } = input;
  return await db.write(input, async (tx) => {
    await lockTeams(tx, db);
    const before = await findTeam(tx, db, teamId, { deletedAt: null });
    if (before.version !== version) throw staleVersion("team", before);
    await refuseTakenName(tx, db, name, teamId);
    const memberIds = await knownPeople(tx, db, input.memberIds);
    await bump(tx, db, teamId, { name });
    await setPeople(tx, db, teamId, memberIds);
    return {
      answer: { version: version + 1 },
      event: about("team.edited", teamId, {
        name,
        before: { name: before.name, memberIds: before.memberIds },
        after: { name, memberIds },
      }),
    };
  });
}

/** Its projects and people are in no team then, until it is brought back. */
export async function deleteTeam(db: OrganizationDb, input: z.output<typeof deleteTeamInput>) {
  const { teamId, version } = input;
  return await db.write(input, async (tx) => {
    await lockTeams(tx, db);
    const before = await findTeam(tx, db, teamId, { deletedAt: null });
    if (before.version !== version) throw staleVersion("team", before);
    await bump(tx, db, teamId, { deletedAt: new Date() });
    const { name } = before;
    return {
      answer: { version: version + 1 },
      event: about("team.deleted", teamId, { name, before: { name } }),
    };
  });
}

export async function restoreTeam(db: OrganizationDb, input: z.output<typeof restoreTeamInput>) {
  const { teamId } = input;
  return await db.write(input, async (tx) => {
    await lockTeams(tx, db);
    const { name, version } = await findTeam(tx, db, teamId, { deletedAt: { not: null } });
    await refuseTakenName(tx, db, name, teamId);
    await refuseTooMany(tx, db);
    await bump(tx, db, teamId, { deletedAt: null });
    return {
      answer: { version: version + 1 },
      event: about("team.restored", teamId, { name, after: { name } }),
    };
  });
}

/** Teams are few and seldom changed: one change at a time, so that no two take one name. */
async function lockTeams(tx: Transaction, { organizationId }: OrganizationDb): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`teams of ${organizationId}`}, 0))`;
}

async function findTeam(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string,
  state: { readonly deletedAt: null | { readonly not: null } },
) {
  const row = await tx.team.findFirst({
    where: { organizationId, id, ...state },
    select: {
      name: true,
      version: true,
      members: { orderBy: { membershipId: "asc" }, select: { membershipId: true } },
    },
  });
  if (row === null) throw notFound("team");
  const { members, ...team } = row;
  return { ...team, memberIds: members.map(({ membershipId }) => membershipId) };
}

async function refuseTakenName(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  name: string,
  ownId: string | null,
): Promise<void> {
  const others = await tx.team.findMany({
    where: { organizationId, deletedAt: null, ...(ownId === null ? {} : { id: { not: ownId } }) },
    select: { name: true },
  });
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw invalid("NAME_TAKEN", "Another team has this name already.", "name");
}

async function refuseTooMany(tx: Transaction, { organizationId }: OrganizationDb): Promise<void> {
  if ((await tx.team.count({ where: { organizationId, deletedAt: null } })) >= mostTeams)
    throw invalid("TOO_MANY_TEAMS", `There are ${mostTeams} teams. Delete one first.`);
}

/** Each of them once, in a fixed order. */
async function knownPeople(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  ids: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(ids)].sort();
  const known = await tx.membership.count({
    where: { organizationId, id: { in: wanted }, removedAt: null },
  });
  if (known < wanted.length)
    throw invalid("UNKNOWN_MEMBER", "Please choose members of this workspace.", "memberIds");
  return wanted;
}

async function setPeople(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  teamId: string,
  memberIds: readonly string[],
): Promise<void> {
  await tx.teamMember.deleteMany({ where: { organizationId, teamId } });
  await tx.teamMember.createMany({
    data: memberIds.map((membershipId) => ({ organizationId, teamId, membershipId })),
  });
}

async function bump(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string,
  data: { readonly name?: string; readonly deletedAt?: Date | null },
): Promise<void> {
  await tx.team.updateMany({ where: { organizationId, id }, data: { ...data, version: { increment: 1 } } });
}

function about(type: NewEvent["type"], id: string, data: NewEvent["data"]): NewEvent {
  return { type, subject: { type: "team", id }, data };
}
