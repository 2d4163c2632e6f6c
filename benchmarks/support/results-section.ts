// Every benchmark prints what it measured and, when asked with --write, puts it into its own section of RESULTS.md.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";

const file = "benchmarks/RESULTS.md";

/**
 * Prints `markdown`, and with --write replaces the text between `<!-- NAME:begin -->` and `<!-- NAME:end -->` of RESULTS.md. A
 * section that is not there yet is added at the end under `title`. The section ends with what it was measured on and how to
 * measure it again.
 */
export function publishSection(
  name: string,
  section: { title: string; markdown: string; command?: string },
): void {
  const command = section.command ?? `npm run benchmark -- ${process.argv[2]}`;
  const body = `${section.markdown.trim()}\n\n${measuredOn(command)}`;
  console.log(`\n${body}`);
  if (!process.argv.includes("--write")) return;
  writeFileSync(file, withSection(readFileSync(file, "utf8"), name, { title: section.title, body }));
  // The tables come without their columns aligned, and the check of formats reads this file too.
  execFileSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "format", "--write", file], {
    stdio: "ignore",
  });
  console.log(`\nWritten to ${file}.`);
}

export function withSection(text: string, name: string, section: { title: string; body: string }): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  const filled = `${begin}\n\n${section.body}\n\n${end}`;
  if (from < 0 && to < 0) return `${text.trimEnd()}\n\n## ${section.title}\n\n${filled}\n`;
  if (from < 0 || to < from) throw new Error(`${file} has half of the section ${name}: ${begin} and ${end}.`);
  return `${text.slice(0, from)}${filled}${text.slice(to + end.length)}`;
}

/** What the figures depend on besides the code: no date, since the commit has one. */
function measuredOn(command: string): string {
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  return `Measured by \`${command} --write\` at ${commit()} on ${processor}, ${availableParallelism()} cores, Node ${process.version}.`;
}

function commit(): string {
  const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();
  const isChanged = git("status", "--porcelain", "--untracked-files=no", "--", ".", `:!${file}`) !== "";
  return `commit ${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
}
