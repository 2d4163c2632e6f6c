/** When something may come back, in the time zone of the clock that `now` is read with: the person's own. */
export function snoozeTimes(now: Date): { readonly label: string; readonly until: Date }[] {
  const day = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const inThreeHours = new Date(now.getTime() + 3 * 3_600_000);
  const laterToday = new Date(
    inThreeHours.getFullYear(),
    inThreeHours.getMonth(),
    inThreeHours.getDate(),
    inThreeHours.getHours(),
  );
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    // Late in the evening it is tomorrow in three hours.
    ...(laterToday.getDate() === now.getDate() ? [{ label: "Later today", until: laterToday }] : []),
    { label: "Tomorrow", until: day(1, morning) },
    { label: "Next week", until: day(daysToMonday, morning) },
  ];
}

const morning = 9;

/** The morning of a day that was picked from a calendar. */
export function morningOf(isoDay: string): Date {
  const [year = 0, month = 1, day = 1] = isoDay.split("-").map(Number);
  return new Date(year, month - 1, day, morning);
}
