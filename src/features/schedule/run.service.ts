import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { currentForecasts } from "@/features/plans/service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { addJob } from "@/platform/jobs/job";
import { levelJob } from "./levelling.service";
import { improvesAtFirstSeconds, improvesFurtherSeconds } from "./levelling-rules";
import { projectsInOrder } from "./order.queries";
import type { runInput } from "./schema";

type Input = z.output<typeof runInput>;

/** Has all projects levelled together, in the background, in the order as it is now. It takes the place of my last run. */
export async function start(db: OrganizationDb, input: Input) {
  const { organizationId, actor } = db;
  return await db.writeOwn(input, async (tx) => {
    const projects = await projectsInOrder(tx, db);
    if (projects.length === 0) throw invalid("NOTHING_TO_SCHEDULE", "There is no project to schedule.");
    // The stored finishes are what the schedule is compared with.
    await currentForecasts(
      tx,
      db,
      projects.map(({ id }) => id),
    );
    const id = uuidv7();
    const askedAt = new Date();
    await tx.scheduleRun.deleteMany({ where: { organizationId, memberId: actor.membershipId } });
    await tx.scheduleRun.create({
      data: {
        organizationId,
        id,
        memberId: actor.membershipId,
        state: "waiting",
        seed: randomInt(1, 2_000_000_000),
        projects: projects.map((project) => ({ id: project.id, isFixed: project.isFixed })),
        askedAt,
        improveUntil: secondsFrom(askedAt, improvesAtFirstSeconds),
      },
    });
    await addJob(tx, organizationId, levelJob, { key: id, payload: { runId: id }, runAt: askedAt });
    return { runId: id };
  });
}

/** Has it go on improving for a while, from other luck: the better schedule is kept. */
export async function goOn(db: OrganizationDb, input: Input) {
  const { organizationId } = db;
  return await db.writeOwn(input, async (tx) => {
    const { id, state, seed } = await myRun(tx, db);
    const now = new Date();
    const improveUntil = secondsFrom(now, improvesFurtherSeconds);
    const where = { organizationId, id };
    if (state === "waiting" || state === "running") {
      await tx.scheduleRun.updateMany({ where, data: { improveUntil } });
    } else {
      const data = { improveUntil, state: "waiting", seed: seed + 1, fault: null };
      await tx.scheduleRun.updateMany({ where, data });
      await addJob(tx, organizationId, levelJob, { key: id, payload: { runId: id }, runAt: now });
    }
    return { runId: id };
  });
}

/** Has the best so far be the answer. */
export async function stop(db: OrganizationDb, input: Input) {
  const { organizationId } = db;
  return await db.writeOwn(input, async (tx) => {
    const { id } = await myRun(tx, db);
    await tx.scheduleRun.updateMany({ where: { organizationId, id }, data: { improveUntil: new Date() } });
    return { runId: id };
  });
}

/** Throws my run away, with what it found. */
export async function cancel(db: OrganizationDb, input: Input) {
  const { organizationId, actor } = db;
  return await db.writeOwn(input, async (tx) => {
    await tx.scheduleRun.deleteMany({ where: { organizationId, memberId: actor.membershipId } });
    return { cancelled: true };
  });
}

async function myRun(tx: Transaction, { organizationId, actor }: OrganizationDb) {
  const run = await tx.scheduleRun.findFirst({
    where: { organizationId, memberId: actor.membershipId },
    select: { id: true, state: true, seed: true },
  });
  if (run === null)
    throw invalid("NO_RUN", "You are not scheduling the portfolio now. Begin with “Schedule”.");
  return run;
}

function secondsFrom(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
