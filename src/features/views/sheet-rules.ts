import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { columns, plainValue, titleOf, type ViewColumn, type ViewTable } from "./table-rules";

const formats = {
  text: undefined,
  date: "yyyy-mm-dd",
  count: "0",
  days: "#,##0.0",
  money: "#,##0",
} as const satisfies Record<ViewColumn["kind"], string | undefined>;

/**
 * A workbook with one sheet: a heading that stays in sight, days as dates, figures as numbers, and sums that follow when a row is changed
 * or taken out. What people wrote is text and never a formula.
 */
export async function toSheet({ rows, currency }: ViewTable): Promise<Uint8Array> {
  const head: Cell[] = columns.map((column) => ({
    value: titleOf(column, currency),
    fontWeight: "bold",
    wrap: true,
    alignVertical: "top",
    backgroundColor: "#E8ECF4",
  }));
  const body = rows.map((row) =>
    columns.map((column): Cell => {
      const value = plainValue(column, row, currency);
      const format = formats[column.kind];
      if (value === null) return null;
      if (typeof value === "number")
        return { type: Number, value, ...(format === undefined ? {} : { format }) };
      if (format !== undefined) return { type: Date, value: new Date(`${value}T00:00:00Z`), format };
      return { type: String, value };
    }),
  );
  const sums = columns.map((column, place): Cell => {
    if (place === 0) return { type: String, value: "Sum", fontWeight: "bold" };
    const format = formats[column.kind];
    if (!column.isSummed || format === undefined || rows.length === 0) return null;
    const letter = String.fromCharCode("A".charCodeAt(0) + place);
    // As the file format has it: the sign before a formula is the spreadsheet's own.
    const value = `SUM(${letter}2:${letter}${rows.length + 1})`;
    return { type: "Formula", value, format, fontWeight: "bold" };
  });
  const file = writeXlsxFile([head, ...body, sums], {
    sheet: "Portfolio",
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  });
  return new Uint8Array(await file.toBuffer());
}
