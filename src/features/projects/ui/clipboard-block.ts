/**
 * The cells of a block as spreadsheets copy it: tabs between cells, line breaks between rows, and quotes around a cell that holds either.
 * The line break after the last row is no row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (;;) {
    const found = cells.exec(source);
    if (found === null) break;
    const [, quoted, plain = "", end] = found;
    rows.at(-1)?.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
