import { dateOfWorkingDay, finishDay, type IsoDate, type WorkingCalendar } from "./calendar";

/** The day on which what ends at this moment is finished; what took no time at all is finished on its first day. */
export function finishDate(moment: number, earliest: number, calendar: WorkingCalendar): IsoDate {
  return dateOfWorkingDay(Math.max(finishDay(moment), Math.floor(earliest + 1e-6)), calendar);
}

const binsAtMost = 30;

/** Finish days in bins of equal numbers of working days, empty ones included, so that a chart needs no more. */
export function finishHistogram(
  sorted: Float64Array,
  base: number,
  calendar: WorkingCalendar,
): { from: IsoDate; count: number }[] {
  const dayOf = (moment: number) => Math.max(finishDay(moment), Math.floor(base + 1e-6));
  const first = dayOf(sorted[0] ?? base);
  const last = dayOf(sorted.at(-1) ?? base);
  const width = Math.ceil((last - first + 1) / binsAtMost);
  const counts = new Array<number>(Math.ceil((last - first + 1) / width)).fill(0);
  for (const moment of sorted) {
    const bin = Math.floor((dayOf(moment) - first) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({ from: dateOfWorkingDay(first + bin * width, calendar), count }));
}
