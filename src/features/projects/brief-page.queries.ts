import PDFDocument from "pdfkit";
import { collected, regular, scriptOf, strong } from "@/platform/pdf/fonts";
import { blocksOf } from "@/platform/pdf/markdown";
import {
  criteriaLines,
  factsOf,
  type PageForecast,
  riskWords,
  shortened,
  shortenedMark,
} from "./brief-page-rules";
import type { BriefContent } from "./schema";

type Page = {
  readonly project: { readonly key: string; readonly name: string; readonly owner: string };
  readonly workspace: string;
  readonly version: number;
  readonly content: BriefContent;
  readonly forecast: PageForecast;
  readonly on: string;
  /** Where the full brief is, in this installation. */
  readonly address: string;
  readonly money: (minor: number) => string;
};

type Doc = PDFKit.PDFDocument;
const grey = "#615c54";
const black = "#1c1b19";
const line = "#cfc9be";
const margin = 42;
const size = { title: 17, heading: 8.5, words: 9, small: 7.5 } as const;
const lineHeight = 12;

/** Every part has the most lines it may take, and together they fit: the page never becomes two. */
export async function toPage(page: Page): Promise<Uint8Array> {
  const script = scriptOf(regular());
  const doc = new PDFDocument({
    size: "A4",
    // Nothing flows: what is drawn near the lower edge must not begin another page.
    margins: { top: margin, bottom: 0, left: margin, right: margin },
    tagged: true,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    info: { Title: `${script.show(page.project.name)}: scoping brief`, Creator: "Phasewise" },
  });
  const done = collected(doc);
  doc.registerFont("regular", regular().file).registerFont("strong", strong().file);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const pen = penOf(doc, root, script.show);
  const { content } = page;

  pen.put(
    "P",
    `${page.workspace} · ${page.project.key} · scoping brief, version ${page.version}, ${page.on}`,
    {
      size: size.small,
      colour: grey,
    },
  );
  pen.put("H1", page.project.name, { size: size.title, font: "strong", above: 2 });
  pen.part("Use case", plain(content.useCase), 5);
  pen.part("Goals", plain(content.goals), 2);
  pen.part("Objectives", content.objectives.join(" · "), 3);
  pen.pairs(factsOf(content));
  pen.list("Success criteria", criteriaLines(content), 7);
  pen.part("Quality bar", plain(content.qualityBar), 2);
  pen.part("Constraints", plain(content.constraints), 3);
  pen.part("Risk class (EU AI Act)", riskWords(content), 3);
  pen.forecast(page);
  pen.signatures(["Sponsor", `Project owner (${page.project.owner})`]);
  pen.foot(`The full brief, version ${page.version}: ${page.address}`);
  root.end();
  doc.end();
  return await done;
}

function plain(markdown: string): string {
  return blocksOf(markdown)
    .map(
      (block) =>
        `${block.kind === "item" ? `${block.mark} ` : ""}${block.runs.map(({ text }) => text).join("")}`,
    )
    .join(" ")
    .replace(/\s+/gu, " ");
}

type Look = {
  readonly size?: number;
  readonly font?: "regular" | "strong";
  readonly colour?: string;
  readonly above?: number;
  readonly lines?: number;
  readonly x?: number;
  readonly width?: number;
};

function penOf(doc: Doc, root: PDFKit.PDFStructureElement, show: (words: string) => string) {
  const full = doc.page.width - 2 * margin;
  let isShortened = false;

  const put = (tag: string, words: string, look: Look) => {
    const { size: points = size.words, font = "regular", colour = black, above = 0 } = look;
    const { lines = 1, x = margin, width = full } = look;
    doc.y += above;
    doc.font(font).fontSize(points).fillColor(colour);
    const most = lines * doc.currentLineHeight(true) + 0.5;
    const fits = (text: string) => doc.heightOfString(text, { width }) <= most;
    const shown = shortened(show(words), fits);
    if (shown !== show(words)) isShortened = true;
    root.add(doc.struct(tag, {}, () => void doc.text(shown, x, doc.y, { width })));
    doc.x = margin;
  };
  const heading = (words: string, above = 7) =>
    put("H2", words, { size: size.heading, font: "strong", colour: grey, above });
  const part = (name: string, words: string, lines: number) => {
    heading(name);
    put("P", words === "" ? "not settled" : words, { lines, ...(words === "" ? { colour: grey } : {}) });
  };
  /** Cells side by side, each within its lines; the row is as high as the highest. */
  const row = (cells: readonly (readonly [string, Look])[]) => {
    const top = doc.y;
    const bottoms = cells.map(([words, look]) => {
      doc.y = top;
      put("P", words, look);
      return doc.y;
    });
    doc.y = Math.max(...bottoms);
  };

  return {
    put,
    part,

    pairs: (pairs: readonly (readonly [string, string])[]) => {
      doc.y += 5;
      const third = full / 3;
      for (let at = 0; at < pairs.length; at += 3) {
        const inRow = pairs
          .slice(at, at + 3)
          .map(([name, words], place) => ({ name, words, x: margin + place * third }));
        doc.y += 2;
        row(
          inRow.map(({ name, x }) => [
            name,
            { x, size: size.heading, font: "strong", colour: grey, width: third - 10 },
          ]),
        );
        row(inRow.map(({ words, x }) => [words, { x, lines: 3, width: third - 10 }]));
      }
    },

    list: (name: string, items: readonly string[], most: number) => {
      heading(name);
      if (items.length === 0) put("P", "none named", { colour: grey });
      const shown = items.length > most ? items.slice(0, most - 1) : items;
      for (const item of shown) put("P", `•  ${item}`, {});
      const rest = items.length - shown.length;
      if (rest === 0) return;
      isShortened = true;
      put("P", `and ${rest} more ${shortenedMark}`, { colour: grey });
    },

    forecast: ({ content, forecast, money }: Page) => {
      heading("Budget, deadline and forecast");
      const columns = [0, 0.31, 0.54, 0.77].map((share) => margin + share * full);
      const width = 0.23 * full - 6;
      const cells = (words: readonly string[], look: Look) =>
        row(words.map((word, place) => [word, { ...look, x: columns[place] ?? margin, width }]));
      cells(["", "P50", "P80", "P95"], { size: size.heading, font: "strong", colour: grey });
      const { finish, effortPersonDays: effort, costMinor: cost } = forecast;
      const days = (value: number) => `${Math.round(value).toLocaleString("en")} person-days`;
      cells(["Finish", finish.p50, finish.p80, finish.p95], {});
      cells(["Effort", days(effort.p50), days(effort.p80), days(effort.p95)], {});
      cells(["Cost", money(cost.p50), money(cost.p80), money(cost.p95)], {});
      const budget = content.budgetMinor === null ? "not settled" : money(content.budgetMinor);
      put("P", `Budget: ${budget} · Deadline: ${content.deadline ?? "not settled"}`, {
        font: "strong",
        above: 3,
      });
    },

    signatures: (who: readonly string[]) => {
      const half = full / 2;
      doc.y = doc.page.height - margin - 84;
      const top = doc.y;
      row(who.map((name, place) => [name, { x: margin + place * half, width: half - 16, font: "strong" }]));
      doc.markContent("Artifact");
      for (const place of who.keys()) {
        for (const below of [34, 58]) {
          const x = margin + place * half;
          doc
            .moveTo(x, top + below)
            .lineTo(x + half - 16, top + below)
            .lineWidth(0.6)
            .strokeColor(line)
            .stroke();
        }
      }
      doc.endMarkedContent();
      const labels = (words: string, below: number) => {
        doc.y = top + below;
        row(
          who.map((_, place) => [
            words,
            { x: margin + place * half, width: half - 16, size: size.small, colour: grey },
          ]),
        );
      };
      labels("Name, date", 36);
      labels("Signature", 60);
    },

    foot: (words: string) => {
      doc.y = doc.page.height - margin + lineHeight / 2;
      const note = isShortened ? `${shortenedMark} marks what was shortened to fit the page. ` : "";
      put("P", `${note}${words}`, { size: size.small, colour: grey });
    },
  };
}
