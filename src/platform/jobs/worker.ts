import type { Logger } from "pino";
import { z } from "zod";
import { type BackgroundDb, dueWork, organizationsToAsk, workWithin } from "../db/background";
import type { Client } from "../db/client";
import { jobTopic, type Listener } from "../events/listener";
import type { JobTask, RecurringTask } from "./job";

/** What a task may take before another process thinks that this one has died. */
const leaseMs = 120_000;
const longestWaitMs = 15_000;
/** Growing waits between tries, the last one repeated: a mail server may be down for days. */
const retryAfterMs = [15_000, 60_000, 300_000, 900_000, 3_600_000];
const mostAttempts = 80;

export type Worker = { readonly close: () => Promise<void> };

export type WorkerParts = {
  readonly client: Client;
  readonly listener: Listener;
  readonly log: Logger;
  readonly tasks: readonly JobTask[];
  readonly recurring?: readonly RecurringTask[];
  /** For tests that can't wait. */
  readonly retryAfterMs?: readonly number[];
};

/** Does the jobs of all organizations, one at a time, each in the scope of its own. Several processes share the work. */
export function startWorker({ recurring = [], ...given }: WorkerParts): Worker {
  const parts = { ...given, tasks: [...given.tasks, ...recurring] };
  const closing = new AbortController();
  const subscription = parts.listener.subscribe([jobTopic]);
  // Jobs of another version, or for what is not configured here, are left to a process that knows them.
  const names = parts.tasks.map((task) => task.name);
  const work = async () => {
    let which: "all" | "without" = "all";
    while (!closing.signal.aborted) {
      let waitMs = longestWaitMs;
      try {
        for (const task of recurring) await askFor(parts.client, task, which, closing.signal);
        which = "without";
        const { organizationIds, nextInMs } = await dueWork(parts.client, names);
        for (const organizationId of organizationIds) {
          if (closing.signal.aborted) break;
          await doOne(parts, workWithin(parts.client, organizationId));
        }
        if (organizationIds.length > 0) continue;
        waitMs = Math.min(longestWaitMs, Math.max(10, nextInMs ?? longestWaitMs));
      } catch (error) {
        if (!closing.signal.aborted) parts.log.warn({ err: error }, "Jobs could not be looked for");
        waitMs = 1_000;
      }
      await subscription.next(waitMs, closing.signal);
    }
  };
  const working = work();
  return {
    close: async () => {
      closing.abort();
      subscription.close();
      await working;
    },
  };
}

async function askFor(
  client: Client,
  task: RecurringTask,
  which: "all" | "without",
  signal: AbortSignal,
): Promise<void> {
  for (const organizationId of await organizationsToAsk(client, task.name, which)) {
    if (signal.aborted) return;
    await task.ask(workWithin(client, organizationId));
  }
}

const taken = z.object({
  id: z.string(),
  task: z.string(),
  payload: z.unknown(),
  attempts: z.number(),
  revision: z.number(),
});
type Taken = z.output<typeof taken>;

async function doOne(parts: WorkerParts, db: BackgroundDb): Promise<void> {
  const job = await take(
    db,
    parts.tasks.map((task) => task.name),
  );
  if (job === null) return;
  const task = parts.tasks.find((known) => known.name === job.task);
  try {
    if (task === undefined) throw new Error(`There is no task ${job.task}.`);
    await task.run(db, job.payload);
    await finish(db, job);
  } catch (error) {
    await failed(parts, db, job, error);
  }
}

/** Leases the job that is due first; a process that dies leaves it to the others when the lease is over. */
async function take(db: BackgroundDb, names: readonly string[]): Promise<Taken | null> {
  return await db.transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      UPDATE job SET attempts = attempts + 1, leased_until = now() + ${leaseMs} * interval '1 millisecond'
      WHERE organization_id = ${db.organizationId}::uuid AND id = (
        SELECT id FROM job
        WHERE organization_id = ${db.organizationId}::uuid AND task = ANY(${names}) AND run_at <= now()
          AND (leased_until IS NULL OR leased_until <= now())
        ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id::text, task, payload, attempts, revision`;
    return rows.length === 0 ? null : taken.parse(rows[0]);
  });
}

/** What was asked for again meanwhile stays, to be done once more. */
async function finish(db: BackgroundDb, job: Taken): Promise<void> {
  const { organizationId } = db;
  await db.transaction(async (tx) => {
    const done = await tx.job.deleteMany({ where: { organizationId, id: job.id, revision: job.revision } });
    if (done.count > 0) return;
    await tx.job.updateMany({
      where: { organizationId, id: job.id },
      data: { leasedUntil: null, attempts: 0 },
    });
  });
}

async function failed(parts: WorkerParts, db: BackgroundDb, job: Taken, error: unknown): Promise<void> {
  const { organizationId } = db;
  const about = { err: error, organizationId, task: job.task, jobId: job.id, attempts: job.attempts };
  if (job.attempts >= mostAttempts) {
    parts.log.error(about, "A job was given up");
    await db.transaction(async (tx) => await tx.job.deleteMany({ where: { organizationId, id: job.id } }));
    return;
  }
  parts.log.warn(about, "A job failed and will be tried again");
  const waits = parts.retryAfterMs ?? retryAfterMs;
  const waitMs = waits[Math.min(job.attempts, waits.length) - 1] ?? longestWaitMs;
  await db.transaction(
    async (tx) =>
      await tx.job.updateMany({
        where: { organizationId, id: job.id },
        data: {
          leasedUntil: null,
          runAt: new Date(Date.now() + waitMs),
          lastError: String(error).slice(0, 500),
        },
      }),
  );
}
