import { setImmediate as letOthersRun } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { collected, regular, scriptOf, strong } from "@/platform/pdf/fonts";
import { blocksOf, type Run } from "@/platform/pdf/markdown";
import { oneLine, partsOf, type RecordPart, statusOf } from "./record-text-rules";
import type { DecisionRecord } from "./records.queries";

type Doc = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;
type Format = { readonly money: (minor: number) => string };

const sizes = { 1: 17, 2: 12, 3: 10.5, words: 9.5, small: 8 } as const;
const grey = "#615c54";
const black = "#1c1b19";
const footer = 34;
const missingNote =
  "Some characters are of scripts that this file's font does not have: shown as ? here, and whole in the Markdown and JSON exports.";

/**
 * Decisions as pages to print and to keep: one as it is, several with a list in front and each on a page of its own. Tagged, so that a
 * screen reader finds headings and lists. Laying out takes some ten milliseconds each, between which others have their turn.
 */
export async function toPdf(
  records: readonly DecisionRecord[],
  about: { readonly title: string; readonly from: string; readonly isOne: boolean },
  format: Format,
): Promise<Uint8Array> {
  const script = scriptOf(regular());
  const told = records.map((record) => ({
    title: script.show(`${record.project.key} D-${record.number} ${oneLine(record.question)}`),
    line: script.show(
      `${statusOf(record)}${record.standing === null ? "" : `: ${oneLine(record.standing.option)}`}`,
    ),
    isOpen: record.state === "open",
    parts: partsOf(record, format).map((part) => shownPart(part, script.show)),
  }));
  const title = script.show(about.title);
  const from = script.show(about.from);
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: 56, bottom: 64, left: 60, right: 60 },
    bufferPages: true,
    tagged: true,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    info: { Title: title, Creator: "Phasewise" },
  });
  const done = collected(doc);
  doc.registerFont("regular", regular().file).registerFont("strong", strong().file);
  const root = doc.struct("Document");
  doc.addStructure(root);
  if (!about.isOne) putIndex(doc, root, { title, from, entries: told });
  for (const [place, decision] of told.entries()) {
    await letOthersRun();
    if (!about.isOne || place > 0) doc.addPage();
    doc.outline.addItem(decision.title);
    const section = doc.struct("Sect");
    root.add(section);
    put(doc, section, "P", decision.title.split(" ").slice(0, 2).join(" "), { size: "small", colour: grey });
    for (const part of decision.parts) putPart(doc, section, part);
    section.end();
  }
  if (script.isMissing()) put(doc, root, "P", missingNote, { size: "small", colour: grey, above: 14 });
  root.end();
  numberPages(doc, from);
  doc.end();
  return await done;
}

function shownPart(part: RecordPart, show: (words: string) => string): RecordPart {
  if (part.kind === "list") return { kind: "list", items: part.items.map(show) };
  return { ...part, text: show(part.text) };
}

function putIndex(
  doc: Doc,
  root: Section,
  index: {
    readonly title: string;
    readonly from: string;
    readonly entries: readonly { readonly title: string; readonly line: string }[];
  },
): void {
  const section = doc.struct("Sect");
  root.add(section);
  put(doc, section, "H1", index.title, { size: 1, font: "strong" });
  const count = index.entries.length === 1 ? "1 decision" : `${index.entries.length} decisions`;
  put(doc, section, "P", `${index.from} · ${count}`, { colour: grey, above: 2 });
  for (const { title, line } of index.entries) {
    keepTogether(doc, 30);
    put(doc, section, "P", title, { font: "strong", above: 8 });
    put(doc, section, "P", line, { colour: grey });
  }
  section.end();
}

function putPart(doc: Doc, section: Section, part: RecordPart): void {
  switch (part.kind) {
    case "heading":
      keepTogether(doc, 64);
      put(doc, section, `H${part.level}`, part.text, {
        size: part.level,
        font: "strong",
        above: part.level === 1 ? 2 : 10,
      });
      return;
    case "text":
      for (const block of blocksOf(part.text)) {
        const mark = block.kind === "item" ? block.mark : "";
        putRuns(doc, section, mark, block.runs, block.depth);
      }
      return;
    case "list":
      for (const item of part.items) putRuns(doc, section, "•", [{ text: item, strong: false }], 0);
  }
}

const indent = 13;

function putRuns(doc: Doc, section: Section, mark: string, runs: readonly Run[], depth: number): void {
  const written = runs.filter(({ text }) => text !== "");
  if (written.length === 0) return;
  keepTogether(doc, 24);
  doc.moveDown(0.35);
  const left = doc.page.margins.left + depth * indent;
  const x = mark === "" ? left : left + Math.max(indent, mark.length * 6);
  section.add(
    doc.struct(mark === "" ? "P" : "LI", {}, () => {
      doc.font("regular").fontSize(sizes.words).fillColor(black);
      if (mark !== "") {
        const { y } = doc;
        doc.text(mark, left, y, { lineBreak: false });
        doc.y = y;
      }
      const width = doc.page.width - doc.page.margins.right - x;
      for (const [place, { text, strong: isStrong }] of written.entries()) {
        doc.font(isStrong ? "strong" : "regular");
        const continued = place < written.length - 1;
        if (place === 0) doc.text(text, x, doc.y, { width, continued, lineGap: 1.5 });
        else doc.text(text, { continued, lineGap: 1.5 });
      }
      doc.x = doc.page.margins.left;
    }),
  );
}

function put(
  doc: Doc,
  section: Section,
  tag: string,
  words: string,
  {
    size = "words",
    font = "regular",
    colour = black,
    above = 0,
  }: {
    readonly size?: keyof typeof sizes;
    readonly font?: "regular" | "strong";
    readonly colour?: string;
    readonly above?: number;
  },
): void {
  section.add(
    doc.struct(tag, {}, () => {
      doc.y += above;
      doc.font(font).fontSize(sizes[size]).fillColor(colour).text(words, { lineGap: 1.5 });
    }),
  );
}

/** Begins a page where less than this is left: a heading stays with what it is over, a mark with its words. */
function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

/** Below every page, outside of what is read aloud. */
function numberPages(doc: Doc, from: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const { margins, width, height } = doc.page;
    const bottom = margins.bottom;
    // Else a line below the margin would begin another page.
    margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("regular").fontSize(sizes.small).fillColor(grey);
    const line = { width: width - margins.left - margins.right, height: 12, ellipsis: true };
    doc.text(from, margins.left, height - footer, { ...line, width: line.width - 80, lineBreak: false });
    doc.text(`${page - start + 1} / ${count}`, margins.left, height - footer, { ...line, align: "right" });
    doc.endMarkedContent();
    margins.bottom = bottom;
  }
}
