import { publishSection } from "../support/results-section";
import type { Figures } from "./summary";

/** A set is measured at a time, on whatever machine has it: each has a section of its own. */
export function publishRow(name: string, figures: Figures, command: string): void {
  const rows = figures.map(([what, value]) => `| ${what} | ${value} |`).join("\n");
  publishSection(`levelling-${name.replaceAll(" ", "-")}`, {
    title: `Levelling: ${name}`,
    markdown: `| | |\n| --- | --- |\n${rows}`,
    command,
  });
}
