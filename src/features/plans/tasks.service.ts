import type { z } from "zod";
import { taskStandardByKey } from "@/planning";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { toTaskRecord } from "./inputs.queries";
import type { editTaskInput } from "./schema";
import { lockProject, planOf, replan } from "./service";

/** Settles what the team knows about a planned task: its estimate, its state, its actuals. Re-plans. */
export async function editTask(db: OrganizationDb, input: z.output<typeof editTaskInput>) {
  const { organizationId } = db;
  const key = { organizationId, projectId: input.projectId, taskKey: input.taskKey };
  refuseContradiction(input);
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, input.projectId);
    await refuseUnknown(tx, db, input);
    const before = await tx.taskRecord.findFirst({ where: key });
    const data = toRow(input);
    if (before === null && input.version === 0) {
      await tx.taskRecord.create({ data: { ...key, ...data } });
    } else {
      const changed = await tx.taskRecord.updateMany({
        where: { ...key, version: input.version },
        data: { ...data, version: { increment: 1 } },
      });
      if (changed.count === 0) {
        const current = before === null ? null : { ...toTaskRecord(before), assigneeId: before.assigneeId };
        throw staleVersion("task", { ...current, version: before?.version ?? 0 });
      }
    }
    await replan(tx, db, input.projectId);
    const { projectId, taskKey, version, effortPersonDays, durationWorkingDays, status, assigneeId } = input;
    const { startedOn, finishedOn, actualEffortPersonDays } = input;
    return {
      answer: { version: version + 1 },
      event: {
        type: "task.edited",
        subject: { type: "project", id: projectId },
        projectId,
        data: {
          taskKey,
          name: taskStandardByKey(taskKey)?.name ?? taskKey,
          before: before === null ? null : JSON.parse(JSON.stringify(toTaskRecord(before))),
          after: {
            effortPersonDays,
            durationWorkingDays,
            status,
            startedOn,
            finishedOn,
            actualEffortPersonDays,
            assigneeId,
          },
        },
      },
    };
  });
}

async function refuseUnknown(
  tx: Transaction,
  db: OrganizationDb,
  input: z.output<typeof editTaskInput>,
): Promise<void> {
  const { organizationId } = db;
  const project = await tx.project.findFirst({
    where: { organizationId, id: input.projectId, deletedAt: null },
  });
  if (project === null) throw notFound("project");
  const { plan } = await planOf(tx, db, input.projectId);
  if (!plan.tasks.some((task) => task.key === input.taskKey)) {
    throw invalid("UNKNOWN_TASK", "This task is not in the plan any more. Look at the plan as it is now.");
  }
  if (input.assigneeId === null) return;
  const assignee = await tx.membership.findFirst({
    where: { organizationId, id: input.assigneeId, removedAt: null },
  });
  if (assignee === null) {
    throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "assigneeId");
  }
}

function refuseContradiction({ status, startedOn, finishedOn }: z.output<typeof editTaskInput>): void {
  if ((status === "started" || status === "done") && startedOn === null) {
    throw invalid("START_NEEDED", "Please say when the task was started.", "startedOn");
  }
  if (status === "done" && finishedOn === null) {
    throw invalid("FINISH_NEEDED", "Please say when the task was finished.", "finishedOn");
  }
  if (status !== "done" && finishedOn !== null) {
    throw invalid("NOT_DONE", "Only a task that is done has a finish.", "finishedOn");
  }
  if (startedOn !== null && finishedOn !== null && finishedOn < startedOn) {
    throw invalid("FINISH_BEFORE_START", "Please give a finish on or after the start.", "finishedOn");
  }
}

function toRow(input: z.output<typeof editTaskInput>) {
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
    assigneeId: input.assigneeId,
  };
}
