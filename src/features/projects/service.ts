import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockProject, replan } from "@/features/plans/service";
import { type SuggestedDecision, templateById } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { seeingAll } from "@/platform/db/sight";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { freeKey } from "./key-rules";
import {
  type createProjectInput,
  type deleteProjectInput,
  type editProjectInput,
  emptyBrief,
  type restoreProjectInput,
} from "./schema";
import { keepSightOf, refuseUnlessSharer } from "./sharing-rights.service";

/** A project from a template: with an empty brief, the decisions its kind usually needs, and a first forecast. */
export async function createProject(db: OrganizationDb, input: z.output<typeof createProjectInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    await refuseUnknownOwner(tx, db, input.ownerId);
    const teamId = input.teamId ?? null;
    await refuseUnknownTeam(tx, db, teamId);
    refuseTargetBeforeStart(input);
    const id = uuidv7();
    const suggestions = templateById(input.template).suggestedDecisions;
    // Named one by one: the input also says which workspace it is for.
    const { key, template, name, summary, ownerId, startsOn, targetOn, budgetMinor } = input;
    const visibility = input.visibility ?? "workspace";
    const row = {
      organizationId,
      id,
      key,
      template,
      name,
      summary,
      ownerId,
      visibility,
      phase: "scoping",
      startsOn: fromDay(startsOn),
      targetOn: targetOn === null ? null : fromDay(targetOn),
      budgetMinor,
      teamId,
      decisionCount: suggestions.length,
    };
    // Of two people who take the same key at once the later one is refused, as one who comes much later is.
    const made = await tx.project.createMany({ data: [row], skipDuplicates: true });
    if (made.count === 0) throw await keyTaken(tx, db, input.key);
    // Whoever makes a private project for somebody else sees what they made.
    if (visibility === "private") await keepSightOf(tx, db, { id, ownerId: actor.membershipId });
    await tx.brief.create({
      data: { organizationId, projectId: id, content: emptyBrief, updatedById: actor.membershipId },
    });
    await insertSuggestions(tx, db, id, input.ownerId, suggestions);
    await replan(tx, db, id);
    return {
      answer: { id, key: input.key },
      event: {
        type: "project.created",
        subject: { type: "project", id },
        projectId: id,
        data: { after: { key: input.key, name: input.name, template: input.template, visibility } },
      },
    };
  });
}

async function insertSuggestions(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  ownerId: string,
  suggestions: readonly SuggestedDecision[],
): Promise<void> {
  const { organizationId, actor } = db;
  const decisions = suggestions.map((suggestion, index) => ({
    id: uuidv7(),
    number: index + 1,
    ...suggestion,
  }));
  await tx.decision.createMany({
    data: decisions.map(({ id, key: suggestion, number, phase, question, context }) => ({
      organizationId,
      id,
      projectId,
      number,
      suggestion,
      phase,
      question,
      context,
      ownerId,
      askedById: actor.membershipId,
    })),
  });
  await tx.decisionOption.createMany({
    data: decisions.flatMap((decision) =>
      decision.options.map(({ title, description, effects, weight }, place) => ({
        organizationId,
        id: uuidv7(),
        decisionId: decision.id,
        place,
        title,
        description,
        effects: JSON.parse(JSON.stringify(effects)),
        weight: weight ?? 1,
      })),
    ),
  });
}

export async function editProject(db: OrganizationDb, input: z.output<typeof editProjectInput>) {
  return await db.write(input, async (tx) => {
    const change = await settleProject(tx, db, input);
    await replan(tx, db, input.projectId);
    return change;
  });
}

/** The same inside another verb, which re-plans when it has done all it does. */
export async function settleProject(
  tx: Transaction,
  db: OrganizationDb,
  input: Omit<z.output<typeof editProjectInput>, "mutationId">,
) {
  const before = await findProject(tx, db, input.projectId);
  await refuseUnknownOwner(tx, db, input.ownerId);
  const teamId = input.teamId === undefined ? before.teamId : input.teamId;
  // That of a deleted team stays: it may be brought back.
  if (teamId !== before.teamId) await refuseUnknownTeam(tx, db, teamId);
  refuseTargetBeforeStart(input);
  const { name, summary, ownerId, startsOn, targetOn, budgetMinor } = input;
  if (before.visibility === "private" && before.ownerId !== ownerId) {
    refuseUnlessSharer(db, before);
    await keepSightOf(tx, db, before);
  }
  const after = { name, summary, ownerId, startsOn, targetOn, budgetMinor, teamId };
  await updateProject(tx, db, input, {
    name,
    summary,
    ownerId,
    startsOn: fromDay(startsOn),
    targetOn: targetOn === null ? null : fromDay(targetOn),
    budgetMinor: budgetMinor === null ? null : BigInt(budgetMinor),
    teamId,
  });
  return {
    answer: { version: input.version + 1 },
    event: {
      type: "project.edited" as const,
      subject: { type: "project", id: input.projectId },
      projectId: input.projectId,
      data: { before: editable(before), after },
    },
  };
}

export async function deleteProject(db: OrganizationDb, input: z.output<typeof deleteProjectInput>) {
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    await updateProject(tx, db, input, { deletedAt: new Date() });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "project.deleted",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { before: { key: project.key, name: project.name } },
      },
    };
  });
}

export async function restoreProject(db: OrganizationDb, input: z.output<typeof restoreProjectInput>) {
  const where = { organizationId: db.organizationId, id: input.projectId, deletedAt: { not: null } };
  return await db.write(input, async (tx) => {
    const project = await tx.project.findFirst({ where });
    if (project === null) throw notFound("project");
    await tx.project.updateMany({ where, data: { deletedAt: null, version: { increment: 1 } } });
    await replan(tx, db, project.id);
    return {
      answer: { key: project.key },
      event: {
        type: "project.restored",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { after: { key: project.key, name: project.name } },
      },
    };
  });
}

type ProjectRow = Awaited<ReturnType<typeof findProject>>;

/** The project as it stands, or NOT_FOUND. */
export async function findProject(tx: Transaction, db: OrganizationDb, projectId: string) {
  const project = await tx.project.findFirst({
    where: { organizationId: db.organizationId, id: projectId, deletedAt: null },
  });
  if (project === null) throw notFound("project");
  return project;
}

/** The same, held: of two who do something to it at once, the later sees what the earlier did. */
export async function holdProject(tx: Transaction, db: OrganizationDb, projectId: string) {
  await lockProject(tx, db, projectId);
  return await findProject(tx, db, projectId);
}

/** Changes the version the person saw, or answers with the current one. */
export async function updateProject(
  tx: Transaction,
  db: OrganizationDb,
  seen: { projectId: string; version: number },
  data: Partial<Omit<ProjectRow, "organizationId" | "id" | "version">>,
): Promise<void> {
  const changed = await tx.project.updateMany({
    where: { organizationId: db.organizationId, id: seen.projectId, deletedAt: null, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count === 1) return;
  const current = await findProject(tx, db, seen.projectId);
  throw staleVersion("project", { ...editable(current), phase: current.phase, version: current.version });
}

/** What of a project people edit. */
export function editable(project: ProjectRow) {
  return {
    name: project.name,
    summary: project.summary,
    ownerId: project.ownerId,
    startsOn: toDay(project.startsOn),
    targetOn: project.targetOn === null ? null : toDay(project.targetOn),
    budgetMinor: project.budgetMinor === null ? null : Number(project.budgetMinor),
    teamId: project.teamId,
  };
}

/**
 * Deleted projects keep their keys, so that they can be restored; and private ones have theirs like any other. So a refusal says that
 * the key is in use, and of what is left open.
 */
async function keyTaken(tx: Transaction, db: OrganizationDb, key: string) {
  // What is offered must be free of private projects' keys, too.
  const rows = await seeingAll(
    tx,
    async () =>
      await tx.project.findMany({ where: { organizationId: db.organizationId }, select: { key: true } }),
  );
  const free = freeKey(key, new Set(rows.map((row) => row.key)));
  return invalid("KEY_TAKEN", `Another project has the key ${key}. ${free} is free.`, "key");
}

async function refuseUnknownOwner(tx: Transaction, db: OrganizationDb, ownerId: string): Promise<void> {
  const owner = await tx.membership.findFirst({
    where: { organizationId: db.organizationId, id: ownerId, removedAt: null },
  });
  if (owner === null) throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "ownerId");
}

async function refuseUnknownTeam(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const team = await tx.team.findFirst({ where: { organizationId, id, deletedAt: null } });
  if (team === null) throw invalid("UNKNOWN_TEAM", "Please choose a team of this workspace.", "teamId");
}

function refuseTargetBeforeStart({
  startsOn,
  targetOn,
}: {
  startsOn: string;
  targetOn: string | null;
}): void {
  if (targetOn !== null && targetOn < startsOn) {
    throw invalid("TARGET_BEFORE_START", "Please give a target on or after the start.", "targetOn");
  }
}
