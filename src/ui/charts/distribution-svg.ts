import { formatPercent } from "../format";
import {
  type DistributionBin,
  type DistributionMark,
  densitiesOf,
  domainOf,
  linesOf,
  outlineOf,
  stairsOf,
} from "./distribution-shape";

export type DistributionPicture = {
  readonly title: string;
  /** Of what, as of when. */
  readonly subtitle: string;
  readonly bins: readonly DistributionBin[];
  readonly other: readonly DistributionBin[] | null;
  readonly marks: readonly DistributionMark[];
  readonly limit: number | null;
  readonly nameAt: (value: number) => string;
};

export const pictureWidth = 900;
export const pictureHeight = 460;

const plot = { left: 56, width: 812, top: 120, bars: 180, gap: 8, chances: 90 };
const ink = "#1c1b19";
const muted = "#615c54";
const lineColours = {
  solid: ink,
  dashed: ink,
  thin: muted,
  target: "#b3261e",
  reference: "#2f4fd0",
} as const satisfies Record<DistributionMark["look"], string>;
const dashes = { solid: "", dashed: "6 4", thin: "", target: "", reference: "2 3" } as const;

/** The chart as a picture of its own, in light colours on white: for slides and papers. */
export function distributionSvg({
  title,
  subtitle,
  bins,
  other,
  marks,
  limit,
  nameAt,
}: DistributionPicture): string {
  const series = other === null ? [bins] : [bins, other];
  const [from, to] = domainOf(series);
  const at = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
  const x = (value: number) => round(plot.left + at(value) * plot.width);
  const most = Math.max(1e-12, ...series.flatMap(densitiesOf));
  const ground = plot.top + plot.bars;
  const chancesTop = ground + plot.gap;
  const chancesEnd = chancesTop + plot.chances;
  const lines = linesOf(marks.map((mark) => ({ name: mark.name, at: at(mark.at) })));
  const densities = densitiesOf(bins);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureWidth} ${pictureHeight}" width="${pictureWidth}" height="${pictureHeight}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}">`,
    `<title>${escaped(title)}</title>`,
    `<defs><pattern id="late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" fill="#b3261e"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(plot.left, 34, title, 'font-size="18" font-weight="600"'),
    text(plot.left, 54, subtitle, `fill="${muted}"`),
    ...bins.map((bin, place) => {
      const height = round(((densities[place] ?? 0) / most) * plot.bars);
      const isLate = limit !== null && bin.to > limit;
      const width = round(Math.max(1, x(bin.to) - x(bin.from) - 1));
      return `<rect x="${x(bin.from)}" y="${round(ground - height)}" width="${width}" height="${height}" ${isLate ? 'fill="url(#late)" stroke="#b3261e"' : 'fill="#4785a0"'}/>`;
    }),
    `<path d="M${plot.left} ${ground}h${plot.width}M${plot.left} ${chancesEnd}h${plot.width}" stroke="${muted}"/>`,
    ...[0.5, 0.8].flatMap((share) => {
      const y = round(chancesEnd - share * plot.chances);
      return [
        `<path d="M${plot.left} ${y}h${plot.width}" stroke="#cfc9bd" stroke-dasharray="4 4"/>`,
        text(plot.left - 6, y + 4, formatPercent(share), `text-anchor="end" fill="${muted}"`),
      ];
    }),
    line(stairsOf(bins, at), chancesTop, plot.chances, 'stroke="#0a6483"'),
    ...(other === null
      ? []
      : [
          line(outlineOf(other, at, most), plot.top, plot.bars, `stroke="${ink}" stroke-dasharray="5 3"`),
          line(stairsOf(other, at), chancesTop, plot.chances, `stroke="${ink}" stroke-dasharray="5 3"`),
        ]),
    ...marks.flatMap(({ name, at: value, look }, place) => {
      const top = plot.top - 8 - (lines[place] ?? 0) * 15;
      const anchor = at(value) > 0.9 ? "end" : at(value) < 0.1 ? "start" : "middle";
      return [
        `<path d="M${x(value)} ${plot.top}V${chancesEnd}" stroke="${lineColours[look]}" stroke-width="${look === "thin" ? 1 : 2}" stroke-dasharray="${dashes[look]}"/>`,
        text(x(value), top, name, `text-anchor="${anchor}" fill="${lineColours[look]}"`),
      ];
    }),
    ...[from, (from + to) / 2, to].map((value, place) =>
      text(x(value), chancesEnd + 20, nameAt(value), `text-anchor="${["start", "middle", "end"][place]}"`),
    ),
    text(
      plot.left,
      chancesEnd + 44,
      `Above: how often it came up. Below: the chance not to exceed it.${other === null ? "" : " Dashed: what if."}`,
      `fill="${muted}"`,
    ),
    "</svg>",
  ].join("");
}

/** Points in a square of 100 by 100, stretched to their place. */
function line(points: string, top: number, height: number, look: string): string {
  const placed = points
    .split(" ")
    .filter((point) => point !== "")
    .map((point) => {
      const [x = 0, y = 0] = point.split(",").map(Number);
      return `${round(plot.left + (x / 100) * plot.width)},${round(top + (y / 100) * height)}`;
    });
  return `<polyline points="${placed.join(" ")}" fill="none" stroke-width="2" ${look}/>`;
}

function text(x: number, y: number, words: string, look: string): string {
  return `<text x="${x}" y="${y}" ${look}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
