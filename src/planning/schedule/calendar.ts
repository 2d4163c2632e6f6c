import { PlanningError } from "../planning-error";

declare const isoDateBrand: unique symbol;
/** A calendar day as "YYYY-MM-DD", no time and no zone. Make one with `isoDate`. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const millisecondsPerDay = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing day between 1970-01-05 (a Monday, where our count begins) and 9999-12-31. */
export function isIsoDate(text: string): text is IsoDate {
  if (!pattern.test(text) || text < "1970-01-05") return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `isoDate("2026-11-23")` → the day; throws a PlanningError for "2026-02-30". */
export function isoDate(text: string, field = "date"): IsoDate {
  if (!isIsoDate(text))
    throw new PlanningError("not-a-date", field, `"${text}" is not a day such as 2026-11-23.`);
  return text;
}

/**
 * Working days are Monday to Friday; public holidays are not modelled yet.
 * The index counts them from Monday 1970-01-05 = 0. Saturday and Sunday share the index of the Monday after
 * them, so that work planned for a weekend begins on Monday.
 * `workingDayIndex(isoDate("1970-01-12"))` → 5
 */
export function workingDayIndex(date: IsoDate): number {
  const daysSinceMonday = Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay) - 4;
  const week = Math.floor(daysSinceMonday / 7);
  return week * 5 + Math.min(daysSinceMonday - week * 7, 5);
}

/** The day of a working-day index; fractions are the hours of that day. Past 9999 it stays at the last day there is. */
export function dateOfWorkingDay(index: number): IsoDate {
  const whole = Math.min(Math.max(Math.floor(index + tolerance), 0), lastWorkingDay);
  const week = Math.floor(whole / 5);
  const days = week * 7 + (whole - week * 5) + 4;
  return isoDate(new Date(days * millisecondsPerDay).toISOString().slice(0, 10));
}

/** Rounding in sums of durations must not push a finish at 17:00 into the next morning. */
const tolerance = 1e-6;
const lastWorkingDay = 2_095_000;

/** A moment is a working-day index with a fraction: 3.0 is the start of day 3 and also the end of day 2. */
export function startMoment(date: IsoDate): number {
  return workingDayIndex(date);
}

/** The end of the day; a Saturday or Sunday adds no working time to the Friday before. */
export function endMoment(date: IsoDate): number {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return workingDayIndex(date) + (weekday === 0 || weekday === 6 ? 0 : 1);
}

/** The day on which something that ends at this moment is finished: moment 3.0 is the evening of day 2. */
export function finishDay(moment: number): number {
  return Math.ceil(moment - tolerance) - 1;
}

/** `addWorkingDays(isoDate("2026-11-27"), 1)` → "2026-11-30" (Friday to Monday) */
export function addWorkingDays(date: IsoDate, workingDays: number): IsoDate {
  return dateOfWorkingDay(workingDayIndex(date) + workingDays);
}

/** Working days from one morning to another: Friday to Monday is 1. Negative when `to` is earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  return workingDayIndex(to) - workingDayIndex(from);
}
