import { type IsoDate, isoDate } from "./schedule/calendar";

/** People's hours in a person-day: a Phasewise convention, the same in every workspace. */
export const hoursPerPersonDay = 8;

/** `personDaysOf(12)` → 1.5. Hours have two decimals, so the quotient is exact with five. */
export function personDaysOf(hours: number): number {
  return Math.round((hours / hoursPerPersonDay) * 1e5) / 1e5;
}

/** Sums of hours with two decimals, without what binary fractions add. */
export function sumOfHours(hours: readonly number[]): number {
  return Math.round(hours.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

/** Nobody works more on one day, whatever on. */
export const mostHoursPerDay = 24;

/** A timer that has run longer was forgotten: its hours have to be said. */
export const longestTimerHours = 12;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a timer comes to: whole minutes, at least one, as hours with two decimals. 20 minutes → 0.33 */
export function timedHours(startedAt: Date, stoppedAt: Date): number {
  const minutes = Math.max(1, Math.round((stoppedAt.getTime() - startedAt.getTime()) / minuteMs));
  return Math.round((minutes / 60) * 100) / 100;
}

export function isForgotten(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() > longestTimerHours * hourMs;
}

const dayMs = 24 * hourMs;

/** `dayPlus("2026-11-30", 1)` → "2026-12-01" */
export function dayPlus(day: IsoDate, days: number): IsoDate {
  return isoDate(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10));
}

/** Monday to Sunday. */
export function daysOfWeek(monday: IsoDate): IsoDate[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => dayPlus(monday, days));
}
