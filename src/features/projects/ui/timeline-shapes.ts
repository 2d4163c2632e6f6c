import type { TimelineLink } from "./timeline-rows";
import { placeOf, type TimelineScale } from "./timeline-scale";

// What page and exported picture draw alike.

export const rowHeight = 28;
export const barTop = 7;
export const barHeight = 14;

/** A diamond, and the two signs of a gate, around 0,0. */
export const diamondPath = "M0 -6L6 0L0 6L-6 0Z";
export const checkPath = "M-2.6 0.2L-0.6 2.2L2.8 -2";
export const flagPath = "M0 -7H7.5L5.4 -4L7.5 -1H0Z";

/** From the end of one bar to the beginning of another, square-cornered, with the arrow's head at 5 px before its end. */
export function linkPath(scale: TimelineScale, link: TimelineLink, height = rowHeight): string {
  const x1 = placeOf(scale, link.fromDay);
  const x2 = placeOf(scale, link.toDay);
  const y1 = link.from * height + height / 2;
  const y2 = link.to * height + height / 2;
  const down = link.to > link.from;
  if (x2 - x1 >= 10) {
    const turn = x1 + 5;
    return `M${x1} ${y1}H${turn}V${y2}H${x2}`;
  }
  // No room between the two: around the back, in the gap between the rows.
  const gap = y2 + (down ? -height / 2 : height / 2);
  return `M${x1} ${y1}H${x1 + 5}V${gap}H${x2 - 8}V${y2}H${x2}`;
}

/** How strong a bar is along its length: places are shares of it. */
export function fadeOf(
  bar: { from: number; solidFrom: number; solidTo: number; to: number },
  strength: number,
): readonly { readonly at: number; readonly opacity: number }[] {
  const length = Math.max(1e-6, bar.to - bar.from);
  const share = (day: number) => Math.round(((day - bar.from) / length) * 10_000) / 10_000;
  const faint = 0.08;
  return [
    ...(bar.solidFrom > bar.from ? [{ at: 0, opacity: faint }] : []),
    { at: share(bar.solidFrom), opacity: strength },
    { at: share(bar.solidTo), opacity: strength },
    ...(bar.to > bar.solidTo ? [{ at: 1, opacity: faint }] : []),
  ];
}
