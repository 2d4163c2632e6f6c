import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";

type Table = readonly { readonly line: number; readonly fields: readonly string[] }[];

const largestUnpacked = 20_000_000;
const mostParts = 300;
const lastRow = 5_000;

/** The first sheet of a workbook as text. What unpacks to more than a plan can be, or names cells far out, is not read at all. */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly table: Table } | { readonly fault: string }> {
  try {
    const fault = faultOfWorkbook(bytes);
    if (fault !== null) return { fault };
    const rows = await readSheet(new Blob([bytes]));
    const table = rows.map((row, place) => ({ line: place + 1, fields: row.map(tell) }));
    return { table: table.filter(({ fields }) => fields.some((cell) => cell.trim() !== "")) };
  } catch {
    return { fault: "This workbook can't be read. Open it in a spreadsheet and save it as .xlsx again." };
  }
}

function faultOfWorkbook(bytes: Uint8Array): string | null {
  let size = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      parts += 1;
      return false;
    },
  });
  if (size > largestUnpacked || parts > mostParts) {
    return "This workbook is much larger than it looks. Copy the sheet of the tasks into one of its own.";
  }
  for (const part of Object.values(unzipSync(bytes, { filter: ({ name }) => /\.xml$/i.test(name) }))) {
    const xml = strFromU8(part);
    if (/<!DOCTYPE|<!ENTITY/i.test(xml))
      return "This workbook declares entities, which Phasewise does not read.";
    for (const [, column = "", row] of xml.matchAll(/<(?:\w+:)?(?:row|c)\b[^>]*?\br="([A-Z]*)(\d+)"/g)) {
      if (Number(row) > lastRow || column.length > 2) {
        return `This sheet has cells beyond row ${lastRow.toLocaleString("en")}. Copy the tasks into a sheet of their own.`;
      }
    }
  }
  return null;
}

function tell(cell: string | number | boolean | Date | null | typeof Date): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? "" : String(cell);
}
