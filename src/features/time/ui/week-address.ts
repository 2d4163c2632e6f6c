import { z } from "zod";
import { isIsoDate, isoDate, mondayOf } from "@/planning";

const memberId = z.uuid().nullable().catch(null);

/** What the address says: the Monday of the week, and whose it is. What it can't say is this week, and one's own. */
export function readWeekAddress(
  search: Readonly<Record<string, string | string[] | undefined>>,
  now: Date,
): { day: string; member: string | null } {
  const { week, member } = search;
  const isWeek = typeof week === "string" && isIsoDate(week) && week >= "2000-01-08" && week <= "2099-12-20";
  const day = isoDate(isWeek ? week : now.toISOString().slice(0, 10));
  return { day: mondayOf(day), member: memberId.parse(member ?? null) };
}
