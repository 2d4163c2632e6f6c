import Papa from "papaparse";

type Table = readonly { readonly line: number; readonly fields: readonly string[] }[];

/** What a spreadsheet would take for a formula. */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that stays text when a spreadsheet opens it: what would begin a formula gets an apostrophe, which reading takes off. */
function inert(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function asItWas(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    rows.map((row) => row.map(inert)),
    { newline: "\r\n" },
  );
  return `\uFEFF${text}\r\n`;
}

/** The rows of a CSV file, numbered as a spreadsheet numbers them; without those that are empty. */
export function readCsv(text: string): { readonly table: Table } | { readonly fault: string } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: [",", ";", "\t"],
  });
  const [error] = errors.filter(({ type }) => type === "Quotes");
  if (error !== undefined) {
    return { fault: `The quotes in row ${(error.row ?? 0) + 1} do not match. Save the file again as CSV.` };
  }
  const rows = data.map((fields, place) => ({ line: place + 1, fields: fields.map(asItWas) }));
  return { table: rows.filter(({ fields }) => fields.some((cell) => cell.trim() !== "")) };
}
