import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import {
  checkPlanStandards,
  type Lifecycle,
  lifecycleWith,
  PlanningError,
  phaseById,
  type TechniqueId,
  taskStandards,
  techniqueById,
} from "@/planning";
import type { OrganizationDb, Request, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { readStandards } from "./queries";
import type {
  addTaskInput,
  editTaskInput,
  setAcceleratorInput,
  setCorrelationInput,
  setGateInput,
  setHolidaysInput,
  setLoopInput,
  setTaskInput,
  setTechniqueInput,
} from "./schema";

/** Puts figures of the workspace's own in the place of a default task's; with nothing of its own, the default stands again. */
export async function setTask(db: OrganizationDb, input: z.output<typeof setTaskInput>) {
  const { taskKey, version, content } = input;
  if (!taskStandards.some(({ key }) => key === taskKey)) throw notFound("task");
  return await replace(
    db,
    input,
    { kind: "task", subject: taskKey, version, content },
    ({ taskByKey }) => taskByKey(taskKey).name,
  );
}

/** Names a technique as the workspace does, and says whether its plans begin with it. */
export async function setTechnique(db: OrganizationDb, input: z.output<typeof setTechniqueInput>) {
  const { technique, version, content } = input;
  return await replace(
    db,
    input,
    { kind: "technique", subject: technique, version, content },
    () => techniqueById(technique).name,
  );
}

/** Adds a task of the workspace's own to a technique: every plan with the technique has it from now on. */
export async function addTask(db: OrganizationDb, input: z.output<typeof addTaskInput>) {
  const { content } = input;
  const taskKey = ownKey(content.technique);
  return await replace(
    db,
    input,
    { kind: "own-task", subject: taskKey, version: 0, content },
    () => content.name,
  );
}

/** Changes or retires a task of the workspace's own. It stays in its technique: plans point to it there. */
export async function editTask(db: OrganizationDb, input: z.output<typeof editTaskInput>) {
  const { taskKey, version, content } = input;
  return await replace(
    db,
    input,
    { kind: "own-task", subject: taskKey, version, content },
    () => content.name,
  );
}

/** Says which of a gate's criteria are asked, and adds the workspace's own. */
export async function setGate(db: OrganizationDb, input: z.output<typeof setGateInput>) {
  const { phase, version, content } = input;
  return await replace(
    db,
    input,
    { kind: "gate", subject: phase, version, content },
    () => phaseById(phase).gate.name,
  );
}

/** The days on which the workspace's people do not work besides Saturday and Sunday. */
export async function setHolidays(db: OrganizationDb, input: z.output<typeof setHolidaysInput>) {
  return await setPlanning(db, input, "holidays", "Public holidays");
}

/** How likely another pass of adapting and evaluating is, and what a later one takes. */
export async function setLoop(db: OrganizationDb, input: z.output<typeof setLoopInput>) {
  return await setPlanning(db, input, "loop", "The adapt-and-evaluate loop");
}

/** How far tasks go well or badly together. */
export async function setCorrelation(db: OrganizationDb, input: z.output<typeof setCorrelationInput>) {
  return await setPlanning(db, input, "correlation", "What tasks share");
}

/** On which accelerator machine time is estimated. */
export async function setAccelerator(db: OrganizationDb, input: z.output<typeof setAcceleratorInput>) {
  return await setPlanning(db, input, "accelerator", "The accelerator");
}

async function setPlanning(
  db: OrganizationDb,
  input: Request & { readonly version: number; readonly content: object },
  subject: "holidays" | "loop" | "correlation" | "accelerator",
  name: string,
) {
  const { version, content } = input;
  return await replace(db, input, { kind: "planning", subject, version, content }, () => name);
}

interface Standard {
  readonly kind: "task" | "own-task" | "technique" | "gate" | "planning";
  readonly subject: string;
  readonly version: number;
  readonly content: object;
}

/**
 * One standard in the place of the one that stood. The count of standards goes up first: it makes stored forecasts stale, and its
 * row's lock lets changes run one after another, so that two that can't both hold never do.
 */
async function replace(
  db: OrganizationDb,
  request: Request,
  { kind, subject, version, content }: Standard,
  nameIn: (lifecycle: Lifecycle) => string,
) {
  const { organizationId } = db;
  const key = { organizationId, kind, subject };
  const data = { content: JSON.parse(JSON.stringify(content)), changedById: db.actor.membershipId };
  return await db.write(request, async (tx) => {
    await tx.organization.update({
      where: { id: organizationId },
      data: { standardsVersion: { increment: 1 } },
    });
    const before = await tx.lifecycleStandard.findFirst({ where: key });
    if (before === null && version === 0) {
      await tx.lifecycleStandard.create({ data: { ...key, ...data } });
    } else {
      const changed = await tx.lifecycleStandard.updateMany({
        where: { ...key, version },
        data: { ...data, version: { increment: 1 } },
      });
      if (changed.count === 0) {
        if (before === null) throw notFound("standard");
        throw staleVersion("standard", { content: before.content, version: before.version });
      }
    }
    const name = nameIn(await plannable(tx, organizationId));
    return {
      answer: { subject, version: version + 1 },
      event: {
        type: "standard.changed",
        subject: { type: "workspace", id: organizationId },
        data: { name, kind, subject, before: before?.content ?? null, after: data.content },
      },
    };
  });
}

/** All standards together, as they are now: each may be sound and still not fit the others. */
async function plannable(tx: Transaction, organizationId: string): Promise<Lifecycle> {
  try {
    const { lifecycle, holidays: _, ...simulated } = await readStandards(tx, organizationId);
    checkPlanStandards({ personDayCostMinor: 0, acceleratorHourCostMinor: 0, ...simulated });
    return lifecycleWith(lifecycle);
  } catch (error) {
    if (error instanceof PlanningError) throw invalid("UNPLANNABLE", error.reason);
    throw error;
  }
}

function ownKey(technique: TechniqueId): string {
  return `${technique}/own-${uuidv7().slice(-12)}`;
}
