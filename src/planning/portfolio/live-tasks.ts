import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { endMoment, startMoment } from "../schedule/calendar";

/** A task that is not done, with what is left of it in whole days of the portfolio, day 0 first. */
export interface LiveTask {
  readonly task: PlannedTask;
  readonly durationWorkingDays: number;
  readonly effortPersonDays: number;
  /** Keys of live tasks that must be finished first, each with working days to wait besides. */
  readonly after: readonly { readonly key: string; readonly lagWorkingDays: number }[];
  readonly notBeforeDay: number;
}

/**
 * What is left to do of a plan, at its most likely: one pass of the loop, no open decision. Work that has begun waits for nothing more;
 * of its effort there is left what is left of its time, and of its time at least a day. Tasks that overlap (start-to-start,
 * finish-to-finish, a negative lag) are taken one after the other: never too early for the plan, at most too late.
 */
export function liveTasks(plan: Plan): LiveTask[] {
  const day0 = startMoment(plan.asOf, plan.calendar);
  const begin = Math.max(0, startMoment(plan.startsOn, plan.calendar) - day0);
  const isLive = ({ status }: PlannedTask) => status === "planned" || status === "started";
  const byKey = new Map(plan.tasks.map((task) => [task.key, task]));
  return plan.tasks.filter(isLive).map((task): LiveTask => {
    const duration = task.durationWorkingDays.mostLikely;
    const effort = task.effortPersonDays.mostLikely;
    if (task.status === "started") {
      const passed = task.startedOn === null ? 0 : day0 - startMoment(task.startedOn, plan.calendar);
      const left = Math.max(Math.min(1, duration), duration - Math.max(0, passed));
      const share = duration === 0 ? 1 : Math.min(1, left / duration);
      return {
        task,
        durationWorkingDays: left,
        effortPersonDays: effort * share,
        after: [],
        notBeforeDay: 0,
      };
    }
    const waits = task.links.flatMap((link) => {
      const before = byKey.get(link.after);
      return before === undefined ? [] : [{ before, lag: lagOf(link, duration) }];
    });
    const heldByDone = waits.map(({ before, lag }) =>
      before.status === "done" && before.finishedOn !== null
        ? Math.ceil(endMoment(before.finishedOn, plan.calendar) + lag - day0)
        : 0,
    );
    const heldByDay = task.notBeforeOn === null ? 0 : startMoment(task.notBeforeOn, plan.calendar) - day0;
    return {
      task,
      durationWorkingDays: duration,
      effortPersonDays: effort,
      after: waits
        .filter(({ before }) => isLive(before))
        .map(({ before, lag }) => ({ key: before.key, lagWorkingDays: lag })),
      notBeforeDay: Math.max(begin, heldByDay, ...heldByDone),
    };
  });
}

function lagOf({ kind, lagWorkingDays }: PlannedTask["links"][number], duration: number): number {
  if (kind === "start-to-start") return 0;
  return Math.max(0, Math.ceil(lagWorkingDays - (kind === "finish-to-finish" ? duration : 0)));
}
