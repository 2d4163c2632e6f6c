import type { Plan } from "../plan";
import { dateOfWorkingDay, type IsoDate } from "./calendar";
import { executionOrder } from "./execution-order";
import type { Network, NetworkTask } from "./network";
import { networkOf } from "./plan-network";

/** Between which days a task may begin without moving the plan's end. */
export interface TaskSlack {
  readonly key: string;
  readonly earliestStartOn: IsoDate;
  readonly latestStartOn: IsoDate;
  /** Zero on the critical path, exactly. */
  readonly slackWorkingDays: number;
}

/**
 * The critical path method (Kelley and Walker, Proc. Eastern Joint Computer Conference, 1959) with the links and lags of
 * precedence diagramming, over the most likely durations, in working days of the plan's calendar. One date per task instead
 * of a range: it says where there is room, not when the plan ends, which `forecastPlan` does. One pass of the loop and no open
 * decision is in it. Work that has begun waits for nothing more, and what is done has no row.
 */
export function criticalPath(plan: Plan): TaskSlack[] {
  const network = networkOf(plan);
  const slackOf = new Map(startWindows(network).map((window) => [window.id, window]));
  return plan.tasks.flatMap(({ key }) => {
    const window = slackOf.get(key);
    if (!window) return [];
    const { earliestStart, latestStart } = window;
    return [
      {
        key,
        earliestStartOn: dateOfWorkingDay(earliestStart, plan.calendar),
        latestStartOn: dateOfWorkingDay(latestStart, plan.calendar),
        slackWorkingDays: latestStart - earliestStart,
      },
    ];
  });
}

/** Moments of a task that is not done. A zero difference is exact: rounding is taken out. */
export interface StartWindow {
  readonly id: string;
  readonly earliestStart: number;
  readonly latestStart: number;
}

/** In the order in which the tasks can be done. */
export function startWindows(network: Network): StartWindow[] {
  const { order } = executionOrder(network.tasks);
  const earliest = earliestSpans(order, network.now);
  const end = [...earliest.values()].reduce((latest, { finish }) => Math.max(latest, finish), network.now);
  const latestStarts = latestStartsOf(order, earliest, end);
  return order.flatMap(({ id, work }) => {
    if (work.kind === "done") return [];
    const earliestStart = earliest.get(id)?.start ?? network.now;
    const latestStart = latestStarts.get(id) ?? earliestStart;
    const slack = latestStart - earliestStart;
    return [{ id, earliestStart, latestStart: slack < rounding ? earliestStart : latestStart }];
  });
}

interface Span {
  readonly start: number;
  readonly finish: number;
}

/** Forward: as early as the links allow. */
function earliestSpans(order: readonly NetworkTask[], now: number): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const task of order) spans.set(task.id, earliestSpan(task, spans, now));
  return spans;
}

function earliestSpan(
  { work, links, durationWorkingDays }: NetworkTask,
  spans: ReadonlyMap<string, Span>,
  now: number,
): Span {
  const duration = durationWorkingDays.mostLikely;
  if (work.kind === "done") return { start: work.startedAt, finish: work.finishedAt };
  if (work.kind === "started")
    return { start: work.startedAt, finish: Math.max(now, work.startedAt + duration) };
  const demanded = links.flatMap(({ after, kind, lagWorkingDays }) => {
    const before = spans.get(after);
    if (!before) return [];
    if (kind === "start-to-start") return [before.start + lagWorkingDays];
    return [before.finish + lagWorkingDays - (kind === "finish-to-finish" ? duration : 0)];
  });
  const start = Math.max(now, ...demanded);
  return { start, finish: start + duration };
}

/** Backward: as late as the end and those who wait allow. */
function latestStartsOf(
  order: readonly NetworkTask[],
  earliest: ReadonlyMap<string, Span>,
  end: number,
): Map<string, number> {
  const latestStarts = new Map<string, number>();
  const takes = ({ id }: NetworkTask) => {
    const { start, finish } = earliest.get(id) ?? { start: 0, finish: 0 };
    return finish - start;
  };
  for (const task of order) latestStarts.set(task.id, end - takes(task));
  const lower = (id: string, limit: number) =>
    latestStarts.set(id, Math.min(latestStarts.get(id) ?? limit, limit));
  const byId = new Map(order.map((task) => [task.id, task]));
  for (const task of order.toReversed()) {
    if (task.work.kind !== "planned") continue;
    const start = latestStarts.get(task.id) ?? end;
    for (const { after, kind, lagWorkingDays } of task.links) {
      const before = byId.get(after);
      if (!before) continue;
      const held = kind === "finish-to-finish" ? start + takes(task) : start;
      lower(after, held - lagWorkingDays - (kind === "start-to-start" ? 0 : takes(before)));
    }
  }
  return latestStarts;
}

/** Some milliseconds of a working day: more than sums of durations round by, less than any plan means. */
const rounding = 1e-7;
