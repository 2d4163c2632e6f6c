const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The next moment, after `now`, at which clocks of the time zone show the full hour. In the night in which an hour is left out, it
 * is the hour after.
 */
export function nextLocalHour(now: Date, hour: number, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const shows = (at: number) => {
    const parts = clock.formatToParts(at);
    const part = (type: string) => Number(parts.find((known) => known.type === type)?.value ?? 0);
    return { hour: part("hour"), minute: part("minute") };
  };
  // Time zones differ from UTC by whole quarters of an hour.
  const step = 15 * minuteMs;
  const first = Math.floor(now.getTime() / step) * step + step;
  for (let at = first; at <= first + 25 * hourMs; at += step) {
    const { hour: shown, minute } = shows(at);
    if (shown === hour && minute === 0) return new Date(at);
  }
  return nextLocalHour(now, (hour + 1) % 24, timeZone);
}
