import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleanFileName, fileTypes, mediaTypeOf } from "./file-types";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const all = Object.keys(fileTypes);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasewise-types-"));
});

afterAll(async () => await rm(folder, { recursive: true }));

async function typeOf(name: string, content: string | Buffer, allowed: readonly string[] = all) {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, content);
  return await mediaTypeOf(path, name, allowed);
}

describe("a file is accepted", () => {
  test.each([
    ["chart.png", png, "image/png"],
    ["CHART.PNG", png, "image/png"],
    ["report.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "application/pdf"],
    ["results.csv", "metric,value\nf1,0.91\nÄpfel,3\n", "text/csv"],
    ["notes.md", "# Notes\n\n<b>bold</b> and `<script>` told of", "text/markdown"],
    ["empty.txt", "", "text/plain"],
    ["run.json", '{"f1": 0.91}', "application/json"],
  ])("as %s when its content is one", async (name, content, mediaType) => {
    expect(await typeOf(name, content)).toBe(mediaType);
  });
});

describe("a file is refused", () => {
  test.each([
    ["a picture that is a page", "chart.png", "<html><script>alert(1)</script></html>"],
    ["a picture that is a drawing with scripts", "chart.png", "<svg onload='alert(1)'/>"],
    ["a drawing", "chart.svg", "<svg/>"],
    ["a page", "page.html", "<p>Hello</p>"],
    ["text that is a page", "notes.txt", "\ufeff  <!DOCTYPE html><script>alert(1)</script>"],
    ["a table that is a drawing", "table.csv", "<?xml version='1.0'?><svg/>"],
    ["a table that is a picture", "table.csv", png],
    ["a report that is a picture", "report.pdf", png],
    ["text that is none", "notes.txt", Buffer.from([0x61, 0xff, 0xfe, 0x62])],
    ["text that is a program", "notes.txt", "MZ\u0000\u0003\u0000\u0000"],
    ["a program", "tool.exe", "MZ\u0000"],
    ["a name without an end", "README", "text"],
  ])("%s", async (_, name, content) => {
    await expect(typeOf(name, content)).rejects.toMatchObject({ code: "FILE_TYPE" });
  });

  test("whose kind this server does not allow", async () => {
    await expect(typeOf("chart.png", png, ["pdf"])).rejects.toThrow(/Accepted are: pdf/);
  });
});

test.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Users\\ada\\notes.txt", "notes.txt"],
  ["<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"],
  ['a"b\r\nset-cookie: x=1.csv', "a_bset-cookie_ x=1.csv"],
  ["gpj\u202e.png", "gpj.png"],
  ["...hidden.txt", "hidden.txt"],
  ["Ergebnis\u0308 über alles.PDF", "Ergebnis̈ über alles.pdf"],
  ["no end", ""],
  [".png", ""],
  [`${"x".repeat(400)}.json`, `${"x".repeat(110)}.json`],
])("the name %j is kept as %j", (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});
