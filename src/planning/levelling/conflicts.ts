import type { LevellingInput } from "./levelling-input";
import type { LevelledTask, LevellingConflict } from "./levelling-result";
import { presentDays } from "./present-days";

/** What fixed tasks, which stay, make impossible: a start before a predecessor is finished, a person with too much to do. */
export function levellingConflicts(
  input: LevellingInput,
  levelled: readonly LevelledTask[],
): LevellingConflict[] {
  return [...earlyStarts(input, levelled), ...overloads(input, levelled)];
}

function earlyStarts({ tasks }: LevellingInput, levelled: readonly LevelledTask[]): LevellingConflict[] {
  const byId = new Map(levelled.map((task) => [task.taskId, task]));
  return tasks
    .filter(({ fixed }) => fixed)
    .flatMap(({ id, after }) =>
      after
        .filter((before) => (byId.get(before)?.finishDay ?? 0) > (byId.get(id)?.startDay ?? 0))
        .map((before) => ({ kind: "starts-too-early" as const, taskId: id, afterTaskId: before })),
    );
}

/** The first day on which each person's fixed tasks ask for more than the person has. */
function overloads(
  { people, tasks }: LevellingInput,
  levelled: readonly LevelledTask[],
): LevellingConflict[] {
  const fixedIds = new Set(tasks.filter(({ fixed }) => fixed).map(({ id }) => id));
  const fixed = levelled.filter(({ taskId }) => fixedIds.has(taskId));
  return people.flatMap((person) => {
    const { isPresent } = presentDays(person);
    const load = new Map<number, { personDays: number; taskIds: Set<string> }>();
    for (const { taskId, assignments } of fixed) {
      for (const assignment of assignments) {
        if (assignment?.personId !== person.id) continue;
        for (let day = assignment.startDay; day < assignment.finishDay; day += 1) {
          if (!isPresent(day)) continue;
          const ofDay = load.get(day) ?? { personDays: 0, taskIds: new Set() };
          ofDay.personDays += assignment.personDaysPerDay;
          ofDay.taskIds.add(taskId);
          load.set(day, ofDay);
        }
      }
    }
    const over = [...load]
      .filter(([, { personDays }]) => personDays > person.capacityPersonDaysPerWeek / 5 + 1e-9)
      .sort(([a], [b]) => a - b)[0];
    if (!over) return [];
    const [day, { taskIds }] = over;
    return [{ kind: "overload" as const, personId: person.id, day, taskIds: [...taskIds] }];
  });
}
