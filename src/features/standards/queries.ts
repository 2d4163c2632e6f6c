import type { z } from "zod";
import {
  type AcceleratorId,
  type CorrelationStandard,
  isTechniqueId,
  type LifecycleStandards,
  type LoopStandard,
  type OwnTask,
  phaseIds,
  type TaskChange,
  type TechniqueChange,
  type WorkingCalendar,
  workingCalendar,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import {
  acceleratorContent,
  correlationContent,
  gateContent,
  holidaysContent,
  loopContent,
  ownTaskContent,
  taskContent,
  techniqueContent,
} from "./schema";

export type Holiday = z.output<typeof holidaysContent>["days"][number];

/** What a workspace plans with in the place of the defaults. */
export type WorkspaceStandards = {
  readonly lifecycle: LifecycleStandards;
  /** In the order of days. */
  readonly holidays: readonly Holiday[];
  readonly loop: LoopStandard | undefined;
  readonly correlation: CorrelationStandard | undefined;
  readonly accelerator: AcceleratorId | undefined;
};

/** The days on which the workspace works. */
export async function readCalendar(tx: Transaction, organizationId: string): Promise<WorkingCalendar> {
  const { holidays } = await readStandards(tx, organizationId);
  return workingCalendar(holidays.map(({ on }) => on));
}

/** The workspace's standards as the planning core takes them, in one query. What a newer version wrote is left to it. */
export async function readStandards(tx: Transaction, organizationId: string): Promise<WorkspaceStandards> {
  const rows = await tx.lifecycleStandard.findMany({
    where: { organizationId },
    orderBy: [{ kind: "asc" }, { subject: "asc" }],
    select: { kind: true, subject: true, content: true },
  });
  const tasks: Record<string, TaskChange> = {};
  const ownTasks: Record<string, OwnTask> = {};
  const techniques: { -readonly [Id in keyof LifecycleStandards["techniques"]]: TechniqueChange } = {};
  const gates: { -readonly [Id in keyof LifecycleStandards["gates"]]: LifecycleStandards["gates"][Id] } = {};
  const planning: Record<string, unknown> = {};
  for (const { kind, subject, content } of rows) {
    if (kind === "task") {
      const task = taskContent.safeParse(content);
      if (task.success) tasks[subject] = task.data;
    } else if (kind === "own-task") {
      const task = ownTaskContent.safeParse(content);
      if (task.success) ownTasks[subject] = task.data;
    } else if (kind === "technique") {
      const technique = techniqueContent.safeParse(content);
      if (technique.success && isTechniqueId(subject)) techniques[subject] = technique.data;
    } else if (kind === "gate") {
      const gate = gateContent.safeParse(content);
      const phase = phaseIds.find((id) => id === subject);
      if (gate.success && phase !== undefined) gates[phase] = gate.data;
    } else if (kind === "planning") planning[subject] = content;
  }
  return { lifecycle: { tasks, ownTasks, techniques, gates }, ...toPlanning(planning) };
}

function toPlanning(contents: Readonly<Record<string, unknown>>): Omit<WorkspaceStandards, "lifecycle"> {
  const accelerator = acceleratorContent.safeParse(contents.accelerator).data?.accelerator;
  const days = holidaysContent.safeParse(contents.holidays).data?.days ?? [];
  return {
    holidays: days.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    loop: loopContent.safeParse(contents.loop).data,
    correlation: correlationContent.safeParse(contents.correlation).data,
    accelerator: accelerator ?? undefined,
  };
}

/** The same with who changed what and the versions that an edit must name. */
export async function allStandards(db: OrganizationDb) {
  return await db.read(async (tx) => {
    const rows = await tx.lifecycleStandard.findMany({
      where: { organizationId: db.organizationId },
      select: {
        kind: true,
        subject: true,
        version: true,
        changedAt: true,
        changedBy: { select: { account: { select: { name: true } } } },
      },
    });
    return {
      standards: await readStandards(tx, db.organizationId),
      changes: rows.map(({ changedBy, ...row }) => ({ ...row, changedByName: changedBy.account.name })),
    };
  });
}
