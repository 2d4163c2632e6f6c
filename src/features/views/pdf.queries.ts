import PDFDocument from "pdfkit";
import { collected, regular, scriptOf, strong } from "@/platform/pdf/fonts";
import { subtitleOf } from "./picture-rules";
import { columns, sumOf, titleOf, toldValue, type ViewTable } from "./table-rules";

const margin = 36;
const line = 16;
const size = 7.5;
const head = 100;
const grey = "#615c54";
const black = "#1c1b19";

/** The view on one page, on its side: as many rows as it holds, with the sums of all. */
export async function toOnePage(table: ViewTable, from: string): Promise<Uint8Array> {
  const { rows, currency } = table;
  const { show } = scriptOf(regular());
  const doc = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    tagged: true,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    info: { Title: show(table.name), Creator: "Phasewise" },
  });
  const done = collected(doc);
  doc.registerFont("regular", regular().file).registerFont("strong", strong().file);
  const inner = doc.page.width - 2 * margin;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (inner * width) / all);
  const holds = Math.floor((doc.page.height - head - margin - 3 * line) / line);
  const shown = rows.slice(0, holds);
  const root = doc.struct("Document");
  doc.addStructure(root);

  const write = (
    tag: string,
    text: string,
    at: { y: number; size: number; colour?: string; font?: string },
  ) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(at.font ?? "regular")
          .fontSize(at.size)
          .fillColor(at.colour ?? black);
        doc.text(show(text), margin, at.y, { width: inner, height: at.size * 1.4, ellipsis: true });
      }),
    );
  const tableTag = doc.struct("Table");
  const writeRow = (tag: "TH" | "TD", texts: readonly string[], y: number, font: string, height = line) => {
    const row = doc.struct("TR");
    tableTag.add(row);
    let x = margin;
    for (const [place, text] of texts.entries()) {
      const width = widths[place] ?? 0;
      const isNumber = ["count", "days", "money"].includes(columns[place]?.kind ?? "text");
      const left = x;
      row.add(
        doc.struct(tag, {}, () => {
          doc
            .font(font)
            .fontSize(size)
            .fillColor(tag === "TH" ? grey : black);
          doc.text(show(text), left, y, {
            width: width - 5,
            height: height - 4,
            ellipsis: true,
            align: isNumber ? "right" : "left",
          });
        }),
      );
      x += width;
    }
    row.end();
  };

  write("H1", table.name, { y: margin, size: 15, font: "strong" });
  write("P", `${from} · ${subtitleOf(table)}`, { y: margin + 21, size: 9, colour: grey });
  root.add(tableTag);
  writeRow(
    "TH",
    columns.map((column) => titleOf(column, currency)),
    head - 28,
    "strong",
    30,
  );
  for (const [place, row] of shown.entries()) {
    const texts = columns.map((column) => toldValue(column, column.valueIn(row), currency));
    writeRow("TD", texts, head + place * line, "regular");
  }
  const sums = columns.map((column, place) => {
    const sum = sumOf(column, rows);
    return place === 0 ? "Sum" : sum === null ? "" : toldValue(column, sum, currency);
  });
  writeRow("TD", sums, head + shown.length * line + 3, "strong");
  tableTag.end();
  const left = rows.length - shown.length;
  if (left > 0) {
    const words = `The sums are of all ${rows.length} projects; ${left} of them do not fit on this page and stand in the Excel and CSV files.`;
    write("P", words, { y: head + (shown.length + 1) * line + 8, size: 8, colour: grey });
  }
  root.end();
  doc.end();
  return await done;
}
