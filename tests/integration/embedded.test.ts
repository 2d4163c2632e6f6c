import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { query } from "../support/database";

let holder: string;
let dataDir: string;
let running: BundledProcess[];

beforeAll(async () => {
  holder = await bundle("tests/support/embedded-holder.ts", "embedded-holder");
});

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "phasewise-embedded-"));
  await chmod(dataDir, 0o755);
  running = [];
});

afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGTERM");
    await ended();
  }
  await rm(dataDir, { recursive: true, force: true });
});

function hold(): BundledProcess {
  const started = run(holder, [dataDir]);
  running.push(started);
  return started;
}

async function urlOf(held: BundledProcess): Promise<string> {
  return (await held.said(/^url (\S+) \.$/m))[1] ?? "";
}

/** The number of the database server's process, from the file in which PostgreSQL keeps it. */
async function serverPid(): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("the embedded database", () => {
  test("keeps its data over an orderly stop, and leaves no server behind", async () => {
    const first = hold();
    const url = await urlOf(first);
    await query(url, "create table kept as select 42 as answer");
    first.child.kill("SIGTERM");
    expect(await first.ended()).toMatchObject({ code: 0 });
    await expect(query(url, "select 1")).rejects.toThrow("ECONNREFUSED");

    expect(await query(await urlOf(hold()), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("keeps its data when the process is killed, and takes over the orphaned server's folder", async () => {
    const first = hold();
    const orphanUrl = await urlOf(first);
    await query(orphanUrl, "create table kept as select 42 as answer");
    first.child.kill("SIGKILL");
    await first.ended();

    const second = hold();
    expect(await query(await urlOf(second), "select answer from kept")).toEqual([{ answer: 42 }]);
    expect(second.output()).toContain("a killed Phasewise left behind");
    await expect(query(orphanUrl, "select 1")).rejects.toThrow("ECONNREFUSED");
  });

  test("keeps its data when process and server are killed together", async () => {
    const first = hold();
    await query(await urlOf(first), "create table kept as select 42 as answer");
    process.kill(await serverPid(), "SIGKILL");
    first.child.kill("SIGKILL");
    await first.ended();

    expect(await query(await urlOf(hold()), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("is not fooled when the dead server's number belongs to another process now", async () => {
    const first = hold();
    await urlOf(first);
    const pidFile = join(dataDir, "postgres/cluster/postmaster.pid");
    const lines = await readFile(pidFile, "utf8");
    first.child.kill("SIGTERM");
    await first.ended();
    await writeFile(pidFile, lines.replace(/^\d+/, String(process.pid)));

    await urlOf(hold());
  });

  test("refuses a folder that a living Phasewise uses, and names it", async () => {
    const first = hold();
    await urlOf(first);
    const second = hold();
    expect(await second.ended()).toMatchObject({ code: 1 });
    expect(second.output()).toBe(
      `Another Phasewise (process ${first.child.pid}) uses the data folder ${dataDir}; stop it, or set PHASEWISE_DATA_DIR to a folder of its own for this one.\n`,
    );
  });

  test("begins anew after an initialisation that was cut off", async () => {
    await mkdir(join(dataDir, "postgres/cluster.unfinished/base"), { recursive: true });
    await urlOf(hold());
  });

  test.each([
    ["files that are no database", "stray.txt", "x", /holds files but no database/],
    [
      "another PostgreSQL's files",
      "PG_VERSION",
      "12\n",
      /was written by PostgreSQL 12 and this Phasewise brings 18/,
    ],
  ])("refuses %s with one sentence", async (_, file, content, sentence) => {
    await mkdir(join(dataDir, "postgres/cluster"), { recursive: true });
    await writeFile(join(dataDir, "postgres/cluster", file), content);
    const refused = hold();
    expect(await refused.ended()).toMatchObject({ code: 1 });
    expect(refused.output()).toMatch(sentence);
    expect(refused.output().trim().split("\n")).toHaveLength(1);
  });

  test("lets only this machine in, with a password that only its owner can read", async () => {
    const url = new URL(await urlOf(hold()));
    expect(url.hostname).toBe("127.0.0.1");
    expect((await stat(join(dataDir, "database-password"))).mode & 0o777).toBe(0o600);
    expect(await query(url.href, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    url.password = "guessed";
    await expect(query(url.href, "select 1")).rejects.toThrow(/password authentication failed/);
  });

  test("gives its owner no superuser's rights", async () => {
    expect(await query(await urlOf(hold()), "select current_setting('is_superuser') as superuser")).toEqual([
      { superuser: "off" },
    ]);
  });
});
