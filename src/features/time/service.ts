import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, staleVersion } from "@/platform/errors";
import { findMember, lockEntry, lockTask, refuseFuture, refuseLongDay, type TaskPlace } from "./find.queries";
import type { bookInput, correctInput, deleteEntryInput, restoreEntryInput } from "./schema";
import { settle } from "./settle.service";

/** Books hours of a member on a task on a day that has none yet. */
export async function bookTime(db: OrganizationDb, input: z.output<typeof bookInput>) {
  const { organizationId, actor } = db;
  const { projectId, taskKey, workedOn, hours, note } = input;
  refuseFuture(workedOn);
  return await db.write(input, async (tx) => {
    const member = await findMember(tx, db, input.memberId);
    const task = await lockTask(tx, db, input);
    const there = await entryOn(tx, db, { projectId, taskKey, memberId: member.id, workedOn });
    if (there !== null) throw staleVersion("time entry", there);
    await refuseLongDay(tx, db, { memberId: member.id, workedOn, hours });
    const id = uuidv7();
    const told = await settle(tx, db, task, async () => {
      await tx.timeEntry.create({
        data: {
          organizationId,
          id,
          projectId,
          taskKey,
          memberId: member.id,
          workedOn: fromDay(workedOn),
          hours,
          note,
          bookedById: actor.membershipId,
        },
      });
    });
    const event = {
      entryId: id,
      ...ofTask(task),
      member: member.name,
      after: { workedOn, hours, note },
      ...told,
    };
    return { answer: { entryId: id, version: 1 }, event: eventAbout("time.booked", projectId, event) };
  });
}

export async function correctTime(db: OrganizationDb, input: z.output<typeof correctInput>) {
  const { hours, note } = input;
  return await db.write(input, async (tx) => {
    const entry = await lockEntry(tx, db, input.entryId, false);
    const { id, memberId, workedOn } = entry;
    await refuseLongDay(tx, db, { memberId, workedOn, hours, but: id });
    const told = await settle(tx, db, entry, async () => await bump(tx, db, input, { hours, note }));
    return {
      answer: { entryId: id, version: input.version + 1 },
      event: eventAbout("time.corrected", entry.projectId, {
        ...ofEntry(entry),
        before: { workedOn, hours: entry.hours, note: entry.note },
        after: { workedOn, hours, note },
        ...told,
      }),
    };
  });
}

export async function deleteTime(db: OrganizationDb, input: z.output<typeof deleteEntryInput>) {
  return await db.write(input, async (tx) => {
    const entry = await lockEntry(tx, db, input.entryId, false);
    const { workedOn, hours, note } = entry;
    const told = await settle(
      tx,
      db,
      entry,
      async () => await bump(tx, db, input, { deletedAt: new Date() }),
    );
    return {
      answer: { entryId: entry.id, version: input.version + 1 },
      event: eventAbout("time.deleted", entry.projectId, {
        ...ofEntry(entry),
        before: { workedOn, hours, note },
        ...told,
      }),
    };
  });
}

/** Brings a deleted entry back, unless the day has another for the task by now. */
export async function restoreTime(db: OrganizationDb, input: z.output<typeof restoreEntryInput>) {
  return await db.write(input, async (tx) => {
    const entry = await lockEntry(tx, db, input.entryId, true);
    const { id, memberId, version, workedOn, hours, note } = entry;
    if ((await entryOn(tx, db, entry)) !== null) {
      throw new AppError(
        "CONFLICT",
        "DAY_TAKEN",
        "Time was booked on this task for the same day since. Correct that instead.",
      );
    }
    await refuseLongDay(tx, db, { memberId, workedOn, hours });
    const told = await settle(
      tx,
      db,
      entry,
      async () => await bump(tx, db, { entryId: id, version }, { deletedAt: null }),
    );
    return {
      answer: { entryId: id, version: version + 1 },
      event: eventAbout("time.restored", entry.projectId, {
        ...ofEntry(entry),
        after: { workedOn, hours, note },
        ...told,
      }),
    };
  });
}

/** The entry that a member has for a task and a day. */
export async function entryOn(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { projectId, taskKey, memberId, workedOn }: TaskPlace & { memberId: string; workedOn: string },
) {
  const entry = await tx.timeEntry.findFirst({
    where: { organizationId, projectId, taskKey, memberId, workedOn: fromDay(workedOn), deletedAt: null },
    select: { id: true, version: true, hours: true, note: true },
  });
  if (entry === null) return null;
  const { id, hours, ...rest } = entry;
  return { entryId: id, hours: Number(hours), ...rest };
}

/** Changes the version of an entry that the person saw, or answers with the current one. */
export async function bump(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { entryId: id, version }: { entryId: string; version: number },
  data: { hours?: number; note?: string; deletedAt?: Date | null },
): Promise<void> {
  const where = { organizationId, id };
  const changed = await tx.timeEntry.updateMany({
    where: { ...where, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  const current = await tx.timeEntry.findFirstOrThrow({
    where,
    select: { hours: true, note: true, version: true },
  });
  throw staleVersion("time entry", { entryId: id, ...current, hours: Number(current.hours) });
}

export function ofTask({ taskKey, name }: { taskKey: string; name: string }) {
  return { taskKey, name };
}

function ofEntry({ id, taskKey, taskName, memberName }: Awaited<ReturnType<typeof lockEntry>>) {
  return { entryId: id, taskKey, name: taskName, member: memberName };
}

export function eventAbout<Data extends object>(
  type: "time.booked" | "time.corrected" | "time.deleted" | "time.restored" | "time.imported",
  projectId: string,
  data: Data,
) {
  return { type, subject: { type: "project", id: projectId }, projectId, data };
}
