// @ts-check
// Plain JavaScript, because `scripts/start.mjs` needs it before anything is installed or built.
import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Takes the lock file for this process. Answers the number of the process that holds it when somebody does.
 * A lock whose holder is dead, or whose number was given to another process since, counts as free.
 *
 * @param {string} path
 * @returns {{ taken: true, release: () => void } | { taken: false, heldBy: number }}
 */
export function takeProcessLock(path) {
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      if (linked(draft, path)) return { taken: true, release: () => releaseIfMine(path, mine) };
      const seen = read(path);
      if (seen === undefined) continue;
      const holder = parsed(seen);
      if (holder && startOf(holder.pid) === holder.started) return { taken: false, heldBy: holder.pid };
      removeStale(path, seen);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * When the process began, in the system's own words, or undefined when there is none of that number.
 * Number and beginning together name a process for good; the number alone is given out again.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
function startOf(pid) {
  try {
    // Fields 3 and 22 of proc_pid_stat(5); counted from the ")" that ends the name, which may hold spaces itself.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended and only waits for its parent to notice.
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    if (process.platform === "linux") return undefined;
  }
  if (!isAlive(pid)) return undefined;
  if (process.platform === "win32") return "alive";
  return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * A link either comes to be with its whole content or not at all: nobody ever reads a half-written lock.
 *
 * @param {string} draft
 * @param {string} path
 */
function linked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} content
 * @returns {{ pid: number, started: string } | undefined}
 */
function parsed(content) {
  try {
    const { pid, started } = JSON.parse(content);
    return Number.isInteger(pid) && pid > 0 && typeof started === "string" ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Moves the stale lock aside first: should another process have replaced it meanwhile, its lock is put back.
 *
 * @param {string} path
 * @param {string} stale
 */
function removeStale(path, stale) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) linked(aside, path);
  rmSync(aside, { force: true });
}

/**
 * @param {string} path
 * @param {string} mine
 */
function releaseIfMine(path, mine) {
  if (read(path) === mine) rmSync(path, { force: true });
}
