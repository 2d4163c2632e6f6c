// A Chromium for the browser tests: the one that is there, else Playwright's, else Debian's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { announced, PlainError, runQuietly } from "../announce.mjs";
import { root } from "../prepare.mjs";

// The shell draws pages and nothing around them: a whole browser spends as much again on its own windows.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const playwright = [process.execPath, "node_modules/@playwright/test/cli.js"];

/** @returns {Promise<string>} the path of the browser's program */
export async function findBrowser() {
  const named = process.env.PHASEWISE_BROWSER || process.env.CHROME;
  if (named && !existsSync(named))
    throw new PlainError(`PHASEWISE_BROWSER is ${named}, where there is no program.`);
  const found = named || onPath() || (await playwrightsOwn()) || (await debians());
  if (found) return found;
  throw new PlainError(
    "No browser was found and none could be installed; install Chromium or name one with PHASEWISE_BROWSER=/path/to/chromium.",
  );
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  await announced("Downloading a browser", () =>
    runQuietly([...playwright, "install", "chromium"], {
      cwd: root,
      failure: "The browser could not be downloaded.",
    }),
  ).catch(() => {});
  return existsSync(path) ? path : undefined;
}

async function debians() {
  const isDebian = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!isDebian) return undefined;
  const install = "apt-get install -y --no-install-recommends";
  // Older releases have no package of the shell alone.
  const packages = `apt-get update && (${install} chromium-headless-shell || ${install} chromium)`;
  await announced("Installing Chromium from Debian", () =>
    runQuietly(["sh", "-c", packages], {
      cwd: root,
      env: { DEBIAN_FRONTEND: "noninteractive" },
      failure: "Chromium could not be installed.",
    }),
  ).catch(() => {});
  return onPath();
}
