import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { mostSchedules } from "./limit-rules";
import {
  type dropScheduleInput,
  type keepScheduleInput,
  type restoreScheduleInput,
  scheduleContent,
} from "./schema";

/** Keeps what my run found under a name. The plans stay as they are. */
export async function keepSchedule(db: OrganizationDb, input: z.output<typeof keepScheduleInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { name } = input;
    await holdSchedules(tx, organizationId);
    const run = await tx.scheduleRun.findFirst({
      where: { organizationId, memberId: actor.membershipId },
      select: { answer: true },
    });
    const content = scheduleContent.safeParse(run?.answer).data;
    if (content === undefined)
      throw invalid("NOTHING_TO_KEEP", "There is no schedule to keep yet. Level all projects first.");
    await refuseName(tx, organizationId, name);
    const id = uuidv7();
    await tx.schedule.create({
      data: { organizationId, id, name, content: asJson(content), keptById: actor.membershipId },
    });
    return {
      answer: { id, version: 1 },
      event: eventAbout("schedule.kept", id, {
        name,
        after: { name, projects: content.projects.length },
      }),
    };
  });
}

/** Puts it aside; it can be taken up again. */
export async function dropSchedule(db: OrganizationDb, input: z.output<typeof dropScheduleInput>) {
  return await db.write(input, async (tx) => {
    const { id, name, appliedAt } = await findSchedule(tx, db, input.scheduleId, "kept");
    if (appliedAt !== null)
      throw invalid(
        "IS_APPLIED",
        "This schedule is applied. Take it back first, or leave it for the record.",
      );
    await bump(tx, db, input, { deletedAt: new Date() });
    return {
      answer: { version: input.version + 1 },
      event: eventAbout("schedule.dropped", id, { name, before: { name } }),
    };
  });
}

/** Takes a dropped one up again. */
export async function restoreSchedule(db: OrganizationDb, input: z.output<typeof restoreScheduleInput>) {
  return await db.write(input, async (tx) => {
    await holdSchedules(tx, db.organizationId);
    const { id, name, version } = await findSchedule(tx, db, input.scheduleId, "dropped");
    await refuseName(tx, db.organizationId, name);
    await bump(tx, db, { scheduleId: id, version }, { deletedAt: null });
    return {
      answer: { version: version + 1 },
      event: eventAbout("schedule.restored", id, { name, after: { name } }),
    };
  });
}

const states = { kept: null, dropped: { not: null } } as const;

/** The schedule as it stands; NOT_FOUND where there is none in this state. */
export async function findSchedule(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  scheduleId: string,
  state: keyof typeof states,
) {
  const row = await tx.schedule.findFirst({
    where: { organizationId, id: scheduleId, deletedAt: states[state] },
    select: { id: true, name: true, content: true, version: true, appliedAt: true, applied: true },
  });
  if (row === null) throw notFound("schedule");
  return { ...row, content: scheduleContent.parse(row.content) };
}

type Data = Parameters<Transaction["schedule"]["updateMany"]>[0]["data"];

/** Changes the version the person saw, or answers with the current record. */
export async function bump(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { scheduleId: id, version }: { scheduleId: string; version: number },
  data: Data,
): Promise<void> {
  const where = { organizationId, id };
  const changed = await tx.schedule.updateMany({
    where: { ...where, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  const current = await tx.schedule.findFirst({ where, select: { name: true, version: true } });
  throw staleVersion("schedule", current);
}

/** Names and their number are looked at under this lock: of two at once the later one sees the earlier. */
async function holdSchedules(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`schedules of ${organizationId}`}, 0))`;
}

async function refuseName(tx: Transaction, organizationId: string, name: string): Promise<void> {
  const others = await tx.schedule.findMany({
    where: { organizationId, deletedAt: null },
    select: { name: true },
  });
  if (others.some((other) => other.name === name))
    throw invalid("NAME_TAKEN", "Another schedule has this name already.", "name");
  if (others.length >= mostSchedules)
    throw invalid("TOO_MANY_SCHEDULES", `A workspace keeps ${mostSchedules} schedules. Drop one first.`);
}

export function eventAbout<
  Type extends `schedule.${"kept" | "dropped" | "restored" | "applied" | "taken-back"}`,
  Data extends object,
>(type: Type, scheduleId: string, data: Data) {
  return { type, subject: { type: "schedule", id: scheduleId }, data };
}

export function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
