import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { dayPlus, isForgotten, longestTimerHours, sumOfHours, timedHours } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound } from "@/platform/errors";
import { lockTask, refuseLongDay } from "./find.queries";
import type { discardTimerInput, startTimerInput, stopTimerInput } from "./schema";
import { bump, entryOn, eventAbout, ofTask } from "./service";
import { settle } from "./settle.service";

/** Starts the member's timer on a task. It is the member's alone until it is stopped: nothing is on record before. */
export async function startTimer(db: OrganizationDb, input: z.output<typeof startTimerInput>) {
  const { organizationId, actor } = db;
  return await db.writeOwn(input, async (tx) => {
    const { projectId, taskKey, name } = await lockTask(tx, db, input);
    const id = uuidv7();
    const started = await tx.runningTimer.createMany({
      data: {
        organizationId,
        id,
        memberId: actor.membershipId,
        projectId,
        taskKey,
        taskName: name,
        startedAt: new Date(),
      },
      skipDuplicates: true,
    });
    if (started.count === 0) {
      throw new AppError("CONFLICT", "TIMER_RUNS", "A timer of yours is running already. Stop it first.");
    }
    return { timerId: id };
  });
}

/**
 * Stops the timer and books what it counted on the day it was started, on top of what that day has for the task. One that was
 * forgotten books nothing until somebody says what was worked.
 */
export async function stopTimer(db: OrganizationDb, input: z.output<typeof stopTimerInput>) {
  const { organizationId, actor } = db;
  const now = new Date();
  return await db.write(input, async (tx) => {
    const timer = await findTimer(tx, db, input.timerId);
    const { projectId, taskKey, startedAt } = timer;
    const { workedOn } = input;
    refuseOtherDay(workedOn, startedAt);
    if (input.hours === null && isForgotten(startedAt, now)) {
      throw invalid(
        "TIMER_FORGOTTEN",
        `This timer has run for more than ${longestTimerHours} hours. Say how long you really worked.`,
        "hours",
      );
    }
    const worked = input.hours ?? timedHours(startedAt, now);
    const task = await lockTask(tx, db, timer);
    const memberId = actor.membershipId;
    const there = await entryOn(tx, db, { projectId, taskKey, memberId, workedOn });
    const hours = sumOfHours([there?.hours ?? 0, worked]);
    const entryId = there?.entryId ?? uuidv7();
    await refuseLongDay(tx, db, { memberId, workedOn, hours, but: entryId });
    const told = await settle(tx, db, task, async () => {
      if (there !== null) return await bump(tx, db, there, { hours });
      const data = { organizationId, id: entryId, projectId, taskKey, memberId, bookedById: memberId };
      await tx.timeEntry.create({ data: { ...data, workedOn: fromDay(workedOn), hours } });
    });
    await tx.runningTimer.deleteMany({ where: { organizationId, id: timer.id } });
    return {
      answer: { entryId, hours: worked },
      event: eventAbout("time.booked", projectId, {
        entryId,
        ...ofTask(task),
        member: actor.name,
        timed: true,
        before: there === null ? null : { workedOn, hours: there.hours },
        after: { workedOn, hours },
        ...told,
      }),
    };
  });
}

/** Ends the timer without booking anything. */
export async function discardTimer(db: OrganizationDb, input: z.output<typeof discardTimerInput>) {
  const { organizationId } = db;
  return await db.writeOwn(input, async (tx) => {
    const { id } = await findTimer(tx, db, input.timerId);
    await tx.runningTimer.deleteMany({ where: { organizationId, id } });
    return null;
  });
}

async function findTimer(tx: Transaction, { organizationId, actor }: OrganizationDb, id: string) {
  const timer = await tx.runningTimer.findFirst({ where: { organizationId, id } });
  if (timer === null) throw notFound("timer");
  if (timer.memberId !== actor.membershipId) {
    throw new AppError("FORBIDDEN", "NOT_YOUR_TIMER", "Only who started a timer may stop it.");
  }
  return timer;
}

/** Somewhere on earth the day of a moment is the one before or after that of UTC. */
function refuseOtherDay(workedOn: string, startedAt: Date): void {
  const day = toDay(startedAt);
  if (workedOn >= dayPlus(day, -1) && workedOn <= dayPlus(day, 1)) return;
  throw invalid("OTHER_DAY", "A timer's hours belong to the day it was started.", "workedOn");
}
