import { formatPercent } from "@/ui/format";
import type { ScheduleRun } from "../queries";

/** How far a run is, in a sentence or two. */
export function tellRun(run: ScheduleRun | null): string {
  if (run === null)
    return "Level all projects together under the people there are: who stands higher is preferred, fixed projects stay.";
  const { state, result } = run;
  const found = result === null ? "" : ` ${tellQuality(run, result)}`;
  if (state === "failed") return `This schedule failed: ${run.fault ?? "nobody knows why"}. Level again.`;
  if (state === "interrupted")
    return `The process that worked on it has ended. Another one takes it up within half a minute.${found}`;
  if (state === "waiting") return `Waiting for its turn.${found}`;
  if (state === "running") return result === null ? "Levelling…" : `Improving…${found}`;
  return `Levelled.${found}`;
}

function tellQuality({ schedules }: ScheduleRun, result: NonNullable<ScheduleRun["result"]>): string {
  const tried = `${schedules.toLocaleString("en-GB")} schedules tried`;
  if (result.isProvenBest) return `${tried}; no better one exists.`;
  const above = result.lowerBound > 0 ? result.cost / result.lowerBound - 1 : 0;
  return `${tried}; at most ${formatPercent(above)} above what could be reached at best.`;
}
