import type { Rhythm } from "../letters.schema";

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** `Every Monday at 08:00 (Europe/Berlin)` */
export function rhythmWords(rhythm: Rhythm): string {
  return `${dayWords(rhythm)} at ${clockWords(rhythm.hour)} (${rhythm.timeZone})`;
}

/** When it is, as clocks of the time zone show it: `Mon, 30 Nov 2026, 08:00` */
export function momentWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

export function clockWords(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

function dayWords(rhythm: Rhythm): string {
  switch (rhythm.frequency) {
    case "daily":
      return "Every day";
    case "weekly":
      return `Every ${weekdays[rhythm.weekday - 1] ?? "week"}`;
    case "monthly":
      return `On day ${rhythm.monthDay} of every month`;
  }
}
