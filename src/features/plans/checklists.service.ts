import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid } from "@/platform/errors";
import { type ChecklistFault, type ChecklistItem, changedChecklist } from "./checklist-rules";
import { type changeChecklistInput, checklistItems, mostItems } from "./checklists.schema";
import { lockProject, readPlan } from "./service";
import { refuseUnknownProject, taskGone } from "./tasks.service";

/** Changes one item of a task's checklist; what others do to other items stands. The plan's figures stay as they are. */
export async function changeChecklist(db: OrganizationDb, input: z.output<typeof changeChecklistInput>) {
  const { projectId, taskKey, change } = input;
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, projectId);
    await refuseUnknownProject(tx, db, projectId);
    const before = await readChecklist(tx, db, projectId, taskKey);
    const changed = changedChecklist(before, change);
    if ("fault" in changed) throw refusal(changed.fault);
    return await keepChecklist(tx, db, { projectId, taskKey, before, after: changed.items });
  });
}

export async function readChecklist(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
  taskKey: string,
): Promise<readonly ChecklistItem[]> {
  const row = await tx.taskChecklist.findFirst({ where: { organizationId, projectId, taskKey } });
  return row === null ? [] : checklistItems.parse(row.items);
}

/** Keeps the list as it is after a verb, which holds the project. */
export async function keepChecklist(
  tx: Transaction,
  db: OrganizationDb,
  {
    projectId,
    taskKey,
    before,
    after,
  }: {
    projectId: string;
    taskKey: string;
    before: readonly ChecklistItem[];
    after: readonly ChecklistItem[];
  },
) {
  const task = (await readPlan(tx, db, projectId)).tasks.find(({ key }) => key === taskKey);
  if (task === undefined) throw taskGone();
  const key = { organizationId: db.organizationId, projectId, taskKey };
  const items = after.map((item) => ({ ...item }));
  await tx.taskChecklist.upsert({
    where: { organizationId_projectId_taskKey: key },
    create: { ...key, items },
    update: { items },
  });
  return {
    answer: { items },
    event: {
      type: "task.checklist-changed" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: {
        taskKey,
        name: task.name,
        before: { items: before.map((item) => ({ ...item })) },
        after: { items },
      },
    },
  };
}

function refusal(fault: ChecklistFault): AppError {
  switch (fault) {
    case "gone":
      return invalid("ITEM_GONE", "This item is not in the checklist any more.");
    case "reworded":
      return new AppError(
        "CONFLICT",
        "ITEM_REWORDED",
        "Somebody else has changed this item meanwhile. Look at it as it is now.",
      );
    case "too-many":
      return invalid("TOO_MANY_ITEMS", `Please keep to ${mostItems} items per task.`, "change.text");
    case "known":
      return invalid("ITEM_KNOWN", "This item is in the checklist already.");
  }
}
