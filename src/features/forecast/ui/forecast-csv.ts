import type { Forecast } from "@/planning";
import { minorDigits } from "@/ui/format";

/** Every figure at every chance that the forecast keeps, one a line: for a spreadsheet. Money in major units. */
export function forecastCsv(forecast: Forecast, currency: string): string {
  const { finishTable, spread } = forecast;
  const digits = minorDigits(currency);
  const percent = (step: number, steps: number) => (step / steps) * 100;
  const lines = [
    ["figure", "unit", "chance not to exceed, %", "value"],
    ...finishTable.map((day, step) => ["finish", "date", percent(step, finishTable.length - 1), day]),
    ...spread.effortPersonDays.table.map((value, step) => ["effort", "person-days", step, value]),
    ...spread.costMinor.table.map((value, step) => [
      "cost",
      currency,
      step,
      (value / 10 ** digits).toFixed(digits),
    ]),
    ...spread.machineHours.table.map((value, step) => ["machine time", "accelerator-hours", step, value]),
  ];
  return `${lines.map((cells) => cells.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

function cellOf(cell: string | number): string {
  const text = String(cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
