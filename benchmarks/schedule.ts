// `npm run benchmark:schedule -- --set DIR --seconds S [--limit N] [--out FILE.json] [--seed N] [--write]`: levels every instance
// of a folder (PSPLIB `.sm`, iMOPSE `.def`) for S seconds on one thread and compares with bounds and with DIR-best-known.csv
// where that lies beside the folder. --limit takes N instances spread evenly over the set. Without --set it measures how soon
// the product's own problem has its first answer; with --portfolio how soon 50 projects together have one, and what improving brings.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bestKnown } from "./schedule/best-known";
import { firstAnswer, firstAnswers } from "./schedule/first-answers";
import { portfolioLevelling } from "./schedule/portfolio-levelling";
import { publishRow } from "./schedule/publish-row";
import { runInstance } from "./schedule/run-instance";
import { summarise } from "./schedule/summary";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    set: { type: "string" },
    seconds: { type: "string", default: "1" },
    limit: { type: "string" },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    plan: { type: "string" },
    portfolio: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

if (values.set) measureSet(values.set);
else if (values.portfolio)
  publishRow("the portfolio", portfolioLevelling(), "npm run benchmark:schedule -- --portfolio");
else if (values.plan) console.log(JSON.stringify(firstAnswer(values.plan)));
else publishRow("first answers", firstAnswers(), "npm run benchmark:schedule --");

function measureSet(set: string): void {
  const seconds = positive("seconds", values.seconds);
  const directory = resolve(set);
  const prefixes = values.only?.split(",").map((prefix) => `${prefix}_`);
  const all = readdirSync(directory)
    .filter((file) => [".sm", ".def"].includes(extname(file)))
    .filter((file) => !prefixes || prefixes.some((prefix) => file.startsWith(prefix)))
    .sort(new Intl.Collator("en", { numeric: true }).compare);
  if (all.length === 0) throw new Error(`${directory} holds no .sm or .def file.`);
  const files = values.limit ? spread(all, positive("limit", values.limit)) : all;
  const csv = `${directory}-best-known.csv`;
  const known = bestKnown(existsSync(csv) ? readFileSync(csv, "utf8") : "");
  const results = files.map((file, place) => {
    const text = readFileSync(join(directory, file), "utf8");
    const result = runInstance(file, text, seconds, positive("seed", values.seed));
    if (process.stderr.isTTY) process.stderr.write(`\r${place + 1} of ${files.length}`);
    for (const fault of result.faults) console.log(`${result.instance}: ${fault}`);
    return result;
  });
  const name = basename(directory);
  const command = [
    `npm run benchmark:schedule -- --set ${name} --seconds ${seconds}`,
    ...(values.only ? [`--only ${values.only}`] : []),
    ...(values.limit ? [`--limit ${values.limit}`] : []),
  ].join(" ");
  if (values.out) {
    const rows = results.map(({ instance, makespan, starts, people }) =>
      people ? { instance, makespan, starts, people } : { instance, makespan, starts },
    );
    writeFileSync(values.out, `${JSON.stringify(rows)}\n`);
  }
  publishRow(name, summarise(results, known, all.length), command);
  if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

function spread<T>(all: readonly T[], count: number): T[] {
  const taken = Math.min(Math.floor(count), all.length);
  return Array.from({ length: taken }, (_, place) => all[Math.floor((place * all.length) / taken)]).filter(
    (item) => item !== undefined,
  );
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be more than 0, not "${text}".`);
  return value;
}
