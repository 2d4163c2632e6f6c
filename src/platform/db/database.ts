import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "pg";
import { appPoolConfig } from "./app-role";
import { type Client, makeClient } from "./client";
import { endWhenSilent } from "./silent-connection";

/** Who asks whether we are ready gives up soon: "no" in time is better than an answer too late. */
const longestHealthCheckMs = 3_000;

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
  pool.on("connect", endWhenSilent);
  const client = makeClient(pool);
  return {
    client,
    isReachable: async () => {
      const answered = pool.query("SELECT 1").then(
        () => true,
        () => false,
      );
      return await Promise.race([answered, wait(longestHealthCheckMs, false, { ref: false })]);
    },
    close: async () => {
      await client.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
