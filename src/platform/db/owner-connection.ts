import { Client } from "pg";
import { StartError } from "../start-error";

/** Runs `work` on one connection of the database's owner, who migrates and grants; the app itself never uses it. */
export async function withOwnerConnection<Result>(
  ownerUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: "phasewise-owner",
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle reports here too; the query under way rejects with the same error.
  client.on("error", () => {});
  await client.connect().catch((cause: unknown) => {
    throw new StartError(
      `${unreachable(ownerUrl)}: ${reason(cause)}. Check DATABASE_URL and that PostgreSQL runs.`,
      {
        cause,
      },
    );
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function unreachable(ownerUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(ownerUrl);
    return `The database ${pathname.slice(1)} at ${hostname}:${port || "5432"} cannot be reached`;
  } catch {
    return "The database cannot be reached";
  }
}

/** Node reports "connection refused" on several addresses as one AggregateError without a message of its own. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : String(cause);
}
