import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { diskStorage } from "@/platform/storage/disk-storage";
import { sweep } from "@/platform/storage/sweep";
import { signInOverHttp } from "../support/api-client";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision } from "../support/decisions";
import { aMember, anAccount, aWorkspace, password } from "../support/factories";
import { aProject } from "../support/projects";
import { png } from "../support/storage";

// Files as people send and fetch them: over HTTP, from a real server that keeps them on a disk.

type Person = { readonly cookie: string; readonly api: Awaited<ReturnType<typeof signInOverHttp>>["api"] };

let testDatabase: TestDatabase;
let database: Database;
let server: BundledProcess;
let url: string;
let dataDir: string;
let db: OrganizationDb;
let decision: Awaited<ReturnType<typeof aDecision>>;
let ada: Person;
let vera: Person;
let stranger: Person;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  dataDir = await mkdtemp(join(tmpdir(), "phasewise-files-test-"));
  const { client } = database;
  db = await aWorkspace(client, await anAccount(client, "ada@example.org"), "team");
  await aMember(client, db, await anAccount(client, "vera@example.org"), "viewer");
  await aWorkspace(client, await anAccount(client, "stranger@example.org"), "elsewhere");
  decision = await aDecision(db, await aProject(db, { key: "DOC" }));
  server = run(await bundle("tests/support/api-process.ts", "files-api"), [], {
    DATABASE_URL: testDatabase.ownerUrl,
    AUTH_SECRET: "a secret for the server of this test, of 32 characters",
    LOG_LEVEL: "error",
    PHASEWISE_DATA_DIR: dataDir,
    FILES_MAX_MEGABYTES: "2",
    FILES_QUOTA_MEGABYTES: "5",
  });
  [, url = ""] = await server.said(/listening on (\S+) \./);
  const signIn = async (name: string) => await signInOverHttp(url, `${name}@example.org`, password);
  [ada, vera, stranger] = await Promise.all([signIn("ada"), signIn("vera"), signIn("stranger")]);
}, 60_000);

afterAll(async () => {
  server.child.kill("SIGKILL");
  await server.ended();
  await database.close();
  await testDatabase.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function send(who: Person | null, name: string, body: string | Uint8Array, slug = "team") {
  const response = await fetch(`${url}/api/files/${slug}?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: who === null ? {} : { cookie: who.cookie },
    body: typeof body === "string" ? body : Buffer.from(body),
  });
  const answer = await response.json();
  return { status: response.status, code: answer.code, id: String(answer.id), name: answer.name };
}

async function attach(fileId: string, title = "The results") {
  return await ada.api.evidence.add.mutate({
    mutationId: crypto.randomUUID(),
    workspace: "team",
    decisionId: decision.id,
    optionId: decision.plain.id,
    title,
    note: "",
    content: { kind: "file", fileId },
  });
}

async function fetchFile(who: Person | null, id: string, { slug = "team", search = "", headers = {} } = {}) {
  return await fetch(`${url}/api/files/${slug}/${id}${search}`, {
    headers: { ...(who === null ? {} : { cookie: who.cookie }), ...headers },
  });
}

/** Everything that lies on the server's disk for files. */
async function onDisk(): Promise<string[]> {
  const found = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function remove(evidenceId: string): Promise<void> {
  await ada.api.evidence.remove.mutate({ mutationId: crypto.randomUUID(), workspace: "team", evidenceId });
}

describe("a file that is evidence", () => {
  test("is kept under its hash and comes back as it was, to be saved and nothing else", async () => {
    const file = await send(ada, "../<script>alert(1)</script>.csv", "metric,value\nf1,0.9\n");
    expect(file).toMatchObject({ status: 200, name: "script_.csv" });
    await attach(file.id);
    const response = await fetchFile(vera, file.id);
    expect(await response.text()).toBe("metric,value\nf1,0.9\n");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": 'attachment; filename="script_.csv"',
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
      "cache-control": "private, no-cache",
      "cross-origin-resource-policy": "same-origin",
    });
    const { evidence } = await vera.api.evidence.ofDecision.query({
      workspace: "team",
      decisionId: decision.id,
    });
    const kept = evidence.find((item) => item.file?.id === file.id)?.file;
    expect(await onDisk()).toContain(kept?.sha256);
  });

  test("is shown in place only when it is a picture that runs nothing", async () => {
    const picture = await send(ada, "chart.png", png);
    const table = await send(ada, "table.csv", "a,b\n1,2\n");
    await attach(picture.id);
    await attach(table.id);
    const disposition = async (id: string) =>
      (await fetchFile(ada, id, { search: "?show" })).headers.get("content-disposition");
    expect(await disposition(picture.id)).toBe('inline; filename="chart.png"');
    expect(await disposition(table.id)).toBe('attachment; filename="table.csv"');
  });

  test("is asked for each time, and answered in short when the browser has it", async () => {
    const file = await send(ada, "again.txt", "twice");
    await attach(file.id);
    const etag = (await fetchFile(ada, file.id)).headers.get("etag") ?? "";
    const again = await fetchFile(ada, file.id, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await fetchFile(stranger, file.id, { headers: { "if-none-match": etag } })).status).toBe(404);
  });

  test("does not exist for others, whatever address they try", async () => {
    const file = await send(ada, "secret.txt", "for the team");
    await attach(file.id);
    expect((await fetchFile(stranger, file.id)).status).toBe(404);
    expect((await fetchFile(stranger, file.id, { slug: "elsewhere" })).status).toBe(404);
    expect((await fetchFile(null, file.id)).status).toBe(401);
    expect((await fetchFile(ada, "..%2f..%2fdatabase")).status).toBe(404);
    expect((await fetchFile(ada, crypto.randomUUID())).status).toBe(404);
    const theirs = await send(stranger, "same.txt", "for the team", "elsewhere");
    expect(theirs.status).toBe(200);
    await expect(attach(theirs.id)).rejects.toThrow(/file does not exist/);
  });

  test("is gone while its evidence is removed, and back with it", async () => {
    const file = await send(ada, "undo.txt", "to be undone");
    const { id: evidenceId } = await attach(file.id);
    await remove(evidenceId);
    expect((await fetchFile(ada, file.id)).status).toBe(404);
    await ada.api.evidence.restore.mutate({ mutationId: crypto.randomUUID(), workspace: "team", evidenceId });
    expect((await fetchFile(ada, file.id)).status).toBe(200);
  });

  test("is evidence once, and only for who uploaded it; before that nobody can fetch it", async () => {
    const file = await send(ada, "once.txt", "once");
    expect((await fetchFile(ada, file.id)).status).toBe(404);
    await attach(file.id);
    await expect(attach(file.id)).rejects.toThrow(/file does not exist/);
  });
});

describe("an upload is refused, and leaves nothing,", () => {
  test.each([
    ["when nobody is signed in", () => send(null, "a.txt", "a"), 401, "SIGN_IN_FIRST"],
    ["from a viewer", () => send(vera, "a.txt", "a"), 403, "ROLE_NOT_ALLOWED"],
    ["into another workspace", () => send(stranger, "a.txt", "a"), 404, "NOT_FOUND"],
    ["when it is empty", () => send(ada, "a.txt", ""), 400, "FILE_EMPTY"],
    ["when it has no name", () => send(ada, "../..", "a"), 400, "FILE_NAME"],
    ["as a picture that is a page", () => send(ada, "a.png", "<html>"), 415, "FILE_TYPE"],
    ["as a picture that is a drawing", () => send(ada, "a.png", "<svg onload='x'/>"), 415, "FILE_TYPE"],
    ["as a drawing", () => send(ada, "a.svg", "<svg/>"), 415, "FILE_TYPE"],
    ["as text that is a page", () => send(ada, "a.txt", "<!doctype html>"), 415, "FILE_TYPE"],
    ["as a table that is a picture", () => send(ada, "a.csv", png), 415, "FILE_TYPE"],
    ["when it is 50 MB long", () => send(ada, "a.txt", Buffer.alloc(50_000_000, "a")), 413, "FILE_TOO_LARGE"],
  ])("%s", async (_, attempt, status, code) => {
    const before = await onDisk();
    expect(await attempt()).toMatchObject({ status, code });
    expect(await onDisk()).toEqual(before);
  });

  test("when it is longer than it says, or does not say", async () => {
    const before = await onDisk();
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 40; part += 1) controller.enqueue(new Uint8Array(100_000).fill(97));
        controller.close();
      },
    });
    const request = { method: "POST", headers: { cookie: ada.cookie }, body, duplex: "half" } as const;
    const response = await fetch(`${url}/api/files/team?name=a.txt`, request);
    expect(response.status).toBe(413);
    expect(await onDisk()).toEqual(before);
  });

  test("when the sender breaks off", async () => {
    const before = await onDisk();
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write(
      `POST /api/files/team?name=half.txt HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${ada.cookie}\r\ncontent-length: 1000000\r\n\r\n${"a".repeat(200_000)}`,
    );
    await expect.poll(async () => (await onDisk()).length).toBe(before.length + 1);
    socket.destroy();
    await expect.poll(onDisk).toEqual(before);
    const { organizationId } = db;
    const rows = db.read(
      async (tx) => await tx.storedFile.findMany({ where: { organizationId, name: "half.txt" } }),
    );
    expect(await rows).toEqual([]);
  });

  test("when another site's page sends it", async () => {
    const headers = { cookie: ada.cookie, origin: "https://evil.example" };
    const response = await fetch(`${url}/api/files/team?name=a.txt`, { method: "POST", headers, body: "a" });
    expect(response.status).toBe(403);
  });
});

test("a workspace has a quota, which two uploads at once do not outwit, and removing makes room in time", async () => {
  const megabytes = (letter: string) => Buffer.alloc(1_900_000, letter);
  const sent = await Promise.all(
    ["x", "y", "z", "q"].map((letter) => send(ada, `${letter}.txt`, megabytes(letter))),
  );
  const full = sent.filter((file) => file.code === "FILES_FULL");
  const kept = sent.filter((file) => file.status === 200);
  expect([kept.length, full.length]).toEqual([2, 2]);
  expect(full[0]?.status).toBe(507);
  const evidence = await Promise.all(kept.map(async (file) => await attach(file.id)));
  for (const { id } of evidence) await remove(id);
  await sweepAt(daysFromNow(31));
  expect((await send(ada, "room.txt", megabytes("r"))).status).toBe(200);
});

describe("the sweep", () => {
  test("takes away uploads that were never named, and what has no row, and nothing else", async () => {
    const forgotten = await send(ada, "forgotten.txt", "forgotten");
    const named = await send(ada, "named.txt", "named");
    const twin = await send(ada, "twin.txt", "named");
    await attach(named.id);
    expect(forgotten.status + twin.status).toBe(400);
    const storage = diskStorage(join(dataDir, "files"));
    const before = await storage.hashes(db.organizationId);
    await sweepAt(new Date());
    expect(await storage.hashes(db.organizationId)).toEqual(before);
    await sweepAt(daysFromNow(2));
    expect((await fetchFile(ada, named.id)).status).toBe(200);
    expect((await storage.hashes(db.organizationId)).length).toBeLessThan(before.length);
    await expect(attach(forgotten.id)).rejects.toThrow(/file does not exist/);
  });

  test("leaves alone what belongs to organizations that this database does not know", async () => {
    const storage = diskStorage(join(dataDir, "files"));
    const unknown = { organizationId: crypto.randomUUID(), sha256: "ab".repeat(32) };
    const path = join(dataDir, "theirs");
    await writeFile(path, "theirs");
    await storage.keep(unknown, path);
    await sweepAt(daysFromNow(400));
    expect(await storage.hashes(unknown.organizationId)).toEqual([unknown.sha256]);
  });
});

async function sweepAt(now: Date): Promise<void> {
  const storage = diskStorage(join(dataDir, "files"));
  const staging = join(dataDir, "incoming");
  await sweep(
    { client: database.client, storage, staging, log: pino({ level: "silent" }) },
    () => false,
    now,
  );
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 3_600_000);
}
