import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  appendFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error";
import { REACHABLE_FOLDER, type ServerAccount } from "./embedded-account";
import { type Binaries, serverVersion } from "./embedded-binaries";

const run = promisify(execFile);

export interface Cluster {
  /** The folder PostgreSQL calls its data directory. */
  readonly folder: string;
  readonly password: string;
}

/** The file, inside the cluster's folder, with the settings of each start. */
export const SETTINGS_FILE = "phasewise.conf";

interface ClusterOptions {
  readonly dataDir: string;
  readonly account: ServerAccount;
  readonly binaries: Binaries;
  readonly log: (sentence: string) => void;
}

/** Finds the database files below the data folder, or makes them the first time. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const home = await clusterHome(options);
  const folder = join(home, "cluster");
  const passwordFile = join(options.dataDir, "database-password");
  const found = await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found === undefined) {
    await refuseForeignFiles(folder);
    const password = await readPassword(passwordFile).catch(() => newPassword(passwordFile));
    options.log("Preparing the embedded database for the first time");
    await initialise({ ...options, home, folder, password });
    return { folder, password };
  }
  const version = await serverVersion(options.binaries);
  if (found.trim() !== version.major) {
    throw new StartError(
      `The data folder ${options.dataDir} was written by PostgreSQL ${found.trim()} and this Phasewise brings ${version.major}; start the Phasewise that wrote it, export your data, and import it into a new folder.`,
    );
  }
  const password = await readPassword(passwordFile).catch((cause: unknown) => {
    throw new StartError(
      `The file ${passwordFile}, which opens the database, cannot be read; restore it from a backup.`,
      {
        cause,
      },
    );
  });
  return { folder, password };
}

/**
 * `postgres` below the data folder; where the server's account cannot get there, a link to a folder that it can.
 * The link is what remembers the place.
 */
async function clusterHome({ dataDir, account, log }: ClusterOptions): Promise<string> {
  const home = join(dataDir, "postgres");
  if (!(await exists(home))) {
    if (await account.canEnter(dataDir)) {
      await mkdir(home);
    } else {
      await mkdir(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
      const place = await mkdtemp(join(REACHABLE_FOLDER, "data-"));
      await symlink(place, home);
      log(`The database's files are in ${place}, because the user ${account.name} may not enter ${dataDir}`);
    }
  }
  const place = await realpath(home);
  await account.takeOver(place);
  if (await account.canEnter(place)) return place;
  throw new StartError(
    `PostgreSQL does not run as root, and the user ${account.name} may not enter ${place}; let it ("chmod o+x" on each folder above), or set PHASEWISE_DATA_DIR to a folder it can reach.`,
  );
}

/** lstat, so that a link whose target is gone (a disk not mounted, say) is an error and not a fresh start. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function refuseForeignFiles(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) return;
  throw new StartError(
    `The folder ${folder} holds files but no database; move them away, or set PHASEWISE_DATA_DIR to another folder.`,
  );
}

async function readPassword(file: string): Promise<string> {
  const password = (await readFile(file, "utf8")).trim();
  if (password === "") throw new Error("The file is empty");
  return password;
}

async function newPassword(file: string): Promise<string> {
  const password = randomBytes(24).toString("hex");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Initialises beside the final place and renames: what a full disk or a power cut leaves half-done is never taken for a database. */
async function initialise(options: ClusterOptions & Cluster & { home: string }): Promise<void> {
  const { account, binaries, home, folder, password } = options;
  const draft = join(home, "cluster.unfinished");
  const passwordFile = join(home, "initial-password");
  await rm(draft, { recursive: true, force: true });
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await account.takeOver(passwordFile);
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Part of PostgreSQL itself since 17: the same order on every machine, and none of its locales needed.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
      ],
      { ...account.identity, cwd: dirname(draft), env: { ...process.env, LC_ALL: "C" } },
    );
    await appendFile(join(draft, "postgresql.conf"), `\ninclude_if_exists '${SETTINGS_FILE}'\n`);
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    throw cause;
  } finally {
    await rm(passwordFile, { force: true });
  }
}
