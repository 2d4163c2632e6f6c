import type { IsoDate } from "@/planning";
import type { PortfolioProject } from "../projects.queries";

/** The days from the first to the last that the rows tell of work ahead; of finished work where nothing is ahead. */
export type TimeScale = { readonly first: IsoDate; readonly last: IsoDate };

export function timeScale(projects: readonly PortfolioProject[]): TimeScale | null {
  const ahead = projects.filter((project) => project.launchedAt === null);
  const days = ahead.flatMap((project) => [
    project.finish.p10,
    project.finish.p95,
    ...(project.targetOn === null ? [] : [project.targetOn]),
  ]);
  const ordered = (days.length > 0 ? days : projects.map((project) => project.finish.p50)).sort();
  const [first] = ordered;
  return first === undefined ? null : { first, last: ordered.at(-1) ?? first };
}

/** Where on the scale a day stands, 0 to 1, with a little room at both ends. */
export function placeOnScale({ first, last }: TimeScale, day: IsoDate): number {
  const time = (of: string) => Date.parse(`${of}T00:00:00Z`);
  const width = Math.max(1, time(last) - time(first));
  return 0.02 + (0.96 * (time(day) - time(first))) / width;
}
