import { execFile } from "node:child_process";
import { chown } from "node:fs/promises";
import { promisify } from "node:util";
import { StartError } from "../start-error";

const run = promisify(execFile);

/** Who runs the embedded server. PostgreSQL refuses to run as root, so root lends it to the user `postgres`. */
export interface ServerAccount {
  readonly name: string;
  /** For child_process: empty when the server runs as whoever started Phasewise. */
  readonly identity: { uid?: number; gid?: number };
  canRun(program: string): Promise<boolean>;
  canEnter(folder: string): Promise<boolean>;
  takeOver(path: string): Promise<void>;
}

/**
 * Where root keeps what the server's account must reach when the checkout or the data folder lies below a folder
 * that only root may enter.
 */
export const REACHABLE_FOLDER = "/var/lib/phasewise";

export async function serverAccount(): Promise<ServerAccount> {
  const isRoot = process.getuid?.() === 0;
  return isRoot ? accountOf(await postgresUser()) : sameAccount;
}

const sameAccount: ServerAccount = {
  name: "you",
  identity: {},
  canRun: async () => true,
  canEnter: async () => true,
  takeOver: async () => {},
};

function accountOf(identity: { uid: number; gid: number }): ServerAccount {
  return {
    name: "postgres",
    identity,
    canRun: (program) => succeeds(program, ["--version"], identity),
    canEnter: (folder) => succeeds("/bin/sh", ["-c", 'cd "$1"', "sh", folder], identity),
    takeOver: (path) => chown(path, identity.uid, identity.gid),
  };
}

async function succeeds(
  program: string,
  words: string[],
  identity: { uid: number; gid: number },
): Promise<boolean> {
  return run(program, words, { ...identity, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const existing = await lookUp();
  if (existing) return existing;
  // The first is of Debian, Fedora and most others, the second of Alpine.
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"])
    .catch(() => run("adduser", ["-S", "-D", "-H", "postgres"]))
    .catch(() => {});
  const created = await lookUp();
  if (created) return created;
  throw new StartError(
    "PostgreSQL does not run as root and no user postgres could be made for it; start Phasewise as an ordinary user or set DATABASE_URL.",
  );
}

async function lookUp(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
