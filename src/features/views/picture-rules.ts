import { formatCount, formatDate } from "@/ui/format";
import { columns, sumOf, titleOf, toldValue, type ViewTable } from "./table-rules";

const line = 26;
const head = 92;
const perCharacter = 6.4;
const ink = "#1c1b19";
const muted = "#615c54";

/** The view as one picture on white, whichever theme the page has. */
export function toPicture(table: ViewTable): { svg: string; width: number; height: number } {
  const { rows, currency } = table;
  const told = rows.map((row) => columns.map((column) => toldValue(column, column.valueIn(row), currency)));
  const sums = columns.map((column, place) => {
    const sum = sumOf(column, rows);
    return place === 0 ? "Sum" : sum === null ? "" : toldValue(column, sum, currency);
  });
  const titles = columns.map((column) => titleOf(column, currency));
  const widths = titles.map((title, place) => {
    const longest = Math.max(...[...told, sums].map((cells) => [...(cells[place] ?? "")].length));
    return Math.min(300, Math.max([...title].length, longest) * perCharacter + 18);
  });
  const lefts = widths.map((_, place) => 20 + widths.slice(0, place).reduce((sum, width) => sum + width, 0));
  const width = Math.ceil(40 + widths.reduce((sum, part) => sum + part, 0));
  const height = head + (rows.length + 1) * line + 24;
  const cells = (texts: readonly string[], y: number, paint: string) =>
    texts
      .map((text, place) => {
        const isNumber = ["count", "days", "money"].includes(columns[place]?.kind ?? "text");
        const left = lefts[place] ?? 0;
        const x = isNumber ? left + (widths[place] ?? 0) - 14 : left;
        return `<text x="${x}" y="${y}"${isNumber ? ' text-anchor="end"' : ""} ${paint}>${safe(shortened(text))}</text>`;
      })
      .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Geist, system-ui, sans-serif" font-size="12" fill="${ink}">
<title>${safe(table.name)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="20" y="30" font-size="17" font-weight="600">${safe(table.name)}</text>
<text x="20" y="49" fill="${muted}">${safe(subtitleOf(table))}</text>
${cells(titles, head - 12, `font-size="11" font-weight="600" fill="${muted}"`)}
${told.map((texts, place) => `<path d="M20 ${head + place * line - 3}H${width - 20}" stroke="#e4e0d8"/>${cells(texts, head + place * line + 15, "")}`).join("\n")}
<path d="M20 ${head + rows.length * line - 3}H${width - 20}" stroke="${ink}"/>${cells(sums, head + rows.length * line + 16, 'font-weight="600"')}
</svg>`;
  return { svg, width, height };
}

export function subtitleOf({ rows, asOf }: ViewTable): string {
  return `${formatCount(rows.length, "project")} · forecasts as of ${formatDate(asOf)}`;
}

const lettersAtMost = 44;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > lettersAtMost ? `${letters.slice(0, lettersAtMost - 1).join("")}…` : text;
}

function safe(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
