import type { IsoDate } from "@/planning";
import { fromDay, toDay } from "./days";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The day it is somewhere: `localDay(new Date("2026-03-03T20:00:00Z"), "Asia/Kathmandu")` → "2026-03-04" */
export function localDay(at: Date, timeZone: string): IsoDate {
  return toDay(new Date(at.getTime() + offsetAt(at.getTime(), timeZone)));
}

/**
 * The moment at which clocks of the time zone show the full hour on the day: `atLocalHour("2026-07-01", 8, "Europe/Berlin")` →
 * 2026-07-01T06:00:00Z. In the night that has the hour twice it is the first; in that which leaves it out, the hour after.
 */
function atLocalHour(day: string, hour: number, timeZone: string): Date {
  const shown = fromDay(day).getTime() + hour * hourMs;
  // Clocks change once within two days at most, so one of these is in force at the hour.
  const before = offsetAt(shown - dayMs, timeZone);
  const after = offsetAt(shown + dayMs, timeZone);
  const moments = [shown - before, shown - after].filter((at) => at + offsetAt(at, timeZone) === shown);
  return new Date(moments.length === 0 ? shown - before : Math.min(...moments));
}

/** The next moment, after `now`, at which clocks of the time zone show the full hour on a day that fits. */
export function nextLocalHour(
  now: Date,
  hour: number,
  timeZone: string,
  fits: (day: IsoDate) => boolean = () => true,
): Date {
  const first = fromDay(localDay(now, timeZone));
  for (let ahead = 0; ahead < mostDays; ahead++) {
    const day = toDay(new Date(first.getTime() + ahead * dayMs));
    const at = atLocalHour(day, hour, timeZone);
    if (at > now && fits(day)) return at;
  }
  throw new RangeError("No day of two years fits.");
}

const mostDays = 732;

/** By how much clocks of the time zone are ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((known) => known.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(at / 1_000) * 1_000;
}
