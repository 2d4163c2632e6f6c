import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { columns } from "./columns-rules";
import { type ExportedTask, toldOf } from "./told-rules";

const numbers = /^(effort|duration|actual|machine)/;
const days = /^(started|finished|planned)/;
const widths: Readonly<Record<string, number>> = {
  key: 34,
  name: 40,
  deliverable: 44,
  technique: 28,
  waitsFor: 36,
  checklist: 36,
};

/** A workbook with one sheet: a heading that stays in sight, figures as numbers, days as dates. Text is never a formula. */
export async function toXlsx(tasks: readonly ExportedTask[]): Promise<Uint8Array> {
  const head: Cell[] = columns.map(({ title }) => ({
    value: title,
    fontWeight: "bold",
    wrap: true,
    alignVertical: "top",
    backgroundColor: "#E8ECF4",
  }));
  const body = tasks.map((task) => {
    const told = toldOf(task);
    return columns.map(({ id }): Cell => {
      const text = told[id];
      if (text === "") return null;
      if (numbers.test(id)) return { type: Number, value: Number(text), format: "0.##" };
      if (days.test(id)) {
        return { type: Date, value: new Date(`${text}T00:00:00Z`), format: "yyyy-mm-dd" };
      }
      return {
        type: String,
        value: text,
        wrap: ["name", "deliverable", "checklist"].includes(id),
        alignVertical: "top",
      };
    });
  });
  const file = writeXlsxFile([head, ...body], {
    sheet: "Tasks",
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    columns: columns.map(({ id }) => ({ width: widths[id] ?? 16 })),
  });
  return new Uint8Array(await file.toBuffer());
}
