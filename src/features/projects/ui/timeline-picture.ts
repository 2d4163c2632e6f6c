import { formatDate } from "@/ui/format";
import { type PhaseTone, phaseTones } from "@/ui/glyphs/phase-tone";
import type { TimelineBar, TimelineLink, TimelineMark, TimelineRow } from "./timeline-rows";
import { placeOf, type rulerOf, type TimelineScale, widthOf } from "./timeline-scale";
import {
  barHeight,
  barTop,
  checkPath,
  diamondPath,
  fadeOf,
  flagPath,
  linkPath,
  rowHeight,
} from "./timeline-shapes";

/** What a picture of the timeline is made of: what the page shows, all of it. */
export type TimelinePicture = {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  readonly rows: readonly TimelineRow[];
  readonly scale: TimelineScale;
  readonly ruler: ReturnType<typeof rulerOf>;
  readonly links: readonly TimelineLink[];
  readonly today: number;
  readonly target: number | null;
  readonly targetOn: string | null;
};

export type PictureColours = Readonly<
  Record<PhaseTone | "ink" | "muted" | "line" | "accent" | "warn" | "sunk", string>
>;

const names = 280;
const lettersAtMost = 36;
const title = 56;
const head = 40;
const foot = 34;

type DrawnPicture = { readonly svg: string; readonly width: number; readonly height: number };

/** The timeline as one SVG on white, whatever is in sight and whichever theme: for print. */
export function drawTimeline(picture: TimelinePicture, colour: PictureColours): DrawnPicture {
  const { rows, scale, links, today, target } = picture;
  const chart = widthOf(scale);
  const width = names + chart + 16;
  const body = rows.length * rowHeight;
  const height = title + head + body + foot;
  const x = (day: number) => placeOf(scale, day);
  const { major } = picture.ruler;
  const minor = picture.ruler.minor.filter((tick) => tick.day >= scale.from);
  const line = (day: number, paint: string) =>
    `<line x1="${x(day)}" x2="${x(day)}" y1="0" y2="${body}" ${paint}/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Geist, system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="13" fill="${colour.ink}">
<title>${safe(picture.title)}</title>
<defs>${rows.map((row, place) => gradient(row, place, colour)).join("")}
<marker id="arrow" viewBox="0 0 6 6" refX="5.5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6Z" fill="${colour.muted}"/></marker>
<clipPath id="names"><rect width="${names - 8}" height="${body}"/></clipPath></defs>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="16" y="26" font-size="16" font-weight="600">${safe(picture.title)}</text>
<text x="16" y="44" font-size="12" fill="${colour.muted}">Forecast of ${formatDate(picture.asOf)}${picture.targetOn === null ? "" : `, target ${formatDate(picture.targetOn)}`}</text>
<g transform="translate(${names} ${title})" font-size="11">
${major.map((tick) => `<text x="${Math.max(0, x(tick.day)) + 3}" y="13" font-weight="500">${fits(tick, x) ? safe(tick.name) : ""}</text>`).join("")}
${minor.map((tick) => `<text x="${x(tick.day) + 3}" y="33" fill="${colour.muted}">${safe(tick.name)}</text>`).join("")}
</g>
<g transform="translate(${names} ${title + head})">
${rows.map((row, place) => (row.kind === "phase" ? `<rect x="${-names}" y="${place * rowHeight}" width="${width}" height="${rowHeight}" fill="${colour.sunk}"/>` : "")).join("")}
${minor.map((tick) => line(tick.day, `stroke="${colour.line}"`)).join("")}
${line(today, `stroke="${colour.accent}" stroke-width="1.5"`)}
${target === null ? "" : `${line(target, `stroke="${colour.warn}" stroke-width="1.5" stroke-dasharray="4 3"`)}<path transform="translate(${x(target)} 0)" d="${flagPath}" fill="${colour.warn}"/>`}
<text x="${x(today) + 4}" y="${body + 11}" font-size="10" fill="${colour.accent}">today</text>
${rows.map((row, place) => `<g transform="translate(0 ${place * rowHeight})">${drawRow(row, place, scale, colour)}</g>`).join("\n")}
${links.map((link) => `<path d="${linkPath(scale, link)}" fill="none" stroke="${link.isCritical ? colour.ink : colour.muted}" stroke-width="${link.isCritical ? 1.6 : 1.1}" marker-end="url(#arrow)"/>`).join("")}
</g>
<g transform="translate(16 ${title + head})" clip-path="url(#names)">
${rows.map((row, place) => nameOf(row, place * rowHeight + rowHeight / 2 + 4.5, colour)).join("\n")}
</g>
<text x="16" y="${height - 12}" font-size="11" fill="${colour.muted}">Fading ends are uncertainty, from P10 to P95. Underlined is critical, dashed waits for a decision, pale is finished. Circles are gates, diamonds decisions.</text>
</svg>`;
  return { svg, width, height };
}

function fits(tick: { day: number; until: number; name: string }, x: (day: number) => number): boolean {
  return x(tick.until) - Math.max(0, x(tick.day)) > tick.name.length * 6.2;
}

function nameOf(row: TimelineRow, y: number, colour: PictureColours): string {
  if (row.kind === "phase") return `<text y="${y}" font-weight="600">${safe(row.name)}</text>`;
  const paint = row.task.status === "done" ? ` fill="${colour.muted}"` : "";
  return `<text x="12" y="${y}"${paint}>${safe(shortened(row.task.name))}</text>`;
}

/** About as many letters as the column holds; a drawing can't measure them. */
function shortened(name: string): string {
  return name.length <= lettersAtMost ? name : `${name.slice(0, lettersAtMost - 1).trimEnd()}…`;
}

function toneOf(row: TimelineRow): PhaseTone {
  return phaseTones[row.kind === "phase" ? row.phase : row.task.phase];
}

function strengthOf(row: TimelineRow): number {
  if (row.kind === "phase") return 0.95;
  return row.task.status === "done" ? 0.4 : row.isTentative ? 0.45 : 0.95;
}

function gradient(row: TimelineRow, place: number, colour: PictureColours): string {
  if (row.bar === null) return "";
  const stops = fadeOf(row.bar, strengthOf(row))
    .map(
      ({ at, opacity }) =>
        `<stop offset="${at}" stop-color="${colour[toneOf(row)]}" stop-opacity="${opacity}"/>`,
    )
    .join("");
  return `<linearGradient id="bar${place}">${stops}</linearGradient>`;
}

function drawRow(row: TimelineRow, place: number, scale: TimelineScale, colour: PictureColours): string {
  const hue = colour[toneOf(row)];
  const bar = row.bar === null ? "" : drawBar(row, row.bar, place, scale, colour);
  if (row.kind === "task") return bar;
  return bar + row.marks.map((mark) => drawMark(mark, scale, hue, colour)).join("");
}

function drawBar(
  row: TimelineRow,
  bar: TimelineBar,
  place: number,
  scale: TimelineScale,
  colour: PictureColours,
): string {
  const x = placeOf(scale, bar.from);
  const width = Math.max(3, placeOf(scale, bar.to) - x);
  if (row.kind === "phase") {
    return `<rect x="${x}" y="${rowHeight / 2 - 2}" width="${width}" height="4" rx="2" fill="url(#bar${place})"/>`;
  }
  const solid = placeOf(scale, bar.solidFrom);
  const line = `<rect x="${solid}" y="${barTop + barHeight + 2}" width="${Math.max(3, placeOf(scale, bar.solidTo) - solid)}" height="2" fill="${colour.ink}"/>`;
  const dashes = row.isTentative ? ` stroke="${colour[toneOf(row)]}" stroke-dasharray="3 2"` : "";
  return `<rect x="${x}" y="${barTop}" width="${width}" height="${barHeight}" rx="4" fill="url(#bar${place})"${dashes}><title>${safe(`${row.task.name}: ${row.words}`)}</title></rect>${row.isCritical ? line : ""}`;
}

function drawMark(mark: TimelineMark, scale: TimelineScale, hue: string, colour: PictureColours): string {
  const isGate = mark.kind === "gate-passed" || mark.kind === "gate-ahead";
  const isFilled = mark.kind === "gate-passed" || mark.kind === "decision-decided";
  const shape = isGate
    ? `<circle r="5.5" fill="${isFilled ? hue : "#ffffff"}" stroke="${hue}" stroke-width="2"/>${isFilled ? `<path d="${checkPath}" fill="none" stroke="#ffffff" stroke-width="1.6"/>` : ""}`
    : `<path d="${diamondPath}" fill="${isFilled ? colour.ink : "#ffffff"}" stroke="${isFilled ? "#ffffff" : colour.accent}" stroke-width="1.5"/>`;
  return `<g transform="translate(${placeOf(scale, mark.day)} ${rowHeight / 2})"><title>${safe(mark.words)}</title>${shape}</g>`;
}

/** Text as XML can hold it. */
function safe(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  // XML holds no control characters.
  return text.replace(/\p{Cc}/gu, " ").replace(/[&<>"]/g, (sign) => entities[sign] ?? "");
}
