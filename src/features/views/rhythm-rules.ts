import { getISODay, parseISO } from "date-fns";
import { nextLocalHour } from "@/platform/local-time";
import type { Rhythm } from "./letters.schema";

/** When the next letter is due: the first time after `now`, so of times that were missed nothing is made up for. */
export function nextLetterAt(rhythm: Rhythm, now: Date): Date {
  return nextLocalHour(now, rhythm.hour, rhythm.timeZone, (day) => {
    switch (rhythm.frequency) {
      case "daily":
        return true;
      case "weekly":
        return getISODay(parseISO(day)) === rhythm.weekday;
      case "monthly":
        return Number(day.slice(8)) === rhythm.monthDay;
    }
  });
}
