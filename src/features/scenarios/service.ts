import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockProject } from "@/features/plans/service";
import { lifecycleWith, readScenario, type ScenarioContent } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { mostScenarios } from "./limit-rules";
import {
  type dropScenarioInput,
  type editScenarioInput,
  type makeScenarioInput,
  type restoreScenarioInput,
  scenarioContent,
} from "./schema";
import { readState } from "./state.queries";

/** Keeps a what-if of a project's plan under a name. The plan stays as it is. */
export async function makeScenario(db: OrganizationDb, input: z.output<typeof makeScenarioInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { projectId, name, content } = input;
    await lockProject(tx, db, projectId);
    const where = { organizationId, id: projectId, deletedAt: null };
    if ((await tx.project.count({ where })) === 0) throw notFound("project");
    await refuseName(tx, db, { projectId, name, id: null });
    await refuseUnknown(tx, db, projectId, content, null);
    const id = uuidv7();
    await tx.scenario.create({
      data: {
        organizationId,
        id,
        projectId,
        name,
        content: asJson(content),
        madeById: actor.membershipId,
      },
    });
    return {
      answer: { id, version: 1 },
      event: eventAbout("scenario.made", projectId, { scenarioId: id, name, after: asJson(content) }),
    };
  });
}

/** Names it anew, or changes what it would do. */
export async function editScenario(db: OrganizationDb, input: z.output<typeof editScenarioInput>) {
  return await db.write(input, async (tx) => await editScenarioWithin(tx, db, input));
}

export async function editScenarioWithin(
  tx: Transaction,
  db: OrganizationDb,
  input: Omit<z.output<typeof editScenarioInput>, "mutationId">,
) {
  const before = await lockScenario(tx, db, input.scenarioId, "open");
  const { id, projectId } = before;
  const { name, content, version } = input;
  await refuseName(tx, db, { projectId, name, id });
  await refuseUnknown(tx, db, projectId, content, before.content);
  await bump(tx, db, input, { name, content: asJson(content) });
  return {
    answer: { version: version + 1 },
    event: eventAbout("scenario.edited", projectId, {
      scenarioId: id,
      name,
      before: asJson({ name: before.name, ...before.content }),
      after: asJson({ name, ...content }),
    }),
  };
}

/** Puts it aside; it can be taken up again. */
export async function dropScenario(db: OrganizationDb, input: z.output<typeof dropScenarioInput>) {
  return await db.write(input, async (tx) => await dropScenarioWithin(tx, db, input));
}

export async function dropScenarioWithin(
  tx: Transaction,
  db: OrganizationDb,
  input: Omit<z.output<typeof dropScenarioInput>, "mutationId">,
) {
  const { id, projectId, name } = await lockScenario(tx, db, input.scenarioId, "open");
  await bump(tx, db, input, { deletedAt: new Date() });
  return {
    answer: { version: input.version + 1 },
    event: eventAbout("scenario.dropped", projectId, { scenarioId: id, name, before: { name } }),
  };
}

/** Takes a dropped one up again. */
export async function restoreScenario(db: OrganizationDb, input: z.output<typeof restoreScenarioInput>) {
  return await db.write(input, async (tx) => await restoreScenarioWithin(tx, db, input.scenarioId));
}

export async function restoreScenarioWithin(tx: Transaction, db: OrganizationDb, scenarioId: string) {
  const { id, projectId, name, version } = await lockScenario(tx, db, scenarioId, "dropped");
  await refuseName(tx, db, { projectId, name, id });
  await bump(tx, db, { scenarioId: id, version }, { deletedAt: null });
  return {
    answer: { version: version + 1 },
    event: eventAbout("scenario.restored", projectId, { scenarioId: id, name, after: { name } }),
  };
}

const states = {
  open: { appliedAt: null, deletedAt: null },
  dropped: { deletedAt: { not: null } },
} as const;

/** The scenario as it stands; null where it does not exist in this state. */
export async function findScenario(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  scenarioId: string,
  state: keyof typeof states,
) {
  const row = await tx.scenario.findFirst({
    where: { organizationId, id: scenarioId, project: { deletedAt: null } },
    select: {
      id: true,
      projectId: true,
      name: true,
      content: true,
      version: true,
      appliedAt: true,
      deletedAt: true,
    },
  });
  if (row === null) throw notFound("scenario");
  if (state === "open" && row.appliedAt !== null)
    throw invalid("ALREADY_APPLIED", "This scenario is applied already: its changes are on the log.");
  if ((state === "dropped") !== (row.deletedAt !== null)) throw notFound("scenario");
  return { ...row, content: scenarioContent.parse(row.content) };
}

/** Holds the project, so that of two who do something to its scenarios at once the later sees what the earlier did. */
export async function lockScenario(
  tx: Transaction,
  db: OrganizationDb,
  scenarioId: string,
  state: keyof typeof states,
) {
  const { projectId } = await findScenario(tx, db, scenarioId, state);
  await lockProject(tx, db, projectId);
  return await findScenario(tx, db, scenarioId, state);
}

/** Changes the version the person saw, or answers with the current record. */
export async function bump(
  tx: Transaction,
  db: OrganizationDb,
  { scenarioId: id, version }: { scenarioId: string; version: number },
  data: {
    name?: string;
    content?: ReturnType<typeof asJson>;
    deletedAt?: Date | null;
    appliedAt?: Date;
    appliedById?: string;
  },
): Promise<void> {
  const where = { organizationId: db.organizationId, id };
  const changed = await tx.scenario.updateMany({
    where: { ...where, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  const current = await tx.scenario.findFirst({
    where,
    select: { name: true, content: true, version: true },
  });
  throw staleVersion("scenario", current);
}

async function refuseName(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { projectId, name, id }: { projectId: string; name: string; id: string | null },
): Promise<void> {
  const others = await tx.scenario.findMany({
    where: { organizationId, projectId, ...states.open, ...(id === null ? {} : { id: { not: id } }) },
    select: { name: true },
  });
  if (others.some((other) => other.name === name)) {
    throw invalid("NAME_TAKEN", "A scenario of this project has this name already.", "name");
  }
  if (others.length >= mostScenarios) {
    throw invalid(
      "TOO_MANY_SCENARIOS",
      `A project keeps ${mostScenarios} scenarios. Apply or drop one first.`,
    );
  }
}

/** What a scenario names has to be the project's; what it named already may have gone since. */
async function refuseUnknown(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  content: ScenarioContent,
  before: ScenarioContent | null,
): Promise<void> {
  const { input, versionOf, decisions } = await readState(tx, db, projectId);
  for (const { decisionId, optionId } of content.choices) {
    const decision = decisions.find(({ id }) => id === decisionId);
    if (!decision?.options.some(({ id }) => id === optionId))
      throw invalid("UNKNOWN_OPTION", "Please choose options of this project's decisions.");
  }
  const { faults } = readScenario(content, input, versionOf);
  const kept = new Set(before?.tasks.map(({ taskKey }) => taskKey));
  const all = new Set(lifecycleWith(input.standards.lifecycle).tasks.map(({ key }) => key));
  for (const fault of faults) {
    if (fault.kind === "task-gone" && !kept.has(fault.taskKey) && !all.has(fault.taskKey))
      throw invalid("UNKNOWN_TASK", "This task is not in the plan any more. Look at the plan as it is now.");
  }
  const assignees = content.tasks.flatMap(({ assigneeId }) => assigneeId ?? []);
  const knownAssignees = new Set(before?.tasks.map(({ assigneeId }) => assigneeId));
  const unknown = [...new Set(assignees)].filter((id) => !knownAssignees.has(id));
  const where = { organizationId: db.organizationId, removedAt: null, id: { in: unknown } };
  if (unknown.length > 0 && (await tx.membership.count({ where })) < unknown.length)
    throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.");
}

export function eventAbout<
  Type extends `scenario.${"made" | "edited" | "dropped" | "restored" | "applied"}`,
  Data extends object,
>(type: Type, projectId: string, data: Data) {
  return { type, subject: { type: "project", id: projectId }, projectId, data };
}

export function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
