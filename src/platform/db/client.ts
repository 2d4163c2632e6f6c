import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { Prisma, PrismaClient } from "./generated/client";

/** The bare client. Private to platform/db: features get the database only as an OrganizationDb or AccountDb. */
export type Client = PrismaClient;

/** What a verb or query sees inside its transaction. */
export type Transaction = Prisma.TransactionClient;

export function makeClient(pool: Pool): Client {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

export type Scope = {
  readonly accountId: string;
  readonly organizationId?: string;
  readonly invitationHash?: string;
  /** The private projects that whoever asks may not see. Work on nobody's behalf names none, and sees all of its organization. */
  readonly hiddenProjects?: readonly string[];
  readonly shareHash?: string;
};

/**
 * Runs `work` in one transaction in which row-level security knows who asks. The settings end with the transaction, so a
 * pooled connection never carries them to the next caller.
 */
export async function inScope<T>(
  client: Client,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return await client.$transaction(
    async (tx) => {
      await setScope(tx, scope);
      return await work(tx);
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
}

export async function setScope(tx: Transaction, scope: Scope): Promise<void> {
  await tx.$executeRaw`SELECT set_config('phasewise.account_id', ${scope.accountId}, true),
    set_config('phasewise.organization_id', ${scope.organizationId ?? ""}, true),
    set_config('phasewise.invitation_hash', ${scope.invitationHash ?? ""}, true),
    set_config('phasewise.share_hash', ${scope.shareHash ?? ""}, true),
    set_config('phasewise.hidden_projects', ${`{${(scope.hiddenProjects ?? []).join(",")}}`}, true)`;
}

/** Whether an error is a broken unique rule, and if so whether it is the named one. */
export function breaksUnique(error: unknown, column: string): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === "P2002" &&
    JSON.stringify(error.meta ?? {}).includes(column)
  );
}

/** Deadlocks and serialization failures: nothing was written, and trying again is right. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // A statement written as SQL reports the database's own code.
  return error.code === "P2034" || (error.code === "P2010" && /Code: `(40P01|40001)`/.test(error.message));
}
