import { type FileReading, largestFile, longestCell, mostRows, rowsOf } from "./columns-rules";
import { readCsv } from "./csv-rules";
import { isJira, readJira } from "./jira-rules";
import { readJson } from "./json-rules";
import { readProjectXml } from "./project-xml-rules";
import { readXlsx } from "./xlsx-rules";

/** Of what the server takes in one request, with room for what goes along. */
const mostToSend = 950_000;

/** The tasks of a file, whatever it is: its content says so, not its name. */
export async function readTaskFile(bytes: Uint8Array<ArrayBuffer>): Promise<FileReading> {
  if (bytes.length === 0) return { fault: "This file is empty." };
  if (bytes.length > largestFile) return { fault: `Please keep to files of ${largestFile / 1e6} MB.` };
  const reading = await readKind(bytes);
  if ("fault" in reading) return reading;
  if (reading.rows.length === 0) return { fault: "There is no task in this file." };
  if (reading.rows.length > mostRows) {
    return {
      fault: `This file has ${reading.rows.length.toLocaleString("en")} tasks. Please import at most ${mostRows} at once.`,
    };
  }
  for (const { line, cells } of reading.rows) {
    for (const cell of Object.values(cells)) {
      if (cell.length > longestCell)
        return {
          fault: `Row ${line} has a cell of more than ${longestCell.toLocaleString("en")} characters.`,
        };
    }
  }
  if (new TextEncoder().encode(JSON.stringify(reading.rows)).length > mostToSend) {
    return { fault: "This file has more text than can be brought in at once. Split it into two." };
  }
  return reading;
}

async function readKind(bytes: Uint8Array<ArrayBuffer>): Promise<FileReading> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const sheet = await readXlsx(bytes);
    return "fault" in sheet ? sheet : rowsOf(sheet.table);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return {
      fault: "This is an old Office or .mpp file. Save it as .xlsx, or from Microsoft Project as XML.",
    };
  }
  const text = textOf(bytes);
  if (text === null) return { fault: "This is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”." };
  if (text.includes("\0")) return { fault: "This file has NUL characters: it is not a table of tasks." };
  if (/^\s*</.test(text)) return readProjectXml(text);
  if (/^\s*[{[]/.test(text)) return readJson(text);
  const csv = readCsv(text);
  if ("fault" in csv) return csv;
  return isJira(csv.table[0]?.fields ?? []) ? readJira(csv.table) : rowsOf(csv.table);
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, place) => bytes[place] === byte);
}

/** Text in UTF-8, or in UTF-16 where the file begins by saying so; null where it is neither. */
function textOf(bytes: Uint8Array): string | null {
  const wide = startsWith(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : startsWith(bytes, [0xfe, 0xff])
      ? "utf-16be"
      : "utf-8";
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
