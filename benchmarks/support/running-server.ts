// The whole of Phasewise in a process of its own, built as users run it, with the sample workspace and a database of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emailOf, founder, samplePassword } from "@/features/sample/people";
import type { Client } from "@/platform/db/client";
import { openDatabase } from "@/platform/db/database";
import { startEmbeddedDatabase } from "@/platform/db/embedded";
import { signInOverHttp } from "../../tests/support/api-client";

export type RunningServer = {
  readonly url: string;
  /** Of every process, the first one's first. */
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  /** The cookie of the owner of the sample workspace. */
  readonly cookie: string;
  readonly client: Client;
  /** How many statements the server sends to the database while `work` runs. */
  readonly statementsOf: (work: () => Promise<void>) => Promise<number>;
};

/** Where the sample workspace lives. */
export const sampleWorkspace = "/w/northwind-ai";

/** Runs `work` beside one server process, or several over one database. */
export async function withServer(
  work: (server: RunningServer) => Promise<void>,
  { processes = 1 }: { processes?: number } = {},
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "phasewise-benchmark-"));
  // When root runs this the database runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const embedded = await startEmbeddedDatabase({ dataDir: join(dataDir, "database"), log: () => {} });
  const servers: Server[] = [];
  try {
    // One after another: the first one fills the database.
    for (let place = 0; place < processes; place += 1) {
      servers.push(await startServer(join(dataDir, `server-${place}`), embedded.ownerUrl));
    }
    const [first] = servers;
    if (first === undefined) throw new Error("There is no server.");
    const database = openDatabase(embedded.ownerUrl, 4, (error) => console.error(error));
    const { cookie } = await signInOverHttp(first.url, emailOf(founder), samplePassword);
    await work({
      url: first.url,
      urls: servers.map(({ url }) => url),
      databaseUrl: embedded.ownerUrl,
      cookie,
      client: database.client,
      statementsOf: (during) => statementsOf(first.child, during),
    });
    await database.close();
  } finally {
    for (const { child } of servers) child.kill("SIGTERM");
    await Promise.all(servers.map(async ({ ended }) => await ended));
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Server = { readonly url: string; readonly child: ChildProcess; readonly ended: Promise<unknown> };

async function startServer(dataDir: string, databaseUrl: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ["--import", "./benchmarks/support/count-statements.mjs", "scripts/start.mjs"],
    {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      env: {
        ...process.env,
        PORT: String(port),
        PUBLIC_URL: url,
        PHASEWISE_DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: "a secret that the processes of a benchmark share",
        PHASEWISE_SAMPLE: "on",
        LOG_LEVEL: "warn",
      },
    },
  );
  const ended = once(child, "close");
  await said(child, /is running at/);
  return { url, child, ended };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

async function said(child: ChildProcess, words: RegExp): Promise<void> {
  let text = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      text += String(chunk);
      if (words.test(text)) resolve();
    });
    child.once("close", () => reject(new Error(`The server ended before it ran:\n${text}`)));
  });
}

async function statementsOf(child: ChildProcess, work: () => Promise<void>): Promise<number> {
  const before = await sentBy(child);
  await work();
  return (await sentBy(child)) - before;
}

async function sentBy(child: ChildProcess): Promise<number> {
  const answer = once(child, "message");
  child.send("how many?");
  return Number((await answer)[0]);
}
