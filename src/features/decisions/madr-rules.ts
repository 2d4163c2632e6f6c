import { day, oneLine, partsOf, type RecordPart, statusOf } from "./record-text-rules";
import type { DecisionRecord } from "./records.queries";

/**
 * A decision as a file of a repository: Markdown Any Decision Records (MADR 4.0, https://adr.github.io/madr/), with what Phasewise
 * knows beside: who stood where, what was scored and shown, and what the choice did to the plan.
 */
export function toMadr(record: DecisionRecord, format: { money: (minor: number) => string }): string {
  return `${[frontMatter(record), ...partsOf(record, format).map(toMarkdown)].join("\n\n")}\n`;
}

/** `sup-0003-which-model-do-we-start-from.md`: sorts by number, reads by itself. */
export function madrFileName(record: DecisionRecord): string {
  return `${recordName(record)}.md`;
}

export function recordName({ project, number, question }: DecisionRecord): string {
  const words = question
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const short = [...words].slice(0, 60).join("").replace(/-+$/, "");
  return `${project.key.toLowerCase()}-${String(number).padStart(4, "0")}${short === "" ? "" : `-${short}`}`;
}

/** What a folder of decisions begins with. */
export function madrIndex(records: readonly DecisionRecord[]): string {
  const rows = records.map(
    (record) =>
      `| [${cell(`${record.project.key} D-${record.number}`)}](${madrFileName(record)}) | ${cell(record.question)} | ${cell(statusOf(record))} | ${record.standing === null ? "" : cell(record.standing.option)} |`,
  );
  return `# Decisions\n\n| decision | question | status | chosen |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function frontMatter(record: DecisionRecord): string {
  const { standing } = record;
  const people = (names: readonly string[]) => `[${names.map(quoted).join(", ")}]`;
  return [
    "---",
    `status: ${quoted(statusOf(record))}`,
    `date: ${day(standing?.decidedAt ?? record.askedAt)}`,
    `decision-makers: ${people([standing?.decidedBy ?? record.owner])}`,
    `consulted: ${people(record.consulted)}`,
    "---",
  ].join("\n");
}

function toMarkdown(part: RecordPart): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.level)} ${part.text}`;
    case "text":
      return part.text;
    case "list":
      return part.items.map((item) => `* ${item}`).join("\n");
  }
}

/** A pipe would end the cell. */
function cell(text: string): string {
  return oneLine(text).replaceAll("|", "\\|");
}

/** YAML reads a JSON string as itself. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
