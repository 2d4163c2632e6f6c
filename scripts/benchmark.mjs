// `npm run benchmark -- portfolio`: runs benchmarks/portfolio.ts as the server is run, bundled, in production mode. With --write
// it also puts what it measured into benchmarks/RESULTS.md.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { orExplain, PlainError } from "./announce.mjs";
import { generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

await orExplain(async () => {
  requireNode();
  process.chdir(root);
  const names = readdirSync("benchmarks")
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  const name = process.argv[2] ?? "";
  if (!names.includes(name)) {
    throw new PlainError(`Name one of the benchmarks: ${names.join(", ")}.`);
  }
  await oneAtATime(async () => {
    await install();
    await generate();
  });
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  const outfile = join(root, `dist/benchmarks/${name}.mjs`);
  const { build, stop } = await import("esbuild");
  const { bundleOf } = await import("./server-bundle.mjs");
  await build(bundleOf(`benchmarks/${name}.ts`, outfile));
  await stop();
  await import(pathToFileURL(outfile).href);
});
