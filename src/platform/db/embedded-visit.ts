import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { takeProcessLock } from "../process-lock.mjs";
import { StartError } from "../start-error";
import { startEmbeddedDatabase } from "./embedded";
import { ownerUrlAt } from "./embedded-owner";

export interface VisitedDatabase {
  readonly ownerUrl: string;
  /** Stops the database where the visit started it. */
  leave(): Promise<void>;
}

/**
 * The embedded database of a data folder for a command beside the server: the one that a running Phasewise holds open there, or else
 * started for as long as the visit lasts. Where there is none, none is made.
 */
export async function visitEmbeddedDatabase(dataDir: string): Promise<VisitedDatabase> {
  const cluster = join(dataDir, "postgres/cluster");
  await access(cluster).catch((cause: unknown) => {
    throw new StartError(
      `There is no database in the data folder ${dataDir}; name it with PHASEWISE_DATA_DIR, or the database with DATABASE_URL.`,
      { cause },
    );
  });
  const lock = takeProcessLock(join(dataDir, "phasewise.lock"));
  if (!lock.taken) return { ownerUrl: await urlOfRunning(dataDir, cluster), leave: async () => {} };
  lock.release();
  const { ownerUrl, stop } = await startEmbeddedDatabase({ dataDir, log: () => {} });
  return { ownerUrl, leave: stop };
}

/** PostgreSQL writes its port into the fourth line of its pid file, and "ready" into the eighth once it takes connections. */
async function urlOfRunning(dataDir: string, cluster: string): Promise<string> {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const port = Number(lines[3]);
  if (lines[7]?.trim() !== "ready" || !Number.isInteger(port)) {
    throw new StartError(`The database in ${dataDir} is starting or ending just now; try again in a moment.`);
  }
  return ownerUrlAt(port, (await readFile(join(dataDir, "database-password"), "utf8")).trim());
}
