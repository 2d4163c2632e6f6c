/** Rows of fields as a spreadsheet saves them, or what is wrong with the file. */
export type CsvTable =
  | { readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[] }
  | { readonly fault: string };

/**
 * Reads CSV (RFC 4180): fields in quotes may hold separators, line breaks and doubled quotes. The separator is the comma or, where
 * the first line has more of those outside quotes, the semicolon, as spreadsheets in much of Europe write it. Empty lines are no rows.
 */
export function readCsv(text: string): CsvTable {
  const source = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(source);
  const rows: { line: number; fields: string[] }[] = [];
  let fields: string[] = [];
  let field = "";
  let line = 1;
  let begunAt = 1;
  let place = 0;
  const endRow = () => {
    fields.push(field);
    if (fields.some((value) => value.trim() !== "")) rows.push({ line: begunAt, fields });
    fields = [];
    field = "";
  };
  while (place < source.length) {
    const letter = source[place] ?? "";
    if (letter === '"' && field === "") {
      const end = endOfQuoted(source, place);
      if (end === null) return { fault: `A quote that begins on line ${line} never ends.` };
      const after = source[end + 1];
      if (after !== undefined && after !== separator && after !== "\n" && after !== "\r") {
        return { fault: `Line ${line} has text behind the end of a quote.` };
      }
      field = source.slice(place + 1, end).replaceAll('""', '"');
      line += field.split("\n").length - 1;
      place = end + 1;
    } else if (letter === separator) {
      fields.push(field);
      field = "";
      place += 1;
    } else if (letter === "\n" || letter === "\r") {
      endRow();
      place += letter === "\r" && source[place + 1] === "\n" ? 2 : 1;
      line += 1;
      begunAt = line;
    } else {
      field += letter;
      place += 1;
    }
  }
  endRow();
  return { rows };
}

function separatorOf(source: string): string {
  const [first = ""] = source.replace(/"(?:[^"]|"")*"/g, "").split(/\r?\n/, 1);
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

/** Where the closing quote is; a doubled one is a letter. */
function endOfQuoted(source: string, start: number): number | null {
  let place = start + 1;
  while (place < source.length) {
    if (source[place] !== '"') place += 1;
    else if (source[place + 1] === '"') place += 2;
    else return place;
  }
  return null;
}
