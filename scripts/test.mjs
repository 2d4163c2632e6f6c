// `npm test`: everything, in order, and one last line that sums it up. A step that fails does not stop the next.
// While developing: npm test -- --only=unit,imports      npm test -- --only=integration tests/integration/start.test.ts
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { orExplain, PlainError, passSignals, seconds } from "./announce.mjs";
import { build, generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

/** @typedef {import("./test/results.mjs").Count} Count */

const reports = join(root, "test-results");
const words = process.argv.slice(2);
const wanted = words
  .find((word) => word.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const forRunner = words.filter((word) => !word.startsWith("--only="));

/** @type {{ name: string, title: string, run: () => Promise<Count> }[]} */
const steps = [
  {
    name: "lint",
    title: "Format and lint",
    run: () => check(["@biomejs/biome/bin/biome", "ci", "--error-on-warnings"]),
  },
  { name: "types", title: "Types", run: checkTypes },
  { name: "imports", title: "Who imports whom", run: () => check(["../scripts/test/imports.mjs"]) },
  { name: "dead-code", title: "Dead code", run: () => check(["knip/bin/knip.js"]) },
  { name: "unit", title: "Unit and property tests", run: () => vitest("unit") },
  { name: "integration", title: "Integration tests on PostgreSQL", run: () => vitest("integration") },
  { name: "build", title: "Production build", run: checkBuild },
  { name: "e2e", title: "Browser tests on the production build", run: playwright },
];

await orExplain(async () => {
  requireNode();
  process.chdir(root);
  const unknown = wanted?.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new PlainError(
      `There is no step ${unknown}; there are ${steps.map(({ name }) => name).join(", ")}.`,
    );
  await oneAtATime(async () => {
    await install();
    await generate();
  });
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  for (const { title, run } of steps.filter(({ name }) => !wanted || wanted.includes(name))) {
    const began = performance.now();
    console.log(`\n── ${title} ${"─".repeat(Math.max(2, 90 - title.length))}`);
    const count = await run().catch((error) => {
      console.error(error instanceof PlainError ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    console.log(
      `${title}: ${count.passed} passed, ${count.failed} failed (${seconds(performance.now() - began)})`,
    );
    if (count.failed > 0) failures.push([title, ...(count.failures ?? [])].join("\n  "));
    total.passed += count.passed;
    total.failed += count.failed;
  }
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** @param {string[]} command */
async function check(command) {
  return outcome(await succeeds(command));
}

async function checkTypes() {
  // Next writes the types of the routes that exist.
  const wrote = await succeeds(["next/dist/bin/next", "typegen"]);
  return outcome(wrote && (await succeeds(["typescript/bin/tsc", "--noEmit", "--project", "."])));
}

async function checkBuild() {
  await oneAtATime(build);
  return outcome(true);
}

/** @param {string} project */
async function vitest(project) {
  const { vitestCount } = await import("./test/results.mjs");
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const command = ["vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json"];
  return vitestCount(report, await succeeds([...command, `--outputFile.json=${report}`, ...forRunner]));
}

async function playwright() {
  const { findBrowser } = await import("./test/browser.mjs");
  const { playwrightCount } = await import("./test/results.mjs");
  const report = join(reports, "e2e.json");
  rmSync(report, { force: true });
  const dataDir = mkdtempSync(join(tmpdir(), "phasewise-e2e-"));
  // When root runs the tests the database runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  try {
    const succeeded = await succeeds(
      ["@playwright/test/cli.js", "test", "--reporter=list,json", ...forRunner],
      {
        PHASEWISE_BROWSER: await findBrowser(),
        PHASEWISE_E2E_PORT: String(await freePort()),
        PHASEWISE_E2E_MAIL_PORT: String(await freePort()),
        PHASEWISE_E2E_DATA_DIR: dataDir,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
    return playwrightCount(report, succeeded);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Runs a package's program where everybody can see it.
 *
 * @param {string[]} command the program below node_modules, and its words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>}
 */
function succeeds([program = "", ...programWords], env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...programWords], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, TZ: "Asia/Kathmandu", NEXT_TELEMETRY_DISABLED: "1", ...env },
    });
    const stopChild = passSignals(child);
    child.on("error", reject);
    child.on("close", (code) => {
      stopChild();
      resolve(code === 0);
    });
  });
}

/** @param {boolean} passed */
function outcome(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** @returns {Promise<number>} */
function freePort() {
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
