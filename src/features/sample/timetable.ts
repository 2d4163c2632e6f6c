const dayMilliseconds = 86_400_000;
const workBeginsMilliseconds = 8 * 3_600_000;
const workLastsMilliseconds = 9 * 3_600_000;

/** The day so many days before today as YYYY-MM-DD; Saturdays and Sundays give way to the Friday before. */
export function workingDay(today: Date, daysAgo: number): string {
  const date = new Date(startOfDay(today) - daysAgo * dayMilliseconds);
  const weekend = { 0: 2, 6: 1 }[date.getUTCDay()] ?? 0;
  return new Date(date.getTime() - weekend * dayMilliseconds).toISOString().slice(0, 10);
}

/** The day in so many days from today, whatever day of the week it is. */
export function dayToCome(today: Date, inDays: number): string {
  return new Date(startOfDay(today) + inDays * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * When each of the scenes happened: within the working hours of its day, those of one day spread over it, in the order given. Scenes
 * come oldest first, and none is of today, so every moment lies in the past and after the one before.
 */
export function timetable(scenes: readonly { readonly daysAgo: number }[], today: Date): Date[] {
  const days = scenes.map(({ daysAgo }) => workingDay(today, daysAgo));
  const perDay = new Map<string, number>();
  for (const day of days) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const told = new Map<string, number>();
  return days.map((day) => {
    const place = told.get(day) ?? 0;
    told.set(day, place + 1);
    const share = (place + unevenness(day, place)) / (perDay.get(day) ?? 1);
    return new Date(
      Date.parse(`${day}T00:00:00Z`) + workBeginsMilliseconds + Math.floor(share * workLastsMilliseconds),
    );
  });
}

/** From 0.1 to 0.8, the same each time: people do not act on the hour. */
function unevenness(day: string, place: number): number {
  let mixed = place + 1;
  for (const character of day) mixed = (mixed * 31 + character.charCodeAt(0)) % 7919;
  return 0.1 + (0.7 * mixed) / 7919;
}

function startOfDay(date: Date): number {
  return Math.floor(date.getTime() / dayMilliseconds) * dayMilliseconds;
}
