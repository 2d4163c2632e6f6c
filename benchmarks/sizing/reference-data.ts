import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The published figures are not part of the repository: their collection has no licence that was seen. */
const referenceVariable = "PHASEWISE_SIZING_REFERENCE";

const number = z.coerce.number();
const maybeNumber = z.union([z.literal("").transform(() => null), number]);

const trainingRun = z.object({
  model: z.string(),
  published: z.iso.date(),
  parameters: number,
  tokens_seen: number,
  accelerator: z.string(),
  accelerators: maybeNumber,
  accelerator_hours: number,
  training_flop: number,
});
export type TrainingRun = z.infer<typeof trainingRun>;

const figure = z.object({
  quantity: z.string(),
  model: z.string(),
  setting: z.string(),
  value: z.string().transform((text) => text.split(";").map(Number)),
  tolerance: number,
});
export type PublishedFigure = z.infer<typeof figure>;

export function readReference(): { runs: readonly TrainingRun[]; figures: readonly PublishedFigure[] } {
  const folder = referenceFolder();
  return {
    runs: z.array(trainingRun).parse(readTable(join(folder, "training-runs.csv"))),
    figures: z.array(figure).parse(readTable(join(folder, "memory-and-compute.csv"))),
  };
}

function referenceFolder(): string {
  const at = process.argv.indexOf("--data");
  const folder = at >= 0 ? process.argv[at + 1] : process.env[referenceVariable];
  const files = ["training-runs.csv", "memory-and-compute.csv"];
  if (folder && files.every((file) => existsSync(join(folder, file)))) return folder;
  console.error(
    `${folder ? `${folder} does not hold` : "Nobody said where to find"} the published figures, ${files.join(" and ")}.\n` +
      `Name their folder: npm run validate:sizing -- --data FOLDER, or set ${referenceVariable}.`,
  );
  process.exit(1);
}

function readTable(file: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(readFileSync(file, "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place] ?? ""])));
}

/** Comma-separated values with quoted fields (RFC 4180), one row per line. */
export function parseCsv(text: string): string[][] {
  const commaOutsideQuotes = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.split(commaOutsideQuotes).map(unquoted));
}

function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field.trim();
}
