import { dayPlus } from "../booked-time";
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "./calendar";

/** The Monday of the day's ISO week: `mondayOf(isoDate("2026-11-29"))` → "2026-11-23" (a Sunday belongs to the week before it) */
export function mondayOf(date: IsoDate): IsoDate {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayPlus(date, -weekday);
}

/** `addWeeks(isoDate("2026-11-23"), 2)` → "2026-12-07" */
export function addWeeks(date: IsoDate, weeks: number): IsoDate {
  return dayPlus(date, 7 * weeks);
}

/** Working days of the week that begins on this Monday, today's and later ones: five less holidays and what is over. */
export function workingDaysLeftInWeek(weekOn: IsoDate, today: IsoDate, calendar?: WorkingCalendar): number {
  const next = addWeeks(weekOn, 1);
  const from = weekOn < today ? today : weekOn;
  return from >= next ? 0 : workingDaysBetween(from, next, calendar);
}
