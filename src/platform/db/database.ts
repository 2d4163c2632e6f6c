import { Pool } from "pg";
import { appPoolConfig } from "./app-role";
import { type Client, makeClient } from "./client";

export type Database = {
  readonly client: Client;
  /** True when the database answers a query now. */
  readonly isReachable: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Opens the pool that every query of the process shares, in the role that row-level security binds. */
export function openDatabase(url: string, poolSize: number, onError: (error: Error) => void): Database {
  const pool = new Pool({
    ...appPoolConfig(url),
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on("error", onError);
  const client = makeClient(pool);
  return {
    client,
    isReachable: async () =>
      await pool.query("SELECT 1").then(
        () => true,
        () => false,
      ),
    close: async () => {
      await client.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
