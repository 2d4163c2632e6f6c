import { execFile, execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { ServerAccount } from "./embedded-account";
import type { Binaries } from "./embedded-binaries";
import { SETTINGS_FILE } from "./embedded-cluster";

const run = promisify(execFile);
const START_TIMEOUT_SECONDS = "60";
const STOP_TIMEOUT_SECONDS = "30";
/**
 * Faults that pass: somebody took the port between the probe and the start, or the children of a server that was
 * killed have not all ended yet.
 */
const PASSING = /Address already in use|shared memory block .* is still in use/;
const RETRY_MILLISECONDS = 10_000;
const STOP_FAST = ["stop", "--mode=fast"];

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

interface ServerOptions {
  readonly folder: string;
  readonly account: ServerAccount;
  readonly binaries: Binaries;
}

/**
 * Starts the server in a session of its own (pg_ctl does), so that Ctrl-C reaches Phasewise alone and the database
 * outlives the requests still under way.
 */
export async function startServer(
  options: ServerOptions & { settings: Readonly<Record<string, string>> },
): Promise<RunningServer> {
  const output = join(options.folder, "start.log");
  const giveUpAt = Date.now() + RETRY_MILLISECONDS;
  for (;;) {
    const port = await freePort();
    await writeSettings(options, port);
    await rm(output, { force: true });
    try {
      await control(options, ["start", "--wait", `--timeout=${START_TIMEOUT_SECONDS}`, `--log=${output}`]);
      return { port, stop: stopAtExit(options) };
    } catch (cause) {
      const said = await readFile(output, "utf8").catch(() => "");
      if (!PASSING.test(said) || Date.now() > giveUpAt) {
        throw new Error(lastComplaint(said) ?? "pg_ctl start failed", { cause });
      }
      await wait(200);
    }
  }
}

/** The orderly stop; until somebody calls it, a process that ends for any other reason still takes its server along. */
function stopAtExit(options: ServerOptions): () => Promise<void> {
  const takeAlong = () => {
    try {
      execFileSync(options.binaries.pgCtl, [...STOP_FAST, "--no-wait", `--pgdata=${options.folder}`], {
        ...options.account.identity,
        cwd: options.folder,
        stdio: "ignore",
      });
    } catch {
      // It had ended already.
    }
  };
  process.once("exit", takeAlong);
  return () => stopServer(options).finally(() => process.off("exit", takeAlong));
}

/**
 * The caller holds the data folder's lock, so a server that still runs here was left behind by a Phasewise that was killed.
 */
export async function stopOrphan(
  options: ServerOptions & { log: (sentence: string) => void },
): Promise<void> {
  const pidFile = join(options.folder, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  if (await isPostgres(pid)) {
    options.log("Stopping the database server that a killed Phasewise left behind");
    await stopServer(options);
  } else {
    // The server died without tidying up; its number may belong to any other process by now.
    await rm(pidFile, { force: true });
  }
}

async function stopServer(options: ServerOptions): Promise<void> {
  const patiently = ["--wait", `--timeout=${STOP_TIMEOUT_SECONDS}`];
  try {
    await control(options, [...STOP_FAST, ...patiently]);
  } catch (cause) {
    if (!(await isRunning(options))) return;
    await control(options, ["stop", "--mode=immediate", ...patiently]).catch(() => {
      throw cause;
    });
  }
}

async function isRunning(options: ServerOptions): Promise<boolean> {
  return control(options, ["status"]).then(
    () => true,
    () => false,
  );
}

async function control({ binaries, account, folder }: ServerOptions, words: string[]): Promise<void> {
  await run(binaries.pgCtl, [...words, `--pgdata=${folder}`], {
    ...account.identity,
    cwd: folder,
    env: { ...process.env, LC_ALL: "C" },
  });
}

async function writeSettings(
  { folder, account, settings }: ServerOptions & { settings: Readonly<Record<string, string>> },
  port: number,
): Promise<void> {
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // A week of logs in the cluster's folder, one file per weekday.
    logging_collector: "on",
    log_filename: "postgresql-%a.log",
    log_rotation_age: "1d",
    log_truncate_on_rotation: "on",
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  const file = join(folder, SETTINGS_FILE);
  await writeFile(file, `# Written at each start of Phasewise.\n${lines.join("\n")}\n`, { mode: 0o600 });
  await account.takeOver(file);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    const { stdout } =
      process.platform === "win32"
        ? await run("tasklist", ["/fi", `pid eq ${pid}`, "/nh"])
        : { stdout: await commandOf(pid) };
    return /postgres/.test(stdout);
  } catch {
    return false;
  }
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8");
  return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout;
}

function lastComplaint(said: string): string | undefined {
  return said
    .split("\n")
    .filter((line) => /\b(FATAL|PANIC|ERROR|error|could not)\b/.test(line))
    .at(-1);
}
