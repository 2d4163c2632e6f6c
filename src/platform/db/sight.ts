import type { Transaction } from "./client";

// Who sees which private projects. The rule itself, and the wall that rests on it, are the database's: see the migration
// "private_projects". Here is what reads and tells of it.

export const sightChannel = "phasewise_sight";

/** Tells open tabs that what members see of the organization has changed. */
export async function tellSight(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${sightChannel}, ${organizationId})`;
}

/** Those of the members who see the project. */
export async function whoSees(
  tx: Transaction,
  organizationId: string,
  projectId: string,
  membershipIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT m.id::text AS id
    FROM project p JOIN membership m ON m.organization_id = p.organization_id
    WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${projectId}::uuid
      AND m.id = ANY(${membershipIds}::uuid[]) AND NOT is_hidden(p, m)`;
  return new Set(rows.map(({ id }) => id));
}

/** The present members who see the project, by name: whom its work may be given to. */
export async function peopleSeeing(
  tx: Transaction,
  organizationId: string,
  projectId: string,
): Promise<{ id: string; name: string }[]> {
  return await tx.$queryRaw<{ id: string; name: string }[]>`SELECT m.id::text AS id, a.name
    FROM project p JOIN membership m ON m.organization_id = p.organization_id JOIN account a ON a.id = m.account_id
    WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${projectId}::uuid
      AND m.removed_at IS NULL AND NOT is_hidden(p, m) ORDER BY a.name, m.id`;
}

/** From here on the transaction sees what the member sees: for work of the process that speaks to one member. */
export async function seeAs(tx: Transaction, organizationId: string, membershipId: string): Promise<void> {
  await tx.$executeRaw`SELECT see_as(${organizationId}::uuid, ${membershipId}::uuid)`;
}

/** From here on the transaction sees no private project: for whoever is no member. */
export async function seeAsNobody(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('phasewise.hidden_projects', coalesce(array_agg(id), '{}')::text, true)
    FROM project WHERE organization_id = ${organizationId}::uuid AND visibility = 'private'`;
}

/**
 * Counts what nobody may see part of: a limit that holds for all of the organization. What the work answers must tell nothing of a
 * single project.
 */
export async function seeingAll<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.$queryRaw<
    { hidden: string | null }[]
  >`SELECT current_setting('phasewise.hidden_projects', true) AS hidden`;
  await tx.$executeRaw`SELECT set_config('phasewise.hidden_projects', '', true)`;
  const answer = await work();
  await tx.$executeRaw`SELECT set_config('phasewise.hidden_projects', ${before?.hidden ?? ""}, true)`;
  return answer;
}

/** Ends what of members goes on in projects that they do not see any more: timers, which they could not stop, and that they are there. */
export async function forgetOutOfSight(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM running_timer t USING project p, membership m
    WHERE t.organization_id = ${organizationId}::uuid AND p.organization_id = t.organization_id AND p.id = t.project_id
      AND m.organization_id = t.organization_id AND m.id = t.member_id AND is_hidden(p, m)`;
  await tx.$executeRaw`DELETE FROM presence t USING project p, membership m
    WHERE t.organization_id = ${organizationId}::uuid AND p.organization_id = t.organization_id AND p.id = t.project_id
      AND m.organization_id = t.organization_id AND m.id = t.membership_id AND is_hidden(p, m)`;
}
