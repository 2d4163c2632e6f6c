// How code of the process becomes one file: ours in it, packages beside it.
import { root } from "./prepare.mjs";

/** @param {string} outfile */
export function serverBundle(outfile) {
  return bundleOf("src/main.ts", outfile);
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
