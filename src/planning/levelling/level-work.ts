import { PlanningError } from "../planning-error";
import { checkLevellingInput } from "./check-levelling-input";
import { levellingConflicts } from "./conflicts";
import { compileProblem } from "./engine/compiled-problem";
import type { EngineSchedule, SchedulingProblem } from "./engine/scheduling-problem";
import { type SearchOptions, type SearchProgress, searchSchedule } from "./engine/search";
import { expertiseShortages } from "./gaps";
import type { LevellingInput } from "./levelling-input";
import type { Assignment, LevelledTask, Levelling } from "./levelling-result";
import { presentDays } from "./present-days";
import { loadUnitsPerPersonDay, toSchedulingProblem } from "./to-scheduling-problem";

/** Like `SearchOptions` of the engine: work is counted in schedules, the clock and the cancel button are the caller's. */
export interface LevellingOptions extends Omit<SearchOptions, "onProgress"> {
  /** Told of the first answer and of every better one, with its tasks for whoever wants to see them. */
  readonly onProgress?:
    | ((progress: SearchProgress, tasks: () => readonly LevelledTask[]) => void)
    | undefined;
}

/**
 * Gives every need a person and every task its days, so that the sum of weight × finish over the projects is small.
 * `maxSchedules: 0` answers with the best priority rule, in milliseconds; the more schedules, the better or equal. The same
 * input and seed give the same answer in whatever order the lists come.
 *
 * Throws a PlanningError for input that makes no sense.
 */
export function levelWork(input: LevellingInput, options: LevellingOptions): Levelling {
  checkLevellingInput(input);
  if (!(options.maxSchedules >= 0))
    throw new PlanningError("negative", "maxSchedules", `${options.maxSchedules} is no number of schedules.`);
  if (!Number.isFinite(options.seed)) throw new PlanningError("not-a-number", "seed", "It must be a number.");
  const sorted = inOrderOfIds(input);
  const problem = toSchedulingProblem(sorted);
  checkSize(problem);
  const compiled = compileProblem(problem);
  const { onProgress } = options;
  const found = searchSchedule(compiled, {
    ...options,
    onProgress:
      onProgress &&
      ((progress, schedule) => onProgress(progress, () => levelledTasks(sorted, problem, schedule()))),
  });
  const tasks = levelledTasks(sorted, problem, found.schedule);
  return {
    tasks,
    projects: sorted.projects.map(({ id }) => ({
      projectId: id,
      finishDay: sorted.tasks.reduce(
        (latest, task, place) =>
          task.projectId === id ? Math.max(latest, tasks[place]?.finishDay ?? 0) : latest,
        0,
      ),
    })),
    finishDay: found.schedule.makespan,
    cost: found.schedule.cost,
    lowerBound: found.lowerBound,
    firstCost: found.ruleCost,
    isProvenBest: found.endedBy === "proof",
    schedules: found.schedules,
    gaps: expertiseShortages(sorted, compiled, tasks),
    conflicts: levellingConflicts(sorted, tasks),
  };
}

function inOrderOfIds({ projects, people, tasks }: LevellingInput): LevellingInput {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return { projects: projects.toSorted(byId), people: people.toSorted(byId), tasks: tasks.toSorted(byId) };
}

/** The timeline keeps a number per person and day: a plan for a thousand years would take the memory of all. */
function checkSize({ tasks, resources }: SchedulingProblem): void {
  const days = tasks.reduce((sum, { minimumSteps, pieces }) => {
    const slowest = pieces.map(({ choices }) =>
      choices.reduce((most, { steps }) => Math.max(most, steps), 0),
    );
    return sum + minimumSteps + slowest.reduce((all, steps) => all + steps, 0);
  }, 0);
  if (days * Math.max(1, resources.length) > mostPersonDays)
    throw new PlanningError(
      "out-of-range",
      "tasks",
      `${days} days of tasks one after the other times ${resources.length} people are too many to level.`,
    );
}

const mostPersonDays = 50_000_000;

function levelledTasks(
  { people, tasks }: LevellingInput,
  problem: SchedulingProblem,
  { starts, finishes, choices, pieceStarts }: EngineSchedule,
): LevelledTask[] {
  let piece = -1;
  return tasks.map((task, place) => {
    const startDay = starts[place] ?? 0;
    const assignments = (problem.tasks[place]?.pieces ?? []).map((of): Assignment => {
      piece += 1;
      const choice = of.choices[choices[piece] ?? -1];
      const person = people[choice?.resource ?? -1];
      if (!choice || !person) return null;
      const begin = pieceStarts[piece] ?? 0;
      return {
        personId: person.id,
        startDay: begin,
        personDaysPerDay: choice.load / loadUnitsPerPersonDay,
        finishDay: presentDays(person).finishOf(begin, choice.steps),
      };
    });
    return {
      taskId: task.id,
      startDay: Math.min(startDay, task.fixed?.startDay ?? startDay),
      finishDay: finishes[place] ?? 0,
      assignments,
    };
  });
}
