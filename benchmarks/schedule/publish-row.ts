import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { publishSection } from "../support/results-section";
import type { Figures } from "./summary";

const kept = "dist/benchmarks/levelling.json";

interface Row {
  readonly figures: Figures;
  readonly command: string;
  readonly commit: string;
}

/** A set is measured at a time: what was measured before is kept beside the build, and the section is made of all of it. */
export function publishRow(name: string, figures: Figures, command: string, write: boolean): void {
  if (!write) {
    console.log(table(name, { figures, command, commit: "" }));
    return;
  }
  const rows: Record<string, Row> = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
  rows[name] = {
    figures,
    command,
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  };
  mkdirSync("dist/benchmarks", { recursive: true });
  writeFileSync(kept, JSON.stringify(rows));
  const markdown = Object.entries(rows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, row]) => table(title, row))
    .join("\n");
  publishSection("levelling", { title: "Levelling", markdown: `${introduction}\n${markdown}` });
}

const introduction = `One thread, seed 1. The sets are PSPLIB (Kolisch & Sprecher 1996) and iMOPSE (Myszkowski et al.); they are not part of the
repository. What the rules are and what was tried is in docs/PLANNING.md.
`;

function table(title: string, { figures, command, commit }: Row): string {
  const rows = figures.map(([what, value]) => `| ${what} | ${value} |`).join("\n");
  return `### ${title}\n\n\`${command}\`${commit ? `, commit ${commit}` : ""}\n\n| | |\n| --- | --- |\n${rows}\n`;
}
