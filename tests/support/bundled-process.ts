import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleOf } from "../../scripts/server-bundle.mjs";

const root = join(import.meta.dirname, "../..");

export interface BundledProcess {
  readonly child: ChildProcess;
  /** What it printed so far, on both streams. */
  output(): string;
  /** Waits until it has printed the words; fails when it ends first. */
  said(words: RegExp): Promise<RegExpMatchArray>;
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Bundles a source file as `npm start` bundles the server, below the checkout so that packages are found. */
export async function bundle(entry: string, name: string): Promise<string> {
  const outfile = join(root, "node_modules/.cache/phasewise-tests", `${process.pid}-${name}.mjs`);
  mkdirSync(join(outfile, ".."), { recursive: true });
  await build(bundleOf(entry, outfile));
  return outfile;
}

/** Runs a script in a process of its own, so that a test can end it the hard way. */
export function run(script: string, words: string[], env: Record<string, string> = {}): BundledProcess {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += String(chunk);
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    output: () => text,
    ended: () => ended,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(text);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying ${words}:\n${text}`)));
      }),
  };
}
