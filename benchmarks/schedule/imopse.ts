import type { SchedulingProblem } from "../../src/planning/levelling/engine/scheduling-problem";

/** An instance of iMOPSE (Myszkowski et al., imopse.ii.pwr.edu.pl): one person per task, one task at a time per person. */
export interface ImopseInstance {
  readonly people: readonly {
    readonly id: string;
    readonly salary: number;
    readonly levels: ReadonlyMap<string, number>;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly duration: number;
    readonly skill: string;
    readonly level: number;
    /** Places in this list. */
    readonly predecessors: readonly number[];
  }[];
}

/** Reads a `.def` file. */
export function parseImopse(text: string): ImopseInstance {
  const [, peopleText = "", tasksText = ""] = text.split(/^(?:ResourceID|TaskID).*$/m);
  const rows = (section: string) =>
    section
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^\d/.test(line));
  const people = rows(peopleText).map((line) => {
    const [id = "", salary = ""] = line.split(/\s+/);
    return { id, salary: Number(salary), levels: new Map(skillsIn(line)) };
  });
  const taskRows = rows(tasksText);
  const placeOf = new Map(taskRows.map((line, place) => [line.split(/\s+/)[0] ?? "", place]));
  const tasks = taskRows.map((line) => {
    const [id = "", duration = ""] = line.split(/\s+/);
    const [skill, level] = skillsIn(line)[0] ?? ["", 0];
    const before = line.replace(/^.*Q\d+:\s*\d+/, "").match(/\d+/g) ?? [];
    const predecessors = before.map((name) => placeOf.get(name) ?? Number.NaN);
    return { id, duration: Number(duration), skill, level, predecessors };
  });
  if (people.length === 0 || tasks.some((task) => task.skill === "" || task.predecessors.some(Number.isNaN)))
    throw new Error("This is no iMOPSE .def file: people, skills or predecessors are missing.");
  return { people, tasks };
}

function skillsIn(line: string): [string, number][] {
  return [...line.matchAll(/(Q\d+):\s*(\d+)/g)].map(([, skill = "", level]) => [skill, Number(level)]);
}

export function imopseProblem({ people, tasks }: ImopseInstance): SchedulingProblem {
  return {
    tasks: tasks.map(({ duration, skill, level, predecessors }) => ({
      project: 0,
      predecessors,
      minimumSteps: duration,
      release: 0,
      startsTogether: false,
      pieces: [
        {
          choices: people.flatMap(({ levels }, resource) =>
            (levels.get(skill) ?? -1) >= level ? [{ resource, steps: duration, load: 1 }] : [],
          ),
        },
      ],
      fixed: null,
    })),
    resources: people.map(() => ({ capacity: 1, absences: [] })),
    projectWeights: [1],
  };
}

/** What is wrong with a schedule, from the definition alone; `chosen` holds places of people. */
export function imopseFaults(
  { people, tasks }: ImopseInstance,
  starts: readonly number[],
  chosen: readonly number[],
  makespan: number,
): string[] {
  const faults: string[] = [];
  const spans: { person: number; from: number; to: number; task: string }[] = [];
  tasks.forEach(({ id, duration, skill, level, predecessors }, place) => {
    const start = starts[place];
    const person = people[chosen[place] ?? -1];
    if (start === undefined || !Number.isInteger(start) || start < 0)
      faults.push(`task ${id} starts at ${start}`);
    else spans.push({ person: chosen[place] ?? -1, from: start, to: start + duration, task: id });
    if (!person || !((person.levels.get(skill) ?? -1) >= level)) faults.push(`task ${id} has nobody able`);
    for (const before of predecessors) {
      const finish = (starts[before] ?? Number.NaN) + (tasks[before]?.duration ?? Number.NaN);
      if (!((start ?? Number.NaN) >= finish))
        faults.push(`task ${id} starts before ${tasks[before]?.id} is finished`);
    }
  });
  spans.sort((a, b) => a.person - b.person || a.from - b.from);
  spans.forEach((span, place) => {
    const next = spans[place + 1];
    if (next && next.person === span.person && next.from < span.to)
      faults.push(`person ${people[span.person]?.id} does ${span.task} and ${next.task} at once`);
  });
  const last = Math.max(...spans.map((span) => span.to));
  if (last !== makespan) faults.push(`the last task finishes at ${last}, the makespan says ${makespan}`);
  return faults;
}
