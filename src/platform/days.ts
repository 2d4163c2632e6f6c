import { type IsoDate, isoDate } from "@/planning";

/** A date column's day. The database gives it as midnight UTC. */
export function toDay(date: Date): IsoDate {
  return isoDate(date.toISOString().slice(0, 10));
}

/** A day as a date column takes it. */
export function fromDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day it is now, in UTC: the same for everybody who looks at a forecast. */
export function today(): IsoDate {
  return toDay(new Date());
}

/** When the next day begins: `nextDayBegins(new Date("2026-11-26T15:00:00Z"))` → 2026-11-27T00:00:00Z */
export function nextDayBegins(now: Date): Date {
  const begins = fromDay(toDay(now));
  begins.setUTCDate(begins.getUTCDate() + 1);
  return begins;
}
