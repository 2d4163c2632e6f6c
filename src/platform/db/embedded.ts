import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { takeProcessLock } from "../process-lock.mjs";
import { StartError } from "../start-error";
import { serverAccount } from "./embedded-account";
import { findBinaries } from "./embedded-binaries";
import { openCluster } from "./embedded-cluster";
import { createOwner } from "./embedded-owner";
import { type RunningServer, startServer, stopOrphan } from "./embedded-server";

export interface EmbeddedDatabase {
  /** Names the role that owns the database; it is no superuser. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (sentence: string) => void;
  /** Server settings on top of PostgreSQL's defaults; tests turn durability off with them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the PostgreSQL that npm installed, with its data in `dataDir`, reachable from this machine only.
 * A server left behind by a killed Phasewise is stopped first; a data folder in use by a living one is refused.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  const release = await takeDataDir(dataDir);
  try {
    const account = await serverAccount();
    const binaries = await findBinaries(account);
    const cluster = await openCluster({ dataDir, account, binaries, log: options.log });
    await stopOrphan({ ...cluster, account, binaries, log: options.log });
    const server = await startServer({ ...cluster, account, binaries, settings: options.settings ?? {} });
    return { ownerUrl: await ownerUrl(server, cluster.password), stop: () => server.stop().finally(release) };
  } catch (cause) {
    release();
    throw explained(cause, dataDir);
  }
}

async function takeDataDir(dataDir: string): Promise<() => void> {
  try {
    await mkdir(dataDir, { recursive: true });
    const lock = takeProcessLock(join(dataDir, "phasewise.lock"));
    if (lock.taken) return lock.release;
    throw new StartError(
      `Another Phasewise (process ${lock.heldBy}) uses the data folder ${dataDir}; stop it, or set PHASEWISE_DATA_DIR to a folder of its own for this one.`,
    );
  } catch (cause) {
    throw explained(cause, dataDir);
  }
}

async function ownerUrl(server: RunningServer, password: string): Promise<string> {
  try {
    return await createOwner(server.port, password);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}

/** The system's error codes that a person can do something about, in words. */
function explained(cause: unknown, dataDir: string): unknown {
  if (cause instanceof StartError || !(cause instanceof Error)) return cause;
  const text = `${"code" in cause ? cause.code : ""} ${"stderr" in cause ? cause.stderr : ""} ${cause.message}`;
  if (/ENOSPC|No space left on device|Check free disk space/.test(text)) {
    return new StartError(`The disk that holds ${dataDir} is full; free some space and start again.`, {
      cause,
    });
  }
  if (/EROFS|Read-only file system/.test(text)) {
    return new StartError(`The data folder ${dataDir} is on a read-only disk; set PHASEWISE_DATA_DIR.`, {
      cause,
    });
  }
  if (/EACCES|EPERM|Permission denied/i.test(text)) {
    return new StartError(
      `Phasewise may not write to the data folder ${dataDir}; start it as the folder's owner or set PHASEWISE_DATA_DIR.`,
      { cause },
    );
  }
  const complaint = text.split("\n").find((line) => /FATAL|PANIC|error:/.test(line)) ?? cause.message;
  return new StartError(`The embedded database did not start: ${complaint.trim()}`, { cause });
}
