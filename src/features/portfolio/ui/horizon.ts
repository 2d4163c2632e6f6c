import { type IsoDate, workingDaysBetween } from "@/planning";

/** Weeks from today to the latest P80 finish of unfinished projects; at least one. */
export function horizonWeeks(
  projects: readonly { launchedAt: Date | null; finish: { p80: IsoDate } }[],
  asOf: IsoDate,
): number {
  const ahead = projects
    .filter((project) => project.launchedAt === null)
    .map((project) => project.finish.p80);
  const last = ahead.sort().at(-1);
  return last === undefined ? 1 : Math.max(1, Math.ceil(workingDaysBetween(asOf, last) / 5));
}
