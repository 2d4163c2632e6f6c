import type { SchedulingProblem } from "../../src/planning/levelling/engine/scheduling-problem";

/** A single-mode instance of PSPLIB (Kolisch & Sprecher 1996); jobs by their number less one. */
export interface PsplibInstance {
  readonly durations: readonly number[];
  readonly successors: readonly (readonly number[])[];
  /** By job and resource. */
  readonly requests: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}

/** Reads an `.sm` file. */
export function parsePsplib(text: string): PsplibInstance {
  const precedence = numbersAfter(text, "PRECEDENCE RELATIONS");
  const requests = numbersAfter(text, "REQUESTS/DURATIONS");
  const capacities = numbersAfter(text, "RESOURCEAVAILABILITIES").at(0);
  if (!capacities || precedence.length === 0 || precedence.length !== requests.length)
    throw new Error("This is no PSPLIB .sm file: jobs, requests or capacities are missing.");
  return {
    durations: requests.map((row) => row[2] ?? 0),
    successors: precedence.map((row) => row.slice(3).map((job) => job - 1)),
    requests: requests.map((row) => row.slice(3)),
    capacities,
  };
}

/** The rows of numbers of one section: those up to the next line of stars. */
function numbersAfter(text: string, title: string): number[][] {
  const section = text.slice(text.indexOf(title) + title.length).split(/^\*/m)[0] ?? "";
  return section
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.every((word) => /^\d+$/.test(word)))
    .map((words) => words.map(Number));
}

export function psplibProblem(instance: PsplibInstance): SchedulingProblem {
  const predecessors: number[][] = instance.durations.map(() => []);
  instance.successors.forEach((list, job) => {
    for (const after of list) predecessors[after]?.push(job);
  });
  return {
    tasks: instance.durations.map((steps, job) => ({
      project: 0,
      predecessors: predecessors[job] ?? [],
      minimumSteps: steps,
      release: 0,
      startsTogether: true,
      pieces: (instance.requests[job] ?? []).flatMap((load, resource) =>
        load > 0 && steps > 0 ? [{ choices: [{ resource, steps, load }] }] : [],
      ),
      fixed: null,
    })),
    resources: instance.capacities.map((capacity) => ({ capacity, absences: [] })),
    projectWeights: [1],
  };
}

/** What is wrong with a schedule, from the definition alone; empty when nothing is. */
export function psplibFaults(
  instance: PsplibInstance,
  starts: readonly number[],
  makespan: number,
): string[] {
  const { durations, successors, requests, capacities } = instance;
  const faults: string[] = [];
  const finish = (job: number) => (starts[job] ?? Number.NaN) + (durations[job] ?? Number.NaN);
  const used = capacities.map(() => new Array<number>(makespan).fill(0));
  durations.forEach((_, job) => {
    const start = starts[job];
    if (start === undefined || !Number.isInteger(start) || start < 0) {
      faults.push(`job ${job + 1} starts at ${start}`);
      return;
    }
    for (const after of successors[job] ?? []) {
      if (!((starts[after] ?? Number.NaN) >= finish(job)))
        faults.push(`job ${after + 1} starts before job ${job + 1} is finished`);
    }
    for (let time = start; time < finish(job); time += 1) {
      used.forEach((row, resource) => {
        row[time] = (row[time] ?? 0) + (requests[job]?.[resource] ?? 0);
      });
    }
  });
  used.forEach((row, resource) => {
    const over = row.findIndex((load) => load > (capacities[resource] ?? 0));
    if (over >= 0) faults.push(`resource ${resource + 1} is overloaded at ${over}`);
  });
  const last = Math.max(...durations.map((_, job) => finish(job)));
  if (last !== makespan) faults.push(`the last job finishes at ${last}, the makespan says ${makespan}`);
  return faults;
}
