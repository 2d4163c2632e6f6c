// What must be there before Phasewise runs: packages, the Prisma client, the build. Each is made only when it is
// missing or older than its sources. Nothing here may import a package at the top: none may be installed yet.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { takeProcessLock } from "../src/platform/process-lock.mjs";
import { announced, PlainError, runQuietly } from "./announce.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];
const generated = "src/platform/db/generated";
const generateStamp = join(root, generated, ".stamp");
const buildStamp = join(root, "dist/build-stamp");

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new PlainError(
    `Phasewise needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`,
  );
}

/**
 * Two copies started in one checkout prepare it one after the other; the second finds everything done.
 *
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(work) {
  mkdirSync(join(root, "dist"), { recursive: true });
  const path = join(root, "dist/prepare.lock");
  let lock = takeProcessLock(path);
  if (!lock.taken) {
    const { heldBy } = lock;
    await announced(`Waiting for process ${heldBy}, which is building here`, async () => {
      while (!lock.taken) {
        await wait(300);
        lock = takeProcessLock(path);
      }
    });
  }
  try {
    await work();
  } finally {
    if (lock.taken) lock.release();
  }
}

export async function install() {
  if (isInstalled()) return;
  await announced("Installing packages", () =>
    runQuietly([...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"], {
      cwd: root,
      failure:
        "The packages could not be installed; check the connection to the npm registry and start again.",
    }),
  );
}

export async function generate() {
  const prisma = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8")).version;
  const wanted = hash(["prisma/schema.prisma"], prisma);
  if (read(generateStamp) === wanted) return;
  await announced("Generating the database client", () =>
    runQuietly([process.execPath, "node_modules/prisma/build/index.js", "generate"], {
      cwd: root,
      env: {
        // Prisma would download an engine that generating does not use; any program that exists will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
      failure: "The database client could not be generated from prisma/schema.prisma.",
    }),
  );
  writeFileSync(generateStamp, wanted);
}

export async function build() {
  const wanted = hash(
    [
      "src",
      "public",
      "prisma/schema.prisma",
      "package-lock.json",
      "next.config.mjs",
      "postcss.config.mjs",
      "tsconfig.json",
    ],
    process.version,
  );
  const isWhole =
    existsSync(join(root, "dist/main.mjs")) &&
    existsSync(join(root, "dist/levelling.worker.mjs")) &&
    existsSync(join(root, "dist/gap.worker.mjs")) &&
    existsSync(join(root, ".next/BUILD_ID"));
  if (isWhole && read(buildStamp) === wanted) return;
  rmSync(buildStamp, { force: true });
  await announced("Building the screens", () => buildScreens());
  await announced("Building the server", async () => {
    const { build: bundle, stop } = await import("esbuild");
    const { serverBundle } = await import("./server-bundle.mjs");
    await bundle(serverBundle("dist/main.mjs"));
    await stop();
  });
  writeFileSync(buildStamp, wanted);
}

async function buildScreens() {
  // Turbopack keeps a failed build of the style sheets and repeats it: every build starts clean.
  rmSync(join(root, ".next"), { recursive: true, force: true });
  await runQuietly([process.execPath, "node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    failure: "The screens could not be built.",
  });
}

/**
 * npm writes down what it installed. It is complete when it holds every package of the lock file, in that version;
 * a package for another system only is optional and may be missing.
 */
function isInstalled() {
  const installed = read(join(root, "node_modules/.package-lock.json"));
  if (installed === undefined) return false;
  const there = JSON.parse(installed).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || there[path]?.version === version || ((optional || devOptional) && !there[path]),
  );
}

/** The npm that runs this script, or the one on the PATH. */
function npm() {
  const runner = process.env.npm_execpath;
  return runner?.endsWith("npm-cli.js") ? [process.execPath, runner] : ["npm"];
}

/**
 * One hash over the files' paths and contents. Tests and what is generated do not go into a build.
 *
 * @param {string[]} paths
 * @param {string} salt
 */
function hash(paths, salt) {
  const sum = createHash("sha256").update(salt);
  for (const path of paths.flatMap(filesBelow).sort())
    sum
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return sum.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (path === generated || /\.test\.tsx?$/.test(path)) return [];
  try {
    return readdirSync(join(root, path)).flatMap((name) => filesBelow(`${path}/${name}`));
  } catch {
    return existsSync(join(root, path)) ? [path] : [];
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
