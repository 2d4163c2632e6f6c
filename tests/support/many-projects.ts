import { decide } from "@/features/decisions/outcome.service";
import { editProfile } from "@/features/workspaces/members.service";
import { disciplineIds, type ExpertiseLevel, isExpertiseLevel, templateIds } from "@/planning";
import type { Client } from "@/platform/db/client";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { aMember, anAccount, aWorkspace, password } from "./factories";
import { aProject } from "./projects";

export type Size = { readonly projects: number; readonly people: number; readonly eventsPerProject: number };

/**
 * A workspace of many projects. Some are made from all templates through the features' own verbs, in every second one the first
 * decision is decided; the others are copies of them, rows and all, with owners in turn. Their history lies over two years.
 */
export async function workspaceOf(client: Client, { projects, people, eventsPerProject }: Size) {
  const email = "owner-of-many@example.org";
  const slug = `many-${projects}`;
  const db = await aWorkspace(client, await anAccount(client, email), slug);
  for (let place = 1; place < people; place += 1) await aColleague(client, db, place);
  const mostOriginals = Math.min(projects, 2 * templateIds.length);
  const originals: string[] = [];
  for (let place = 0; place < mostOriginals; place += 1) {
    const template = templateIds[place % templateIds.length];
    if (template === undefined) throw new Error("There are no templates.");
    const startsOn = new Date(Date.now() - (place % 60) * 86_400_000).toISOString().slice(0, 10);
    const project = await aProject(db, { name: `Project ${place + 1}`, template, startsOn });
    originals.push(project.id);
    if (place % 2 === 0) await decideFirst(db, project.id);
  }
  // Round by round: a thousand projects at once are more than one statement, or one transaction, is given time for.
  const copies = Math.ceil(projects / originals.length) - 1;
  for (let copy = 1; copy <= copies; copy += 1)
    await db.derive(async (tx) => await copyProjects(tx, db.organizationId, originals, copy));
  await db.derive(async (tx) => {
    // The last round made more than were asked for.
    await dropProjects(tx, db.organizationId, (copies + 1) * originals.length - projects);
    await shareProjectsOut(tx, db.organizationId);
  });
  for (let round = 1; round <= eventsPerProject; round += 1)
    await db.derive(async (tx) => await writeHistory(tx, db.organizationId, round, eventsPerProject));
  return { db, path: `/w/${slug}`, email, password };
}

async function aColleague(client: Client, db: OrganizationDb, place: number): Promise<void> {
  const account = await anAccount(client, `colleague-${place}@example.org`);
  const colleague = await aMember(client, db, account, "member");
  const { membershipId } = colleague.actor;
  const expertise = disciplineIds.flatMap((discipline, at) => {
    const level = (place + at) % 6;
    return isExpertiseLevel(level) ? [{ discipline, level: level satisfies ExpertiseLevel }] : [];
  });
  await editProfile(colleague, {
    mutationId: crypto.randomUUID(),
    membershipId,
    version: 1,
    capacityPersonDaysPerWeek: 4,
    expertise,
    absences: [],
    trainings: [],
  });
}

async function decideFirst(db: OrganizationDb, projectId: string): Promise<void> {
  const { organizationId } = db;
  const decision = await db.read(
    async (tx) =>
      await tx.decision.findFirst({
        where: { organizationId, projectId },
        orderBy: { number: "asc" },
        select: {
          id: true,
          version: true,
          options: { orderBy: { place: "asc" }, take: 1, select: { id: true } },
        },
      }),
  );
  const option = decision?.options[0];
  if (decision === null || option === undefined) throw new Error("A template asks decisions.");
  await decide(db, {
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    version: decision.version,
    optionId: option.id,
    rationale: "The simplest that may be good enough.",
    objectionsAnswered: "",
    departure: "",
    reviewOn: null,
  });
}

const inProject = "t.project_id = ANY($2::uuid[])";
const inDecision = "t.decision_id IN (SELECT id FROM decision WHERE project_id = ANY($2::uuid[]))";

/** What a project is made of, in an order in which each points to what is there; the columns that name copied rows; which are its own. */
const copied: readonly (readonly [table: string, ids: readonly string[], own: string])[] = [
  ["project", ["id"], "t.id = ANY($2::uuid[])"],
  ["brief", ["project_id"], inProject],
  ["decision", ["id", "project_id"], inProject],
  ["decision_option", ["id", "decision_id"], inDecision],
  ["outcome", ["id", "decision_id", "option_id"], inDecision],
  ["project_forecast", ["project_id"], inProject],
  ["project_demand", ["project_id"], inProject],
  ["project_effort", ["project_id"], inProject],
];

/** One more copy of each of these projects. */
async function copyProjects(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
  copy: number,
): Promise<void> {
  for (const [table, renamed, own] of copied) {
    const columns = await tx.$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ${table} ORDER BY ordinal_position`;
    const values = columns.map(({ name }) => {
      if (renamed.includes(name)) return copyOf(`t.${name}`);
      if (table === "project" && name === "key") return "t.key || 'C' || n";
      if (table === "project" && name === "name") return "t.name || ', again ' || n";
      if (name === "open_decisions") return copiedDecisions("t.open_decisions");
      if (table === "project_forecast" && (name === "forecast" || name === "summary"))
        return `jsonb_set(t.${name}, '{openDecisions}', ${copiedDecisions(`t.${name} -> 'openDecisions'`)})`;
      return `t.${name}`;
    });
    const names = columns.map(({ name }) => name).join(", ");
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${names}) SELECT ${values.join(", ")}
       FROM ${table} t, (SELECT ${copy} AS n) AS copy
       WHERE t.organization_id = $1::uuid AND ${own}`,
      organizationId,
      ids,
    );
  }
}

async function dropProjects(tx: Transaction, organizationId: string, tooMany: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM project WHERE organization_id = ${organizationId}::uuid AND id IN (
    SELECT id FROM project WHERE organization_id = ${organizationId}::uuid ORDER BY name DESC
    LIMIT greatest(0, ${tooMany}::int))`;
}

/** A UUID of version 8, made of the original's and the copy's number. */
const copyOf = (id: string) =>
  `overlay(overlay(md5(${id}::text || '-' || n) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid`;

const copiedDecisions = (decisions: string) => `(
  SELECT coalesce(jsonb_agg(jsonb_set(x, '{decisionId}', to_jsonb(${copyOf("(x ->> 'decisionId')")}::text))), '[]')
  FROM jsonb_array_elements(${decisions}) x)`;

async function shareProjectsOut(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`
    WITH people AS (
      SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_of_them FROM membership
      WHERE organization_id = ${organizationId}::uuid),
    numbered AS (
      SELECT id, row_number() OVER (ORDER BY id) AS place FROM project WHERE organization_id = ${organizationId}::uuid)
    UPDATE project SET owner_id = people.id FROM numbered, people
    WHERE project.organization_id = ${organizationId}::uuid AND project.id = numbered.id
      AND people.place = numbered.place % people.all_of_them`;
}

/** An entry of each project such as its own first one, so far into the two years; whoever reads the log has read them. */
async function writeHistory(
  tx: Transaction,
  organizationId: string,
  round: number,
  rounds: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO event (organization_id, seq, type, actor_id, project_id, subject_type, subject_id, data, at)
    SELECT p.organization_id, c.event_seq + row_number() OVER (ORDER BY p.id), 'project.created', p.owner_id, p.id,
      'project', p.id, jsonb_build_object('after', jsonb_build_object('name', p.name, 'key', p.key)),
      now() - interval '2 years' * (1 - ${round / rounds}::float8)
    FROM project p JOIN organization_counter c ON c.organization_id = p.organization_id
    WHERE p.organization_id = ${organizationId}::uuid`;
  await tx.$executeRaw`UPDATE organization_counter SET event_seq = (
    SELECT max(seq) FROM event WHERE organization_id = ${organizationId}::uuid) WHERE organization_id = ${organizationId}::uuid`;
  await tx.$executeRaw`UPDATE consumer_cursor SET seq = (
    SELECT max(seq) FROM event WHERE organization_id = ${organizationId}::uuid) WHERE organization_id = ${organizationId}::uuid`;
}
