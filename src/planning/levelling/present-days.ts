import type { LevellingPerson } from "./levelling-input";

/** Whether a person is there on a day, and when so many days of presence are over. */
export function presentDays({ absences }: Pick<LevellingPerson, "absences">) {
  const isPresent = (day: number) => absences.every(({ fromDay, toDay }) => day < fromDay || day >= toDay);
  return {
    isPresent,
    finishOf(startDay: number, days: number): number {
      let day = startDay;
      for (let left = days; left > 0; day += 1) if (isPresent(day)) left -= 1;
      return day;
    },
  };
}
