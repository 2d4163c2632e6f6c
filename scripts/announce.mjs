// Steps announced in one friendly line each, with the time they took.
import { spawn } from "node:child_process";

/** A fault the person can act on: printed as its sentence, without a stack. */
export class PlainError extends Error {}

/**
 * @template Result
 * @param {string} title what happens now, as in "Building the app"
 * @param {() => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function announced(title, work) {
  const began = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(performance.now() - began)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs a program and keeps what it says to itself, unless it fails.
 *
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, cwd: string, failure: string }} options
 * @returns {Promise<void>}
 */
export function runQuietly([program = "", ...words], { env, cwd, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stopChild = passSignals(child);
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      stopChild();
      if (code === 0) return resolve();
      reject(new PlainError(`\n${Buffer.concat(said).toString().trim()}\n\n${failure}`));
    });
  });
}

/**
 * While the child runs, a signal meant for this process ends both. Answers the function that ends that arrangement.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
export function passSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    child.kill(signal);
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}

/**
 * The frame of every script: a fault becomes one sentence and exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function orExplain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exit(1);
  }
}
