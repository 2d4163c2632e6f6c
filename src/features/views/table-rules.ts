import type { ShownRow } from "@/features/portfolio/shown.queries";
import { type PhaseId, phaseNames } from "@/planning";
import { formatDate, formatMoney, formatPersonDays, minorDigits } from "@/ui/format";

/** What a view shows, as a table: the same in every file, in mail and behind a share link. */
export type ViewTable = {
  readonly name: string;
  readonly asOf: string;
  readonly currency: string;
  readonly rows: readonly ShownRow[];
};

type Value = string | number | null;

export type ViewColumn = {
  readonly title: string;
  readonly kind: "text" | "date" | "count" | "days" | "money";
  /** Money in minor units, a day in ISO form. */
  readonly valueIn: (row: ShownRow) => Value;
  /** In characters of a spreadsheet. */
  readonly width: number;
  /** Whether adding the rows up says something. */
  readonly isSummed: boolean;
};

const column = (
  title: string,
  kind: ViewColumn["kind"],
  width: number,
  valueIn: ViewColumn["valueIn"],
  isSummed = false,
): ViewColumn => ({ title, kind, width, valueIn, isSummed });

export const columns: readonly ViewColumn[] = [
  column("Project", "text", 34, (row) => row.name),
  column("Key", "text", 9, (row) => row.key),
  column("Owner", "text", 22, (row) => row.ownerName),
  column("Team", "text", 18, (row) => row.teamName),
  column("Phase", "text", 22, (row) => phaseName(row.phase)),
  column("Health", "text", 12, (row) => row.health),
  column("Finish P50", "date", 13, (row) => row.finishP50),
  column("Finish P80", "date", 13, (row) => row.finishP80),
  column("Finish P95", "date", 13, (row) => row.finishP95),
  column("Target", "date", 13, (row) => row.targetOn),
  column("Open decisions", "count", 10, (row) => row.openDecisions, true),
  column("Oldest decision, days", "count", 10, (row) => row.oldestDecisionDays),
  column("Effort P50, person-days", "days", 12, (row) => row.effortPersonDays, true),
  column("Cost P80", "money", 15, (row) => row.costMinor, true),
  column("Budget", "money", 15, (row) => row.budgetMinor, true),
];

export function titleOf({ kind, title }: ViewColumn, currency: string): string {
  return kind === "money" ? `${title}, ${currency}` : title;
}

/** A value as a program reads it: money in major units, days to the hundredth. */
export function plainValue(column: ViewColumn, row: ShownRow, currency: string): Value {
  const value = column.valueIn(row);
  if (typeof value !== "number") return value;
  if (column.kind === "money") return value / 10 ** minorDigits(currency);
  return column.kind === "days" ? Math.round(value * 100) / 100 : value;
}

/** A value as the page writes it. */
export function toldValue(column: ViewColumn, value: Value, currency: string): string {
  if (value === null) return "–";
  if (column.kind === "date") return formatDate(String(value));
  if (typeof value === "string") return value;
  if (column.kind === "money") return formatMoney(value, currency, { compact: true });
  return column.kind === "days" ? formatPersonDays(value, { short: true }) : String(value);
}

/** What all rows come to; null where nothing is summed. */
export function sumOf({ isSummed, valueIn }: ViewColumn, rows: readonly ShownRow[]): number | null {
  if (!isSummed) return null;
  return rows.reduce((sum, row) => sum + Number(valueIn(row) ?? 0), 0);
}

export function phaseName(phase: PhaseId | "launched"): string {
  return phase === "launched" ? "Launched" : phaseNames[phase];
}
