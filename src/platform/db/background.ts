import { type Client, inScope, type Transaction } from "./client";
import { appendEvents, type NewEvent } from "./event-log";

export { isTransient } from "./client";

const issued = Symbol("issued for background work");

/** Nobody: a transaction of this account sees no memberships but those of the organization it is in. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * The database as work without a person may use it: one organization at a time, with row-level security in force as for everybody.
 * Only the runners of this platform open it (platform/events, platform/jobs, platform/mail; the import rules see to that), for what
 * a typed definition says: a reader of the log, a task of a job, a link out of a letter. A feature that is asked by a person gets an
 * OrganizationDb.
 */
export class BackgroundDb {
  readonly #client: Client;

  constructor(
    proof: typeof issued,
    client: Client,
    readonly organizationId: string,
  ) {
    if (proof !== issued) throw new TypeError("Only the platform works without a person.");
    this.#client = client;
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await inScope(
      this.#client,
      { accountId: nobody, organizationId: this.organizationId },
      async (tx) => await work(tx),
    );
  }

  /**
   * One transaction that puts on the log what nobody did: a day has come, a fact has changed. Every entry has an actor; of these it is
   * whom the entry is told to. They are looked for one transaction after another, so that of two processes at once the later one finds
   * on the log what the earlier one told.
   */
  async tell(work: (tx: Transaction) => Promise<readonly Told[]>): Promise<void> {
    await this.transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`telling in ${this.organizationId}`}, 0))`;
      const told = await work(tx);
      await appendEvents(
        tx,
        this.organizationId,
        told.map(({ toId, event }) => ({ actorId: toId, event })),
      );
    });
  }
}

export type Told = { readonly toId: string; readonly event: NewEvent };

export function workWithin(client: Client, organizationId: string): BackgroundDb {
  return new BackgroundDb(issued, client, organizationId);
}

/** Organizations whose log a reader has not read to its end, and until when each has to wait after a failure. */
export async function organizationsBehind(
  client: Client,
  consumer: string,
): Promise<{ organizationId: string; retryAt: Date | null }[]> {
  return await lookForWork(
    client,
    async (tx) =>
      await tx.$queryRaw`
      SELECT o.organization_id AS "organizationId", c.retry_at AS "retryAt"
      FROM organization_counter o
      LEFT JOIN consumer_cursor c ON c.organization_id = o.organization_id AND c.consumer = ${consumer}
      WHERE o.event_seq > coalesce(c.seq, 0)`,
  );
}

/** Organizations that have no job of this task; or all of them, whether they have one or not. */
export async function organizationsToAsk(
  client: Client,
  task: string,
  which: "all" | "without",
): Promise<string[]> {
  const rows = await lookForWork(
    client,
    async (tx) =>
      await tx.$queryRaw<{ organizationId: string }[]>`
      SELECT o.organization_id AS "organizationId" FROM organization_counter o
      WHERE ${which === "all"} OR NOT EXISTS (
        SELECT 1 FROM job WHERE job.organization_id = o.organization_id AND job.task = ${task})`,
  );
  return rows.map((row) => row.organizationId);
}

/** Organizations with a job that is due now, and in how many milliseconds the next one will be. */
export async function dueWork(
  client: Client,
  tasks: readonly string[],
): Promise<{ organizationIds: string[]; nextInMs: number | null }> {
  return await lookForWork(client, async (tx) => {
    const due = await tx.$queryRaw<{ organizationId: string }[]>`
      SELECT DISTINCT organization_id AS "organizationId" FROM job
      WHERE task = ANY(${tasks}) AND run_at <= now() AND (leased_until IS NULL OR leased_until <= now())`;
    const [next] = await tx.$queryRaw<{ inMs: number | null }[]>`
      SELECT (extract(epoch FROM min(greatest(run_at, leased_until)) - now()) * 1000)::float AS "inMs" FROM job
      WHERE task = ANY(${tasks}) AND greatest(run_at, leased_until) > now()`;
    return { organizationIds: due.map((row) => row.organizationId), nextInMs: next?.inMs ?? null };
  });
}

/** Sees of all organizations what the policies `looks_for_work` show, and nothing of what is in them. */
export async function lookForWork<T>(client: Client, query: (tx: Transaction) => Promise<T>): Promise<T> {
  return await client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('phasewise.looks_for_work', 'on', true)`;
    return await query(tx);
  });
}
