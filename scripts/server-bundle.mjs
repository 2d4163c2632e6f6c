// How code of the process becomes one file: ours in it, packages beside it.
import { basename, dirname } from "node:path";
import { root } from "./prepare.mjs";

/**
 * The process, beside it what it runs in threads of their own, and what whoever runs it may start by hand.
 * @param {string} main the process's file, in dist
 * @returns {import("esbuild").BuildOptions}
 */
export function serverBundle(main) {
  const { outfile: _, ...options } = bundleOf("src/main.ts", main);
  return {
    ...options,
    entryPoints: {
      [basename(main, ".mjs")]: "src/main.ts",
      "levelling.worker": "src/levelling.worker.ts",
      "gap.worker": "src/gap.worker.ts",
      "check-figures": "src/check-figures.ts",
    },
    outdir: dirname(main),
    outExtension: { ".js": ".mjs" },
  };
}

/**
 * @param {string} entry
 * @param {string} outfile
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOf(entry, outfile) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    logLevel: "warning",
  };
}
