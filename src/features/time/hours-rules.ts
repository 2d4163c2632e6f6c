import { mostHoursPerDay } from "@/planning";

/** What a person typed into a day: hours with two decimals, null for none, or what is wrong with it. */
export type TypedHours = { readonly hours: number | null } | { readonly fault: string };

/** `parseHours("7.5")`, `parseHours("7,5")` and `parseHours("7:30")` → 7.5; nothing or 0 → none. */
export function parseHours(text: string): TypedHours {
  const typed = text.trim().replace(/\s*h$/i, "");
  if (typed === "") return { hours: null };
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed);
  const hours = clock
    ? Number(clock[1]) + Number(clock[2]) / 60
    : /^\d*[.,]?\d+$|^\d+[.,]$/.test(typed)
      ? Number(typed.replace(",", "."))
      : Number.NaN;
  if (!Number.isFinite(hours)) return { fault: "Write hours as 7.5 or 7:30." };
  if (hours > mostHoursPerDay) return { fault: `A day has ${mostHoursPerDay} hours.` };
  const rounded = Math.round(hours * 100) / 100;
  return { hours: rounded === 0 ? null : rounded };
}
