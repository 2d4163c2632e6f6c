import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { BackgroundDb } from "../db/background";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/organization-db";

export const jobChannel = "phasewise_jobs";

/** A kind of work for later: its name, and what it has to know, which are ids. */
export type JobKind<Payload extends Prisma.InputJsonObject> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
};

/** What the worker does about one kind of job, within one organization. */
export type JobTask = {
  readonly name: string;
  readonly run: (db: BackgroundDb, payload: unknown) => Promise<void>;
};

/**
 * Says how a kind of job is done. It may be run again after a crash, so what it does twice must come to the same. Throwing has it
 * tried again, after growing waits.
 */
export function jobTask<Payload extends Prisma.InputJsonObject>(
  kind: JobKind<Payload>,
  run: (db: BackgroundDb, payload: Payload) => Promise<void>,
): JobTask {
  return { name: kind.name, run: async (db, payload) => await run(db, kind.payload.parse(payload)) };
}

/** Work that every organization has, also one that is founded later: at each start of a process, and again and again. */
export type RecurringTask = JobTask & {
  /** Has it done now. Asked for by several processes it is done once, or once more. */
  readonly ask: (db: BackgroundDb) => Promise<void>;
};

/** Says how recurring work is done, and when it is due next. */
export function recurringTask(
  name: string,
  nextAt: (now: Date) => Date,
  run: (db: BackgroundDb) => Promise<void>,
): RecurringTask {
  const kind = { name, payload: z.strictObject({}) };
  const askAt = async (db: BackgroundDb, runAt: Date) =>
    await db.transaction(
      async (tx) => await addJob(tx, db.organizationId, kind, { key: name, payload: {}, runAt }),
    );
  const task = jobTask(kind, async (db) => {
    await run(db);
    await askAt(db, nextAt(new Date()));
  });
  return { ...task, ask: async (db) => await askAt(db, new Date()) };
}

/**
 * Asks for work in the caller's transaction: it is done if that commits. There is one job per task and key: asked for again, it
 * is due at the earlier of both times, and once more when it is already under way.
 */
export async function addJob<Payload extends Prisma.InputJsonObject>(
  tx: Transaction,
  organizationId: string,
  kind: JobKind<Payload>,
  job: { readonly key: string; readonly payload: Payload; readonly runAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO job (organization_id, id, task, key, payload, run_at)
    VALUES (${organizationId}::uuid, ${uuidv7()}::uuid, ${kind.name}, ${job.key}, ${JSON.stringify(job.payload)}::jsonb,
      ${job.runAt.toISOString()}::text::timestamptz)
    ON CONFLICT (organization_id, task, key) DO UPDATE SET
      payload = excluded.payload,
      run_at = CASE WHEN job.leased_until IS NULL THEN least(job.run_at, excluded.run_at) ELSE excluded.run_at END,
      revision = job.revision + 1`;
  await tx.$executeRaw`SELECT pg_notify(${jobChannel}, ${organizationId})`;
}

/** Takes work back that has not begun. */
export async function dropJob(
  tx: Transaction,
  organizationId: string,
  kind: { readonly name: string },
  key: string,
): Promise<void> {
  await tx.job.deleteMany({ where: { organizationId, task: kind.name, key, leasedUntil: null } });
}
