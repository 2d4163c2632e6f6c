import type { z } from "zod";
import { estimateAtFinish, type Plan, type TaskRecord } from "@/planning";
import { fromDay, today } from "@/platform/days";
import { noJson } from "@/platform/db/no-json";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { whoSees } from "@/platform/db/sight";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { toTaskRecord } from "./inputs.queries";
import type { editTaskInput, editTasksInput } from "./schema";
import { lockProject, readPlan, recalibrate } from "./service";
import { contradictions, taskContradiction } from "./task-rules";

/** Settles what the team knows about a planned task: its estimate, its state, its actuals. Re-plans. */
export async function editTask(db: OrganizationDb, input: z.output<typeof editTaskInput>) {
  return await db.write(input, async (tx) => await editTaskWithin(tx, db, input));
}

/** The same inside another verb. */
export async function editTaskWithin(tx: Transaction, db: OrganizationDb, input: Settled) {
  refuseContradiction(input);
  await lockProject(tx, db, input.projectId);
  await refuseUnknownProject(tx, db, input.projectId);
  const change = await settleTask(tx, db, await readPlan(tx, db, input.projectId), input);
  await recalibrate(tx, db, input.projectId);
  return change;
}

/** Settles what the team knows about several tasks: all of it, or nothing. Re-plans once. */
export async function editTasks(db: OrganizationDb, input: z.output<typeof editTasksInput>) {
  return await db.write(input, async (tx) => await editTasksWithin(tx, db, input));
}

/** The same inside another verb. */
export async function editTasksWithin(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, tasks }: Omit<z.output<typeof editTasksInput>, "mutationId">,
) {
  await lockProject(tx, db, projectId);
  await refuseUnknownProject(tx, db, projectId);
  const change = await settleTasksWithin(tx, db, { projectId, tasks });
  await recalibrate(tx, db, projectId);
  return change;
}

/** The same inside another verb, which holds the project and re-plans when it has done all it does. */
export async function settleTasksWithin(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, tasks }: Omit<z.output<typeof editTasksInput>, "mutationId">,
) {
  const plan = await readPlan(tx, db, projectId);
  const edited: Awaited<ReturnType<typeof settleTask>>["event"]["data"][] = [];
  for (const task of tasks) {
    const name = plan.tasks.find(({ key }) => key === task.taskKey)?.name ?? task.taskKey;
    const settle = async () => {
      refuseContradiction({ ...task, projectId });
      return await settleTask(tx, db, plan, { ...task, projectId });
    };
    edited.push((await aboutTask(name, settle)).event.data);
  }
  return {
    answer: { tasks: edited.length },
    event: {
      type: "tasks.edited" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: { tasks: edited },
    },
  };
}

/** Of several tasks a refusal says which it is about. */
async function aboutTask<T>(name: string, settle: () => Promise<T>): Promise<T> {
  try {
    return await settle();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.kind, error.code, `“${name}”: ${error.message}`, error.details);
  }
}

/**
 * The same inside another verb, which holds the project, says what plan the task is in, and re-plans when it has done all it does.
 * The task's state and its days are taken as being in order.
 */
export async function settleTask(tx: Transaction, db: OrganizationDb, plan: Plan, input: Settled) {
  const { organizationId } = db;
  const { projectId, taskKey, version } = input;
  const key = { organizationId, projectId, taskKey };
  const task = plan.tasks.find((planned) => planned.key === taskKey);
  if (task === undefined) {
    throw taskGone();
  }
  const before = await tx.taskRecord.findFirst({ where: key });
  const { assigneeId } = input;
  if (assigneeId !== null && assigneeId !== before?.assigneeId) {
    await refuseWhoDoesNotSee(tx, db, projectId, assigneeId);
  }
  await refuseOwnTotal(tx, db, input, before);
  const data = { ...toRow(input), ...keptEstimate(plan, input, before) };
  if (before === null && version === 0) {
    await tx.taskRecord.create({ data: { ...key, ...data } });
  } else {
    const changed = await tx.taskRecord.updateMany({
      where: { ...key, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (changed.count === 0) {
      const current = before === null ? null : { ...toTaskRecord(before), assigneeId: before.assigneeId };
      throw staleVersion("task", { ...current, version: before?.version ?? 0 });
    }
  }
  return {
    answer: { version: version + 1 },
    event: {
      type: "task.edited" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: {
        taskKey,
        name: task.name,
        before: before === null ? null : asJson({ ...toTaskRecord(before), assigneeId: before.assigneeId }),
        after: settled(input, before === null ? null : toTaskRecord(before)),
      },
    },
  };
}

type Settled = Omit<z.output<typeof editTaskInput>, "mutationId">;

/** While a task has time entries its effort is their sum. Who saw another version is told so first. */
async function refuseOwnTotal(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { projectId, taskKey, version, actualEffortPersonDays }: Settled,
  before: { version: number; actualEffortPersonDays: number | null } | null,
): Promise<void> {
  if (before?.version !== version || before.actualEffortPersonDays === actualEffortPersonDays) return;
  const where = { organizationId, projectId, taskKey, deletedAt: null };
  if ((await tx.timeEntry.count({ where })) === 0) return;
  throw invalid(
    "SUM_OF_ENTRIES",
    "This effort is the sum of the task's time entries. Correct the entries instead.",
    "actualEffortPersonDays",
  );
}

function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

export function taskGone(field?: string): AppError {
  const message = "This task is not in the plan any more. Look at the plan as it is now.";
  return invalid("UNKNOWN_TASK", message, field);
}

export async function refuseUnknownProject(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
): Promise<void> {
  const where = { organizationId: db.organizationId, id: projectId, deletedAt: null };
  if ((await tx.project.count({ where })) === 0) throw notFound("project");
}

/** A task is given to somebody who can open it. Who had it before keeps it. */
async function refuseWhoDoesNotSee(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
  assigneeId: string,
): Promise<void> {
  const assignee = await tx.membership.findFirst({
    where: { organizationId, id: assigneeId, removedAt: null },
    select: { account: { select: { name: true } } },
  });
  if (assignee === null) {
    throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "assigneeId");
  }
  const seeing = await whoSees(tx, organizationId, projectId, [assigneeId]);
  if (seeing.has(assigneeId)) return;
  const { name } = assignee.account;
  throw invalid(
    "DOES_NOT_SEE",
    `${name} does not see this private project. Share it with them first.`,
    "assigneeId",
  );
}

/**
 * A task that becomes done keeps the estimate as it stood before, so that later decisions can't change what its actuals are
 * compared with; one that is begun again will be estimated again.
 */
function keptEstimate(
  plan: Plan,
  { status, taskKey }: Pick<z.output<typeof editTaskInput>, "status" | "taskKey">,
  before: { status: string } | null,
) {
  if (status !== "done") return { estimateAtFinish: noJson };
  if (before?.status === "done") return {};
  return { estimateAtFinish: JSON.parse(JSON.stringify(estimateAtFinish(plan.input, taskKey))) };
}

function refuseContradiction(input: Settled): void {
  const contradiction = taskContradiction(input, today());
  if (contradiction === null) return;
  const { code, message, field } = contradictions[contradiction];
  throw invalid(code, message, field);
}

function toRow(input: Settled) {
  const { effortPersonDays: effort, durationWorkingDays: duration, startedOn, finishedOn } = input;
  return {
    effortOptimistic: effort?.optimistic ?? null,
    effortMostLikely: effort?.mostLikely ?? null,
    effortPessimistic: effort?.pessimistic ?? null,
    durationOptimistic: duration?.optimistic ?? null,
    durationMostLikely: duration?.mostLikely ?? null,
    durationPessimistic: duration?.pessimistic ?? null,
    status: input.status,
    startedOn: startedOn === null ? null : fromDay(startedOn),
    finishedOn: finishedOn === null ? null : fromDay(finishedOn),
    actualEffortPersonDays: input.actualEffortPersonDays,
    ...(input.actualMachineHours === undefined ? {} : { actualMachineHours: input.actualMachineHours }),
    ...(input.expertise === undefined
      ? {}
      : { discipline: input.expertise?.discipline ?? null, level: input.expertise?.level ?? null }),
    ...(input.notBeforeOn === undefined
      ? {}
      : { notBeforeOn: input.notBeforeOn === null ? null : fromDay(input.notBeforeOn) }),
    assigneeId: input.assigneeId,
  };
}

/** What the log says of the task: the input's figures, without what only names the request. */
function settled(input: Settled, before: TaskRecord | null) {
  const { effortPersonDays, durationWorkingDays, status, startedOn, finishedOn } = input;
  const { actualEffortPersonDays, assigneeId } = input;
  // What the input leaves out stays.
  const { actualMachineHours = before?.actualMachineHours ?? null } = input;
  const { expertise = before?.expertise ?? null } = input;
  const { notBeforeOn = before?.notBeforeOn ?? null } = input;
  return {
    effortPersonDays,
    durationWorkingDays,
    status,
    startedOn,
    finishedOn,
    actualEffortPersonDays,
    actualMachineHours,
    assigneeId,
    expertise: expertise === null ? null : { ...expertise },
    // As with what else came to be known later: an entry that says nothing of it means none.
    ...(notBeforeOn === null && before?.notBeforeOn == null ? {} : { notBeforeOn }),
  };
}
