import type { TimelineZoom } from "./plan-filter";

/** A calendar day as a count of days, so that it can be placed; `dayNumber("1970-01-02")` → 1 */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / millisecondsPerDay);
}

const millisecondsPerDay = 86_400_000;

/** Where days lie: from the left edge on, in calendar days of the same width. */
export type TimelineScale = { readonly from: number; readonly to: number; readonly pixelsPerDay: number };

const pixelsPerDay = { day: 34, week: 12, month: 4, quarter: 1.4 } as const satisfies Record<
  TimelineZoom,
  number
>;

/** From the first to the last of the days, with room for what is written beside them. */
export function timelineScale(days: readonly number[], zoom: TimelineZoom): TimelineScale {
  const pixels = pixelsPerDay[zoom];
  const room = Math.ceil(48 / pixels);
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  if (first > last) return { from: 0, to: room, pixelsPerDay: pixels };
  return { from: first - room, to: last + 2 * room, pixelsPerDay: pixels };
}

export function placeOf({ from, pixelsPerDay }: TimelineScale, day: number): number {
  return Math.round((day - from) * pixelsPerDay * 10) / 10;
}

export function widthOf({ from, to, pixelsPerDay }: TimelineScale): number {
  return Math.ceil((to - from) * pixelsPerDay);
}

export type Tick = { readonly day: number; readonly until: number; readonly name: string };

/** The two lines of a ruler: months over days or weeks, years over months or quarters. */
export function rulerOf({ from, to }: TimelineScale, zoom: TimelineZoom) {
  const isNear = zoom === "day" || zoom === "week";
  return {
    major: isNear ? steps(from, to, monthOf, 1) : steps(from, to, yearOf, 12),
    minor:
      zoom === "day"
        ? days(from, to, 1)
        : zoom === "week"
          ? days(from, to, 7)
          : zoom === "month"
            ? steps(from, to, shortMonthOf, 1)
            : steps(from, to, quarterOf, 3),
  };
}

export function isWeekend(day: number): boolean {
  // The count begins on a Thursday.
  return (day + 3) % 7 >= 5;
}

function days(from: number, to: number, step: number): Tick[] {
  // Weeks begin on Mondays: the fifth day of the count was one.
  const first = step === 1 ? from : from - ((((from - 4) % 7) + 7) % 7);
  const ticks: Tick[] = [];
  for (let day = first; day < to; day += step) {
    ticks.push({ day, until: day + step, name: String(dateOf(day).getUTCDate()) });
  }
  return ticks;
}

function steps(from: number, to: number, nameOf: (date: Date) => string, months: number): Tick[] {
  const ticks: Tick[] = [];
  const date = dateOf(from);
  date.setUTCDate(1);
  date.setUTCMonth(Math.floor(date.getUTCMonth() / months) * months);
  for (;;) {
    const day = date.getTime() / millisecondsPerDay;
    if (day >= to) return ticks;
    const name = nameOf(date);
    date.setUTCMonth(date.getUTCMonth() + months);
    ticks.push({ day, until: date.getTime() / millisecondsPerDay, name });
  }
}

function dateOf(day: number): Date {
  return new Date(day * millisecondsPerDay);
}

const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return (date: Date) => format.format(date);
};
const monthOf = written({ month: "long", year: "numeric" });
const shortMonthOf = written({ month: "short" });
const yearOf = written({ year: "numeric" });
const quarterOf = (date: Date) => `Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
