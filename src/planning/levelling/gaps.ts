import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import { ablePeople } from "./able-people";
import type { CompiledProblem } from "./engine/compiled-problem";
import { criticalPath } from "./engine/critical-path";
import { remediesFor } from "./gap-remedies";
import type { LevellingInput, LevellingTask, TaskNeed } from "./levelling-input";
import type { ExpertiseShortage, LevelledTask } from "./levelling-result";
import { presentDays } from "./present-days";
import { serveWeek } from "./serve-week";

/** Work of one discipline and level in one week; of a fixed task only its own person can do it. */
export interface WeeklyDemand {
  readonly week: number;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly fixedPersonId: string | null;
  personDays: number;
  readonly byTask: Map<string, number>;
  readonly wantedStarts: Map<string, number>;
}

/**
 * Compares, week by week, what the plan asks for when every task is done as early as its predecessors allow with what people
 * can give. A flow from work to able people serves as much as can be served at all; what is left is a gap. Fixed work is
 * served first, then what the fewest people can do.
 */
export function expertiseShortages(
  input: LevellingInput,
  problem: CompiledProblem,
  levelled: readonly LevelledTask[],
): ExpertiseShortage[] {
  const demands = weeklyDemands(input, problem);
  const ableTo = ablePeople(input.people);
  const remedies = remediesFor(input, levelled);
  return [...demands]
    .sort(([a], [b]) => a - b)
    .flatMap(([week, ofWeek]) => shortagesOfWeek(input, week, ofWeek, ableTo, remedies));
}

function weeklyDemands(input: LevellingInput, problem: CompiledProblem): Map<number, WeeklyDemand[]> {
  const { head, steps } = criticalPath(problem);
  const weeks = new Map<number, Map<string, WeeklyDemand>>();
  input.tasks.forEach((task, place) => {
    const from = head[place] ?? 0;
    const days = Math.max(1, steps[place] ?? 0);
    const share = shareStillToDo(task, days);
    task.needs.forEach((need, piece) => {
      const fixedPersonId = task.fixed?.personIds[piece] ?? need.personId ?? null;
      const personDaysPerDay = (need.effortPersonDays * share) / days;
      for (let day = from; day < from + days; ) {
        const week = Math.floor(day / 5);
        const nextWeek = Math.min(5 * week + 5, from + days);
        addDemand(weeks, week, need, fixedPersonId, {
          taskId: task.id,
          wantedStart: from,
          personDays: personDaysPerDay * (nextWeek - day),
        });
        day = nextWeek;
      }
    });
  });
  return new Map([...weeks].map(([week, rows]) => [week, [...rows.values()]]));
}

/** Of a task that began before day 0 only the rest of its effort. */
function shareStillToDo({ fixed }: LevellingTask, daysLeft: number): number {
  const passed = Math.max(0, -(fixed?.startDay ?? 0));
  return daysLeft / (daysLeft + passed);
}

function addDemand(
  weeks: Map<number, Map<string, WeeklyDemand>>,
  week: number,
  { discipline, level }: TaskNeed,
  fixedPersonId: string | null,
  { taskId, wantedStart, personDays }: { taskId: string; wantedStart: number; personDays: number },
): void {
  if (personDays === 0) return;
  const rows = weeks.get(week) ?? new Map<string, WeeklyDemand>();
  weeks.set(week, rows);
  const key = `${discipline} ${level} ${fixedPersonId === null ? "" : `by ${fixedPersonId}`}`;
  const row = rows.get(key) ?? {
    week,
    discipline,
    level,
    fixedPersonId,
    personDays: 0,
    byTask: new Map(),
    wantedStarts: new Map(),
  };
  rows.set(key, row);
  row.personDays += personDays;
  row.wantedStarts.set(taskId, wantedStart);
  row.byTask.set(taskId, (row.byTask.get(taskId) ?? 0) + personDays);
}

function shortagesOfWeek(
  input: LevellingInput,
  week: number,
  demands: readonly WeeklyDemand[],
  ableTo: ReturnType<typeof ablePeople>,
  remedies: ReturnType<typeof remediesFor>,
): ExpertiseShortage[] {
  const able = demands.map((demand) =>
    demand.fixedPersonId === null
      ? ableTo(demand)
      : [input.people.findIndex(({ id }) => id === demand.fixedPersonId)],
  );
  const { unserved, leftOf } = serveWeek(
    demands,
    able,
    input.people.map((person) => {
      const { isPresent } = presentDays(person);
      const days = [0, 1, 2, 3, 4].filter((day) => isPresent(week * 5 + day)).length;
      return (person.capacityPersonDaysPerWeek / 5) * days;
    }),
  );
  const spare = new Map(input.people.map(({ id }, place) => [id, leftOf(place)]));
  return unserved
    .flatMap(({ place, personDays }) => {
      const demand = demands[place];
      return demand && personDays > negligiblePersonDays ? [{ demand, personDays }] : [];
    })
    .map(({ demand, personDays }) => ({
      week,
      discipline: demand.discipline,
      level: demand.level,
      demandPersonDays: demand.personDays,
      unservedPersonDays: personDays,
      remedies: remedies(demand, personDays, spare),
    }));
}

const negligiblePersonDays = 1e-6;
