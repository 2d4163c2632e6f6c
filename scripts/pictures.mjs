// `npm run pictures`: the pictures of the README and of docs/LEADS.md, taken of the sample workspace in a real browser, light and dark.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announced, orExplain, PlainError } from "./announce.mjs";
import { build, generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

const folder = join(root, "docs/pictures");
const mostBytes = 400_000;

/** @typedef {import("@playwright/test").Page} Page */

/**
 * `height` is for what shows more than a screen at once.
 *
 * @type {{ name: string, path: string, height?: number, prepare?: (page: Page) => Promise<void> }[]}
 */
const screens = [
  { name: "home", path: "", height: 1_000 },
  { name: "portfolio", path: "portfolio", prepare: waitForPictures },
  { name: "decision", path: "projects/CLN/decisions/5", prepare: waitForDecision },
  {
    name: "portfolio-figure",
    path: "portfolio?show=phase:model-alignment&sort=part",
    height: 1_250,
    prepare: waitForPictures,
  },
  { name: "heat-map", path: "expertise", height: 1_760, prepare: openShortWeek },
  { name: "schedule", path: "portfolio/schedule", height: 1_640, prepare: compareSchedule },
  { name: "decide-next", path: "decisions/next" },
  { name: "learn", path: "learn?by=technique" },
];

await orExplain(async () => {
  requireNode();
  process.chdir(root);
  await oneAtATime(async () => {
    await install();
    await generate();
    await build();
  });
  const { chromium } = await import("@playwright/test");
  const { findBrowser } = await import("./test/browser.mjs");
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  mkdirSync(folder, { recursive: true });
  try {
    await withServer(async (url) => {
      for (const theme of /** @type {const} */ (["light", "dark"])) {
        await announced(`Taking pictures, ${theme}`, () => takePictures(browser, url, theme));
      }
    });
  } finally {
    await browser.close();
  }
});

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {"light" | "dark"} theme
 */
async function takePictures(browser, url, theme) {
  const page = await browser.newPage({ colorScheme: theme, viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: /Mara Okafor/ }).click();
  await page.waitForURL(/\/w\//);
  for (const { name, path, height = 900, prepare } of screens) {
    await page.setViewportSize({ width: 1440, height });
    await page.goto(`${url}/w/northwind-ai/${path}`);
    await prepare?.(page);
    await page.evaluate(() => document.fonts.ready);
    const file = join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path: file, animations: "disabled" });
    if (statSync(file).size > mostBytes) throw new PlainError(`${file} is larger than ${mostBytes} bytes.`);
  }
  await page.close();
}

/**
 * React shows what the server drew a moment after the page has come.
 *
 * @param {Page} page
 */
async function waitForPictures(page) {
  await page.getByRole("list", { name: "Effort by phase" }).waitFor();
}

/** @param {Page} page */
async function waitForDecision(page) {
  await page.getByText("Left open,").first().waitFor();
  await page.getByText("Add evidence").first().waitFor();
}

/** @param {Page} page */
async function openShortWeek(page) {
  const map = page.getByRole("table", { name: "Expertise by week" });
  await map
    .getByRole("link", { name: /person-days? short$/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "What asks for it" }).waitFor();
  // What closes the gap is levelled while one reads.
  await page.getByRole("list", { name: "Options and their effect on dates" }).waitFor({ timeout: 60_000 });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/**
 * Levels all projects and keeps that, unless an earlier picture has.
 *
 * @param {Page} page
 */
async function compareSchedule(page) {
  const kept = page.getByRole("checkbox", { name: "Compare As levelled" });
  if ((await kept.count()) === 0) {
    await page.getByRole("button", { name: "Level all projects" }).click();
    await page.getByText(/schedules tried/).waitFor();
    const stop = page.getByRole("button", { name: "Stop" });
    if (await stop.isVisible()) await stop.click();
    await page.getByText(/^Levelled\./).waitFor();
    await page.getByRole("button", { name: "Keep…" }).click();
    await page.getByLabel("Name of the schedule").fill("As levelled");
    await page.keyboard.press("Enter");
  }
  await kept.check();
  const compared = page.getByRole("table", { name: "Today's plans and kept schedules" });
  await compared.waitFor();
  // With nothing in it that is gone a moment later.
  await page.reload();
  await kept.check();
  await compared.waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** @param {(url: string) => Promise<void>} work */
async function withServer(work) {
  const dataDir = mkdtempSync(join(tmpdir(), "phasewise-pictures-"));
  // When root runs this the database runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      PHASEWISE_DATA_DIR: dataDir,
      DATABASE_URL: "",
    },
  });
  const ended = once(server, "close");
  try {
    for await (const words of server.stdout) if (/is running at/.test(String(words))) break;
    await work(url);
  } finally {
    server.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new PlainError("There is no free port.");
  return address.port;
}
