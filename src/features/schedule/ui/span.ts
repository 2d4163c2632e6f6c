import { calendarDaysBetween } from "@/planning";

export type Span = { readonly from: string; readonly days: number };

/** From today to the last day that any row shows. */
export function daysShown(
  from: string,
  projects: readonly { readonly finish: string | null; readonly targetOn: string | null }[],
  scheduled: readonly { readonly finish: string; readonly finishBefore: string }[],
): Span {
  const last = [
    ...projects.flatMap(({ finish, targetOn }) => [finish ?? from, targetOn ?? from]),
    ...scheduled.flatMap(({ finish, finishBefore }) => [finish, finishBefore]),
  ].reduce((latest, day) => (day > latest ? day : latest), from);
  return { from, days: Math.max(1, calendarDaysBetween(from, last)) };
}

/** Where a day stands in the span, in percent; what lies before it stands at its beginning. */
export function percentAt({ from, days }: Span, day: string): number {
  return Math.min(100, Math.max(0, (calendarDaysBetween(from, day) / days) * 100));
}
