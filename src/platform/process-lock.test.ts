import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeProcessLock } from "./process-lock.mjs";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "phasewise-lock-"));
  path = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("a process lock", () => {
  test("is held by one process until that one lets go", () => {
    const first = takeProcessLock(path);
    expect(first.taken).toBe(true);
    expect(takeProcessLock(path)).toEqual({ taken: false, heldBy: process.pid });
    if (first.taken) first.release();
    expect(takeProcessLock(path).taken).toBe(true);
  });

  test.each([
    ["its holder is dead", () => JSON.stringify({ pid: deadPid(), started: "1" })],
    [
      "its holder's number was given to another process",
      () => JSON.stringify({ pid: process.pid, started: "1" }),
    ],
    ["its content makes no sense", () => "{"],
    ["it is empty", () => ""],
  ])("is free when %s", (_, content) => {
    writeFileSync(path, content());
    expect(takeProcessLock(path).taken).toBe(true);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
  });

  test("is not released by somebody who lost it", () => {
    const lost = takeProcessLock(path);
    const others = JSON.stringify({ pid: 1, started: "1" });
    writeFileSync(path, others);
    if (lost.taken) lost.release();
    expect(readFileSync(path, "utf8")).toBe(others);
  });

  test("leaves no other file behind", () => {
    writeFileSync(path, "{");
    takeProcessLock(path);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });
});
