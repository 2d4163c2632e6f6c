import { PlanningError } from "../planning-error";

declare const isoDateBrand: unique symbol;
/** A calendar day as "YYYY-MM-DD", no time and no zone. Make one with `isoDate`. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const millisecondsPerDay = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Calendar days from one day to another, both in ISO form; negative when the other comes first. */
export function calendarDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}

/** True for an existing day between 1970-01-05 (a Monday, where our count begins) and 9999-12-31. */
export function isIsoDate(text: string): text is IsoDate {
  if (!pattern.test(text) || text < "1970-01-05") return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

/** Counted, since a forecast holds thousands of days and making a `Date` of each to ask it takes several times as long. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `isoDate("2026-11-23")` → the day; throws a PlanningError for "2026-02-30". */
export function isoDate(text: string, field = "date"): IsoDate {
  if (!isIsoDate(text))
    throw new PlanningError("not-a-date", field, `"${text}" is not a day such as 2026-11-23.`);
  return text;
}

/** The days on which nobody works besides Saturday and Sunday. Make one with `workingCalendar`. */
export interface WorkingCalendar {
  readonly holidays: readonly IsoDate[];
  /** The holidays that fall on Monday to Friday, as weekday indices, ascending. */
  readonly daysOff: readonly number[];
}

const holidaysAtMost = 2000;

/** `workingCalendar([isoDate("2026-12-25")])`; throws a PlanningError for what is no day. */
export function workingCalendar(holidays: readonly string[], field = "holidays"): WorkingCalendar {
  if (holidays.length > holidaysAtMost)
    throw new PlanningError("out-of-range", field, `Give at most ${holidaysAtMost} holidays.`);
  const days = [...new Set(holidays.map((day, place) => isoDate(day, `${field}.${place}`)))].sort();
  return { holidays: days, daysOff: days.filter((day) => !isWeekend(day)).map(weekdayIndex) };
}

const withoutHolidays: WorkingCalendar = { holidays: [], daysOff: [] };

/**
 * Working days are Monday to Friday less holidays, counted from Monday 1970-01-05 = 0. A day off shares the index of the
 * working day after it, so that work planned for it begins on that day.
 * `workingDayIndex(isoDate("1970-01-12"))` → 5
 */
export function workingDayIndex(date: IsoDate, calendar = withoutHolidays): number {
  const weekday = weekdayIndex(date);
  return weekday - countBelow(calendar.daysOff, weekday);
}

/** The day of a working-day index; fractions are the hours of that day. Past 9999 it stays at the last day there is. */
export function dateOfWorkingDay(index: number, calendar = withoutHolidays): IsoDate {
  const whole = Math.min(Math.max(Math.floor(index + tolerance), 0), lastWorkingDay);
  const weekday = Math.min(weekdayOfWorkingDay(whole, calendar.daysOff), lastWorkingDay);
  const week = Math.floor(weekday / 5);
  const days = week * 7 + (weekday - week * 5) + 4;
  return isoDate(new Date(days * millisecondsPerDay).toISOString().slice(0, 10));
}

/** Every day off up to the day sought moves it one further, and may bring the next day off within reach. */
function weekdayOfWorkingDay(index: number, daysOff: readonly number[]): number {
  let weekday = index;
  for (;;) {
    const next = index + countBelow(daysOff, weekday + 1);
    if (next === weekday) return weekday;
    weekday = next;
  }
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Days from Monday to Friday before this one; Saturday and Sunday share the index of the Monday after them. */
function weekdayIndex(date: IsoDate): number {
  const daysSinceMonday = Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay) - 4;
  const week = Math.floor(daysSinceMonday / 7);
  return week * 5 + Math.min(daysSinceMonday - week * 7, 5);
}

function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Rounding in sums of durations must not push a finish at 17:00 into the next morning. */
const tolerance = 1e-6;
const lastWorkingDay = 2_095_000;

/** A moment is a working-day index with a fraction: 3.0 is the start of day 3 and also the end of day 2. */
export function startMoment(date: IsoDate, calendar = withoutHolidays): number {
  return workingDayIndex(date, calendar);
}

/** The end of the day; a day off adds no working time to the working day before. */
export function endMoment(date: IsoDate, calendar = withoutHolidays): number {
  const isOff = isWeekend(date) || calendar.daysOff.includes(weekdayIndex(date));
  return workingDayIndex(date, calendar) + (isOff ? 0 : 1);
}

/** The day on which something that ends at this moment is finished: moment 3.0 is the evening of day 2. */
export function finishDay(moment: number): number {
  return Math.ceil(moment - tolerance) - 1;
}

/** `addWorkingDays(isoDate("2026-11-27"), 1)` → "2026-11-30" (Friday to Monday) */
export function addWorkingDays(date: IsoDate, workingDays: number, calendar = withoutHolidays): IsoDate {
  return dateOfWorkingDay(workingDayIndex(date, calendar) + workingDays, calendar);
}

/** Working days from one morning to another: Friday to Monday is 1. Negative when `to` is earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar = withoutHolidays): number {
  return workingDayIndex(to, calendar) - workingDayIndex(from, calendar);
}
