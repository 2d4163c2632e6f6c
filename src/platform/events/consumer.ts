import type { Transaction } from "../db/organization-db";

/** An entry of the log as its readers get it. */
export type LogEntry = {
  readonly seq: number;
  readonly type: string;
  readonly actorId: string;
  readonly projectId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: unknown;
  readonly at: Date;
};

/**
 * A reader of the log. It gets every entry of every organization in order, in a transaction within that organization which moves
 * its cursor as well: what it writes for an entry is written once, together with all of it, or not at all.
 */
export type Consumer = {
  readonly name: string;
  readonly take: (tx: Transaction, organizationId: string, entry: LogEntry) => Promise<void>;
};
