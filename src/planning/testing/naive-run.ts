import { luckLevel, luckOfRun, scoreOfLevel } from "../estimation/own-luck";
import { valueAt } from "../estimation/quantile-table";
import type { CompiledLink, CompiledNetwork, CompiledTask } from "../schedule/compile-network";
import { remainingWorkingDays, scoreBeyond } from "../schedule/started-task";

export interface NaiveRun {
  readonly finish: number;
  readonly effortPersonDays: number;
  readonly remainingPersonDays: number;
  readonly machineHours: number;
  /** By task id, absent for nobody. */
  readonly starts: ReadonlyMap<string, number>;
  readonly finishes: ReadonlyMap<string, number>;
  readonly critical: ReadonlySet<string>;
}

/** What lies closer together is told apart by rounding alone. */
const sameMoment = 1e-7;

interface Times {
  start: number;
  finish: number;
}

/** One run of a network, one task after the other: slow, and plain enough to be believed. The blocks must agree with it. */
export function naiveRun(
  compiled: CompiledNetwork,
  run: number,
  factors: readonly number[],
  passes: number,
): NaiveRun {
  const { tasks, network, loopFrom, loopTo, firstPass } = compiled;
  const { now } = network;
  const inLoop = (position: number) => position >= loopFrom && position < loopTo;
  const times = new Map<number, Times>();
  const waited = new Map<number, number>();
  const waitedInLastPass = new Map<number, number>();
  let effortPersonDays = network.spent.reduce((sum, task) => sum + task.effortPersonDays, 0);
  let remainingPersonDays = 0;
  let machineHours = network.spent.reduce((sum, task) => sum + task.machineHours, 0);

  const ownScoreOf = (task: CompiledTask, pass: number) =>
    scoreOfLevel[luckLevel(luckOfRun(run), task.luckOfPass(pass))] ?? 0;
  const scoreOf = (task: CompiledTask, pass: number) => {
    const weights = compiled.scoreWeights[task.weights] ?? { shared: [], own: 1 };
    const shared = weights.shared.reduce((sum, weight, place) => sum + weight * (factors[place] ?? 0), 0);
    return shared + weights.own * ownScoreOf(task, pass);
  };
  const draw = (task: CompiledTask, pass: number, score = scoreOf(task, pass)) => {
    const tables = pass === 1 ? task.first : task.later;
    return {
      effort: valueAt(tables.effort, score),
      duration: valueAt(tables.duration, score),
      machineHours: tables.machineHours ? valueAt(tables.machineHours, score) : 0,
    };
  };
  const begin = (
    links: readonly CompiledLink[],
    among: ReadonlyMap<number, Times>,
    earliest: number,
    duration: number,
  ): { start: number; because: number } => {
    let start = earliest;
    let because = -1;
    for (const { from, kind, lag } of links) {
      const other = among.get(from) ?? { start: 0, finish: 0 };
      const moment =
        kind === "finish-to-start"
          ? other.finish + lag
          : kind === "start-to-start"
            ? other.start + lag
            : other.finish + lag - duration;
      if (moment - start > sameMoment) because = from;
      start = Math.max(start, moment);
    }
    return { start, because };
  };

  const firstTime = (task: CompiledTask, position: number) => {
    const { work } = task;
    if (work.kind === "done") {
      times.set(position, { start: work.startedAt, finish: work.finishedAt });
      effortPersonDays += work.effortPersonDays;
      machineHours += work.machineHours;
      return;
    }
    const pass = inLoop(position) ? firstPass : 1;
    for (let behind = 1; behind < pass; behind += 1) {
      const past = draw(task, behind);
      if (work.kind !== "started" || work.spentPersonDays === null) effortPersonDays += past.effort;
      if (work.kind !== "started" || work.spentMachineHours === null) machineHours += past.machineHours;
    }
    if (work.kind === "started") {
      const elapsed = pass === 1 ? work.elapsed : 0;
      const drawn = draw(task, pass, scoreBeyond(scoreOf(task, pass), pass === 1 ? work.chancePassed : 0));
      const remaining = remainingWorkingDays(drawn.duration, elapsed, ownScoreOf(task, pass));
      const shareLeft = remaining / (elapsed + remaining || 1);
      const left = drawn.effort * shareLeft;
      effortPersonDays += (work.spentPersonDays ?? drawn.effort - left) + left;
      remainingPersonDays += left;
      machineHours +=
        work.spentMachineHours === null
          ? drawn.machineHours
          : work.spentMachineHours + drawn.machineHours * shareLeft;
      times.set(position, { start: work.startedAt, finish: Math.max(now, work.startedAt) + remaining });
      return;
    }
    const drawn = draw(task, pass);
    const { start, because } = begin(task.links, times, now, drawn.duration);
    times.set(position, { start, finish: start + drawn.duration });
    waited.set(position, because);
    effortPersonDays += drawn.effort;
    remainingPersonDays += drawn.effort;
    machineHours += drawn.machineHours;
  };

  tasks.slice(0, loopTo).forEach(firstTime);
  const loop = tasks.map((_, position) => position).filter(inLoop);
  const lastOf = (positions: readonly number[]) => {
    let last = -1;
    let latest = now;
    for (const position of positions) {
      const finish = times.get(position)?.finish ?? 0;
      if (latest - finish > sameMoment) continue;
      latest = Math.max(latest, finish);
      last = position;
    }
    return { last, latest };
  };
  const firstPassEnd = lastOf(loop);
  let passEnd = firstPassEnd.latest;
  for (let pass = firstPass + 1; pass <= passes && loop.length > 0; pass += 1) {
    const own = new Map<number, Times>();
    for (const position of loop) {
      const task = tasks[position];
      if (!task) continue;
      const drawn = draw(task, pass);
      const { start, because } = begin(task.linksInLoop, own, passEnd, drawn.duration);
      own.set(position, { start, finish: start + drawn.duration });
      waitedInLastPass.set(position, because);
      effortPersonDays += drawn.effort;
      remainingPersonDays += drawn.effort;
      machineHours += drawn.machineHours;
    }
    for (const [position, { finish }] of own) {
      const first = times.get(position);
      if (first) times.set(position, { start: first.start, finish });
    }
    passEnd = [...own.values()].reduce((end, { finish }) => Math.max(end, finish), passEnd);
  }
  tasks.slice(loopTo).forEach((task, place) => {
    firstTime(task, place + loopTo);
  });

  const critical = new Set<string>();
  let inLastPass = loop.length > 0 && passes > firstPass;
  let position = compiled.ends.reduce(
    (last, end) =>
      (times.get(end)?.finish ?? 0) - (times.get(last)?.finish ?? -Infinity) > sameMoment ? end : last,
    -1,
  );
  while (position >= 0) {
    critical.add(tasks[position]?.id ?? "");
    if (!inLoop(position) || !inLastPass) position = waited.get(position) ?? -1;
    else {
      position = waitedInLastPass.get(position) ?? -1;
      if (position >= 0) continue;
      inLastPass = false;
      position = firstPassEnd.last;
    }
  }
  const idOf = (place: number) => tasks[place]?.id ?? "";
  return {
    finish: [...times.values()].reduce((end, { finish }) => Math.max(end, finish), network.base),
    effortPersonDays,
    remainingPersonDays,
    machineHours,
    starts: new Map([...times].map(([place, { start }]) => [idOf(place), start])),
    finishes: new Map([...times].map(([place, { finish }]) => [idOf(place), finish])),
    critical,
  };
}
