import type { z } from "zod";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import { makePlan } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { whoSees } from "@/platform/db/sight";
import { rolesAscending } from "@/platform/permissions";
import { type Mention, mentionsIn } from "@/ui/mentions";
import type { mentionableInput } from "./schema";

/** What a mention leads to: a page of the workspace, and for a decision how it stands. */
export type MentionTarget = {
  readonly path: string | null;
  readonly title: string;
  readonly state: "open" | "decided" | "superseded" | null;
};

/** What the mentions in the texts lead to, by `kind/id`. What is not there, or not for the reader, has no entry. */
export async function mentionTargets(
  tx: Transaction,
  db: OrganizationDb,
  texts: readonly string[],
): Promise<Readonly<Record<string, MentionTarget>>> {
  const mentions = texts.flatMap((text) => mentionsIn(text));
  const found = await findMentioned(tx, db, mentions);
  return Object.fromEntries(
    mentions.flatMap((mention) => {
      const target = found(mention);
      return target === null ? [] : [[`${mention.kind}/${mention.id}`, target]];
    }),
  );
}

/** Looks all of them up in three queries. */
async function findMentioned(tx: Transaction, db: OrganizationDb, mentions: readonly Mention[]) {
  const { organizationId } = db;
  const idsOf = (...kinds: Mention["kind"][]) =>
    mentions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id.split("/")[0] ?? "");
  const members = await tx.membership.findMany({
    where: { organizationId, id: { in: idsOf("member") }, removedAt: null },
    select: { id: true, account: { select: { name: true } } },
  });
  const projects = await tx.project.findMany({
    where: { organizationId, id: { in: idsOf("project", "task") }, deletedAt: null },
    select: { id: true, key: true, name: true },
  });
  const decisions = await tx.decision.findMany({
    where: { organizationId, id: { in: idsOf("decision") }, deletedAt: null, project: { deletedAt: null } },
    select: decisionColumns,
  });
  const memberOf = new Map(members.map((row) => [row.id, row]));
  const projectOf = new Map(projects.map((row) => [row.id, row]));
  const decisionOf = new Map(decisions.map((row) => [row.id, row]));
  return ({ kind, id }: Mention): MentionTarget | null => {
    if (kind === "role") return { path: "settings/members", title: `Everybody who is ${id}`, state: null };
    if (kind === "member") {
      const member = memberOf.get(id);
      return member === undefined ? null : { path: "expertise", title: member.account.name, state: null };
    }
    if (kind === "decision") {
      const row = decisionOf.get(id);
      if (row === undefined) return null;
      const path = `projects/${row.project.key}/decisions/${row.number}`;
      return { path, title: row.question, state: stateOf(row) };
    }
    const project = projectOf.get(id.split("/")[0] ?? "");
    if (project === undefined) return null;
    const path = `projects/${project.key}`;
    return { path: kind === "task" ? `${path}/plan` : path, title: project.name, state: null };
  };
}

/** Those of the mentions that name nothing in this workspace. */
export async function unknownMentions(
  tx: Transaction,
  db: OrganizationDb,
  mentions: readonly Mention[],
): Promise<Mention[]> {
  const found = await findMentioned(tx, db, mentions);
  const tasks = mentions.filter(({ kind }) => kind === "task").map(({ id }) => taskOf(id));
  const planned = await tasksOf(tx, db, [...new Set(tasks.map(({ projectId }) => projectId))]);
  return mentions.filter((mention) => {
    if (found(mention) === null) return true;
    if (mention.kind !== "task") return false;
    const { projectId, key } = taskOf(mention.id);
    return !(planned.get(projectId) ?? []).some((task) => task.key === key);
  });
}

function taskOf(id: string) {
  const slash = id.indexOf("/");
  return { projectId: id.slice(0, slash), key: id.slice(slash + 1) };
}

const decisionColumns = {
  id: true,
  number: true,
  question: true,
  project: { select: { key: true } },
  supersededBy: { select: { id: true } },
  outcomes: { where: { endedAt: null }, select: { id: true } },
} as const;

function stateOf(row: { supersededBy: object | null; outcomes: readonly object[] }) {
  if (row.supersededBy !== null) return "superseded";
  return row.outcomes.length > 0 ? "decided" : "open";
}

async function tasksOf(tx: Transaction, db: OrganizationDb, projectIds: readonly string[]) {
  const inputs =
    projectIds.length === 0 ? new Map() : await readPlanInputs(tx, db.organizationId, projectIds);
  return new Map([...inputs].map(([id, input]) => [id, makePlan(input).tasks]));
}

/** What the composer offers: a name to show, the mention it makes, and a word that tells it from others. */
export type Mentionable = Mention & { readonly name: string; readonly hint: string };

const mostOffered = 8;

/** What can be mentioned and begins like that; of a name, any of its words may. Those of the project at hand come first. */
export async function mentionable(
  db: OrganizationDb,
  input: z.output<typeof mentionableInput>,
): Promise<Mentionable[]> {
  const text = input.text.trim().toLowerCase();
  return await db.read(async (tx) => {
    if (input.of === "people")
      return [...(await peopleLike(tx, db, text, input.projectId)), ...rolesLike(text)].slice(0, mostOffered);
    const decisions = await decisionsLike(tx, db, text, input.projectId);
    if (input.of === "decisions") return decisions;
    const projects = await projectsLike(tx, db, text);
    const tasks = await tasksLike(tx, db, text, input.projectId);
    return [...decisions.slice(0, 3), ...projects.slice(0, 3), ...tasks].slice(0, mostOffered);
  });
}

/** That the text, or one of its words, begins so. */
function beginning(text: string) {
  return [
    { startsWith: text, mode: "insensitive" },
    { contains: ` ${text}`, mode: "insensitive" },
  ] as const;
}

/** Whoever does not see the project would not hear of it: they are not offered. */
async function peopleLike(
  tx: Transaction,
  db: OrganizationDb,
  text: string,
  projectId: string,
): Promise<Mentionable[]> {
  const { organizationId } = db;
  const rows = await tx.membership.findMany({
    where: { organizationId, removedAt: null, OR: beginning(text).map((name) => ({ account: { name } })) },
    orderBy: { account: { name: "asc" } },
    select: { id: true, role: true, account: { select: { name: true } } },
  });
  const ids = rows.map(({ id }) => id);
  const seeing = await whoSees(tx, organizationId, projectId, ids);
  const offered = rows.filter(({ id }) => seeing.has(id)).slice(0, mostOffered);
  return offered.map((row) => ({ kind: "member", id: row.id, name: `@${row.account.name}`, hint: row.role }));
}

function rolesLike(text: string): Mentionable[] {
  return rolesAscending
    .map((role) => ({ kind: "role" as const, id: role, name: `@${role}s`, hint: `everybody who is ${role}` }))
    .filter(({ name }) => name.startsWith(`@${text}`))
    .reverse();
}

async function decisionsLike(
  tx: Transaction,
  db: OrganizationDb,
  text: string,
  projectId: string,
): Promise<Mentionable[]> {
  const number = Number(/^(?:d-?)?(\d{1,6})$/.exec(text)?.[1] ?? Number.NaN);
  const anyOf = [
    ...beginning(text).map((question) => ({ question })),
    ...(Number.isNaN(number) ? [] : [{ number }, { number: { gte: number * 10, lt: number * 10 + 10 } }]),
  ];
  const rows = await tx.decision.findMany({
    where: {
      organizationId: db.organizationId,
      deletedAt: null,
      project: { deletedAt: null },
      ...(/^d-?$/.test(text) ? {} : { OR: anyOf }),
    },
    orderBy: { createdAt: "desc" },
    take: 60,
    select: { ...decisionColumns, projectId: true },
  });
  return rows
    .sort(
      (a, b) => Number(b.projectId === projectId) - Number(a.projectId === projectId) || a.number - b.number,
    )
    .slice(0, mostOffered)
    .map((row) => ({
      kind: "decision",
      id: row.id,
      name: row.projectId === projectId ? `D-${row.number}` : `${row.project.key} D-${row.number}`,
      hint: row.question,
    }));
}

async function projectsLike(tx: Transaction, db: OrganizationDb, text: string): Promise<Mentionable[]> {
  const rows = await tx.project.findMany({
    where: {
      organizationId: db.organizationId,
      deletedAt: null,
      OR: [...beginning(text).map((name) => ({ name })), { key: { startsWith: text.toUpperCase() } }],
    },
    orderBy: { name: "asc" },
    take: mostOffered,
    select: { id: true, key: true, name: true },
  });
  return rows.map((row) => ({ kind: "project", id: row.id, name: row.name, hint: `project ${row.key}` }));
}

async function tasksLike(
  tx: Transaction,
  db: OrganizationDb,
  text: string,
  projectId: string,
): Promise<Mentionable[]> {
  const tasks = (await tasksOf(tx, db, [projectId])).get(projectId) ?? [];
  return tasks
    .filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${text}`))
    .map((task) => ({ kind: "task" as const, id: `${projectId}/${task.key}`, name: task.name, hint: "task" }))
    .slice(0, mostOffered);
}
