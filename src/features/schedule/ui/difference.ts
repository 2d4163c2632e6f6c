import { calendarDaysBetween } from "@/planning";

/** "3 d later", "2 d earlier", "as it is", "fixed". */
export function tellDifference({
  isFixed,
  laterWorkingDays,
}: {
  readonly isFixed: boolean;
  readonly laterWorkingDays: number;
}): string {
  if (isFixed) return "fixed";
  if (laterWorkingDays === 0) return "as it is";
  const days = Math.abs(laterWorkingDays);
  return `${days} d ${laterWorkingDays > 0 ? "later" : "earlier"}`;
}

/** Calendar days from a finish to the target. */
export function againstTarget(
  targetOn: string | null,
  finish: string | null,
): { readonly text: string; readonly isLate: boolean } {
  if (targetOn === null) return { text: "no target", isLate: false };
  if (finish === null) return { text: "–", isLate: false };
  const late = calendarDaysBetween(targetOn, finish);
  if (late === 0) return { text: "on the day", isLate: false };
  return { text: `${Math.abs(late)} d ${late > 0 ? "late" : "to spare"}`, isLate: late > 0 };
}
