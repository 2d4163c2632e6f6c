// `npm run check:figures`: makes the plan of every project anew and compares it with what is stored, in the configured database or
// the embedded one, also while Phasewise runs. Changes nothing; ends with 1 where a figure is not what its plan gives.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { announced, orExplain } from "./announce.mjs";
import { generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

const outfile = join(root, "dist/check-figures.mjs");

await orExplain(async () => {
  requireNode();
  process.chdir(root);
  await oneAtATime(async () => {
    await install();
    await generate();
    await announced("Building the check", async () => {
      const { build, stop } = await import("esbuild");
      const { bundleOf } = await import("./server-bundle.mjs");
      await build(bundleOf("src/check-figures.ts", outfile));
      await stop();
    });
  });
  console.log("Checking stored figures against plans made anew; nothing is changed.");
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(outfile).href);
});
