import fc from "fast-check";
import type { DisciplineId } from "../../src/planning/expertise/disciplines";
import type { ExpertiseLevel } from "../../src/planning/expertise/levels";
import type {
  LevellingInput,
  LevellingPerson,
  LevellingTask,
} from "../../src/planning/levelling/levelling-input";

const disciplines = ["serving", "evaluation", "product"] as const satisfies readonly DisciplineId[];
const levels = [1, 2, 3, 4] as const satisfies readonly ExpertiseLevel[];

const skill = fc.record({ discipline: fc.constantFrom(...disciplines), level: fc.constantFrom(...levels) });

export const anyPerson = fc.record({
  skills: fc.array(skill, { minLength: 1, maxLength: 3 }),
  capacityPersonDaysPerWeek: fc.constantFrom(1, 2.5, 3, 4.4, 5),
  absences: fc
    .array(fc.record({ fromDay: fc.nat(8), days: fc.nat(6) }), { maxLength: 2 })
    .map((spans) => spans.map(({ fromDay, days }) => ({ fromDay, toDay: fromDay + days }))),
});

const anyTask = fc.record({
  project: fc.nat(1),
  after: fc.array(fc.nat(20), { maxLength: 2 }),
  durationWorkingDays: fc.constantFrom(0, 1, 2, 2.5, 4),
  needs: fc.array(
    fc
      .tuple(skill, fc.constantFrom(0.5, 1, 2, 3.3))
      .map(([of, effortPersonDays]) => ({ ...of, effortPersonDays })),
    { maxLength: 2 },
  ),
  notBeforeDay: fc.option(fc.nat(5), { nil: undefined }),
  fixedStart: fc.option(fc.integer({ min: -3, max: 6 }), { nil: undefined, freq: 8 }),
  fixedPerson: fc.nat(5),
});

/** Small plans of two projects with absences, part-time people, levels, releases and now and then a fixed task. */
export function anyLevellingInput(size: { tasks: number; people: number }): fc.Arbitrary<LevellingInput> {
  return fc
    .tuple(
      fc.array(anyPerson, { minLength: 1, maxLength: size.people }),
      fc.array(anyTask, { minLength: 1, maxLength: size.tasks }),
      fc.tuple(fc.constantFrom(1, 2, 5), fc.constantFrom(1, 3)),
    )
    .map(([persons, drafts, [weightOfOne, weightOfOther]]) => {
      const people: LevellingPerson[] = persons.map((person, place) => ({
        ...person,
        id: `person-${place}`,
      }));
      const tasks: LevellingTask[] = drafts.map(
        ({ project, after, fixedStart, fixedPerson, ...task }, place) => ({
          ...task,
          id: `task-${String(place).padStart(3, "0")}`,
          projectId: `project-${project}`,
          after: after
            .filter((before) => before < place)
            .map((before) => `task-${String(before).padStart(3, "0")}`),
          fixed:
            fixedStart === undefined
              ? undefined
              : {
                  startDay: fixedStart,
                  personIds: task.needs.map(() => people[fixedPerson % people.length]?.id ?? null),
                },
        }),
      );
      const projects = [
        { id: "project-0", weight: weightOfOne },
        { id: "project-1", weight: weightOfOther },
      ];
      return { projects, people, tasks };
    });
}
