import { endMoment, type IsoDate, startMoment, type WorkingCalendar } from "../schedule/calendar";

/** Days on which somebody is not there, from the first to the last of them. */
export interface Absence {
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
}

/**
 * How many working days somebody is away from one morning to another. Absences must not overlap.
 * Away from 2026-12-24 to 2027-01-03, from Monday 2026-12-21 to the Monday after it → 2
 */
export function workingDaysAway(
  absences: readonly Absence[],
  from: IsoDate,
  until: IsoDate,
  calendar?: WorkingCalendar,
): number {
  return absences.reduce((days, { fromOn, toOn }) => {
    const first = startMoment(fromOn > from ? fromOn : from, calendar);
    const last = toOn < until ? endMoment(toOn, calendar) : startMoment(until, calendar);
    return days + Math.max(0, last - first);
  }, 0);
}

/** Absences as a levelling counts them: in working days from the day that is its day 0. Those that are over are left out. */
export function absencesFrom(
  day0: IsoDate,
  absences: readonly Absence[],
  calendar?: WorkingCalendar,
): { fromDay: number; toDay: number }[] {
  const start = startMoment(day0, calendar);
  return absences
    .map(({ fromOn, toOn }) => ({
      fromDay: Math.max(0, startMoment(fromOn, calendar) - start),
      toDay: endMoment(toOn, calendar) - start,
    }))
    .filter(({ fromDay, toDay }) => toDay > fromDay);
}
