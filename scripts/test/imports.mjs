// Who imports whom, by the rules of .dependency-cruiser.cjs; and what the files of a feature may be called.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, format } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "../prepare.mjs";

const generated = "src/platform/db/generated/";
const wordsOfAFeature =
  /^src\/features\/[^/]+\/((.+\.)?(schema|router|service|queries)\.ts|[a-z-]+-rules\.ts|ui\/.+|.+\.test\.tsx?)$/;
/** What the sample workspace is told from: data, not code. */
const storiesOfTheSample = /^src\/features\/sample\/([a-z]+\.ts$|projects\/)/;

process.chdir(root);
const { options, ...ruleSet } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs"));
const { output } = await cruise(
  ["src"],
  { ...options, ruleSet, validate: true },
  {},
  { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
);
if (typeof output === "string") throw new Error("dependency-cruiser answered text instead of its result");

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.replaceAll("\\", "/")}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !path.startsWith(generated));
const read = new Set(output.modules.map((module) => module.source));
const faults = [
  // A compiler it does not understand makes dependency-cruiser read nothing and find nothing wrong.
  ...files.filter((path) => !read.has(path)).map((path) => `${path}: dependency-cruiser did not read it`),
  ...files
    .filter((path) => path.startsWith("src/features/"))
    .filter((path) => !wordsOfAFeature.test(path) && !storiesOfTheSample.test(path))
    .map(
      (path) =>
        `${path}: a feature's files are schema, router, service, queries (or <part>.service.ts, …) and ui/`,
    ),
];
const { output: report } = await format(output, { outputType: "err" });
console.log(report);
for (const fault of faults) console.log(`  error ${fault}`);
const hasRead = files.length > 0 && output.summary.totalDependenciesCruised > files.length / 2;
if (!hasRead) console.log("  error too few imports were read for the rules to mean anything");
process.exit(output.summary.error > 0 || faults.length > 0 || !hasRead ? 1 : 0);
