import { basename, extname } from "node:path";
import { compileProblem } from "../../src/planning/levelling/engine/compiled-problem";
import { criticalPath } from "../../src/planning/levelling/engine/critical-path";
import { orderByPriority } from "../../src/planning/levelling/engine/priority-order";
import {
  type PriorityRuleName,
  priorityRules,
  rulesFor,
} from "../../src/planning/levelling/engine/priority-rules";
import { newDraft } from "../../src/planning/levelling/engine/schedule-draft";
import type { SchedulingProblem } from "../../src/planning/levelling/engine/scheduling-problem";
import { type SearchResult, searchSchedule } from "../../src/planning/levelling/engine/search";
import { SerialScheduler } from "../../src/planning/levelling/engine/serial-scheduler";
import { imopseFaults, imopseProblem, parseImopse } from "./imopse";
import { parsePsplib, psplibFaults, psplibProblem } from "./psplib";

export interface InstanceResult {
  readonly instance: string;
  readonly makespan: number;
  readonly starts: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>> | null;
  readonly faults: readonly string[];
  readonly criticalPath: number;
  readonly lowerBound: number;
  readonly byRule: ReadonlyMap<PriorityRuleName, number>;
  readonly schedules: number;
  readonly seconds: number;
}

export function runInstance(file: string, text: string, seconds: number, seed: number): InstanceResult {
  const instance = basename(file, extname(file));
  if (extname(file) === ".sm") {
    const parsed = parsePsplib(text);
    const problem = psplibProblem(parsed);
    const { found, spent } = search(problem, seconds, seed);
    const starts = [...found.schedule.starts];
    return {
      instance,
      starts: Object.fromEntries(starts.map((start, job) => [`${job + 1}`, start])),
      people: null,
      faults: psplibFaults(parsed, starts, found.schedule.makespan),
      ...figures(problem, found, spent),
    };
  }
  const parsed = parseImopse(text);
  const problem = imopseProblem(parsed);
  const { found, spent } = search(problem, seconds, seed);
  const starts = [...found.schedule.starts];
  const chosen = [...found.schedule.choices].map(
    (choice, task) => problem.tasks[task]?.pieces[0]?.choices[choice]?.resource ?? -1,
  );
  return {
    instance,
    starts: Object.fromEntries(parsed.tasks.map(({ id }, task) => [id, starts[task] ?? -1])),
    people: Object.fromEntries(
      parsed.tasks.map(({ id }, task) => [id, Number(parsed.people[chosen[task] ?? -1]?.id)]),
    ),
    faults: imopseFaults(parsed, starts, chosen, found.schedule.makespan),
    ...figures(problem, found, spent),
  };
}

function search(problem: SchedulingProblem, seconds: number, seed: number) {
  const began = performance.now();
  const until = began + seconds * 1000;
  const found = searchSchedule(compileProblem(problem), {
    seed,
    maxSchedules: Number.POSITIVE_INFINITY,
    shouldStop: () => performance.now() >= until,
  });
  return { found, spent: (performance.now() - began) / 1000 };
}

function figures(problem: SchedulingProblem, found: SearchResult, spent: number) {
  const compiled = compileProblem(problem);
  const path = criticalPath(compiled);
  const scheduler = new SerialScheduler(compiled);
  const draft = newDraft(compiled);
  const byRule = new Map<PriorityRuleName, number>();
  for (const name of rulesFor(compiled)) {
    scheduler.forward(orderByPriority(compiled, priorityRules[name](path, compiled)), null, draft);
    byRule.set(name, draft.makespan);
  }
  return {
    makespan: found.schedule.makespan,
    criticalPath: Math.max(...path.projectFinish),
    lowerBound: found.lowerBound,
    byRule,
    schedules: found.schedules,
    seconds: spent,
  };
}
