import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExpertiseLevel } from "../expertise/levels";
import { addWorkingDays } from "../schedule/calendar";
import { addWeeks } from "../schedule/weeks";
import { monday } from "../testing/plan-inputs";
import type { PersonWithTime } from "./people-by-week";
import { closeWeeklyGap, weeklyGaps } from "./weekly-gaps";

type Knows = PersonWithTime["skills"];

const serving = (level: ExpertiseLevel, personDays: number) => ({
  discipline: "serving" as const,
  level,
  personDays,
});
const evaluation = (level: ExpertiseLevel, personDays: number) => ({
  discipline: "evaluation" as const,
  level,
  personDays,
});
const week = (weeksOn: number, ...demand: ReturnType<typeof serving | typeof evaluation>[]) => ({
  weekOn: addWeeks(monday, weeksOn),
  workingDays: 5,
  demand,
});
const person = (id: string, capacityPersonDaysPerWeek: number, ...skills: Knows) => ({
  id,
  capacityPersonDaysPerWeek,
  skills,
});
const servesAt = (level: ExpertiseLevel) => ({ discipline: "serving" as const, level });

describe("gaps by week", () => {
  it("lets a higher level serve a lower need, and never the other way round", () => {
    const people = [person("ada", 4, servesAt(4)), person("ben", 5, servesAt(1))];
    const [gaps = []] = weeklyGaps([week(0, serving(2, 3), serving(3, 2))], people);
    expect(gaps.map((gap) => gap.supplyPersonDays)).toEqual([4, 4]);
    expect(gaps.map((gap) => gap.ablePeople)).toEqual([1, 1]);
    expect(gaps.reduce((sum, gap) => sum + gap.unservedPersonDays, 0)).toBe(1);
  });

  it("gives a person's days to one discipline only, to what few can do first", () => {
    const both: Knows = [servesAt(2), { discipline: "evaluation", level: 2 }];
    const people = [person("ada", 4, ...both), person("ben", 1, { discipline: "evaluation", level: 2 })];
    const [gaps = []] = weeklyGaps([week(0, evaluation(2, 3), serving(2, 4))], people);
    expect(gaps.map((gap) => gap.unservedPersonDays)).toEqual([2, 0]);
  });

  it("has fewer days in a week that has begun", () => {
    const friday = { ...week(0, serving(2, 2)), workingDays: 1 };
    const [[gap] = []] = weeklyGaps([friday], [person("ada", 5, servesAt(2))]);
    expect(gap).toMatchObject({ supplyPersonDays: 1, unservedPersonDays: 1 });
  });

  it("counts what somebody learns from the first week that begins after it", () => {
    const ben = {
      ...person("ben", 5, servesAt(1)),
      trainings: [{ ...servesAt(3), readyOn: addWeeks(monday, 1) }],
    };
    const late = { ...ben, trainings: [{ ...servesAt(3), readyOn: addWorkingDays(addWeeks(monday, 1), 1) }] };
    const weeks = [week(0, serving(3, 2)), week(1, serving(3, 2)), week(2, serving(3, 2))];
    const shortOf = (one: PersonWithTime) =>
      weeklyGaps(weeks, [one]).map(([gap]) => gap?.unservedPersonDays ?? 0);
    expect(shortOf(ben)).toEqual([2, 0, 0]);
    expect(shortOf(late)).toEqual([2, 2, 0]);
    expect(closeWeeklyGap(weeks, [late], servesAt(3))).toMatchObject({
      shiftWeeks: 2,
      train: [{ personId: "ben", fromLevel: 1 }],
    });
  });

  it("never leaves over what could be served, nor serves more than there is", () => {
    const level = fc.constantFrom<ExpertiseLevel>(1, 2, 3, 4);
    const days = fc.integer({ min: 0, max: 2000 }).map((hundredths) => hundredths / 100);
    const demands = fc.uniqueArray(fc.record({ level, personDays: days }), { selector: (one) => one.level });
    const skilled = fc.array(fc.record({ level, capacity: fc.integer({ min: 0, max: 5 }) }));
    fc.assert(
      fc.property(demands, skilled, (demand, people) => {
        const [gaps = []] = weeklyGaps(
          [week(0, ...demand.map((one) => serving(one.level, one.personDays)))],
          people.map((one, at) => person(String(at), one.capacity, servesAt(one.level))),
        );
        // Levels lie in one another: from the highest down, what is over at one level is all there is for the next.
        let spare = 0;
        let short = 0;
        for (const at of [4, 3, 2, 1]) {
          spare += people.filter((one) => one.level === at).reduce((sum, one) => sum + one.capacity, 0);
          const asked = demand.find((one) => one.level === at)?.personDays ?? 0;
          short += Math.max(0, asked - spare);
          spare = Math.max(0, spare - asked);
        }
        expect(gaps.reduce((sum, gap) => sum + gap.unservedPersonDays, 0)).toBeCloseTo(short, 1);
      }),
    );
  });
});

describe("closing a gap", () => {
  const people = [
    person("ada", 4, servesAt(3)),
    person("ben", 5, servesAt(1)),
    person("cyd", 2, { discipline: "evaluation", level: 4 }),
  ];

  it("says what to hire, whom to train and how far to shift", () => {
    const weeks = [week(0, serving(2, 6), evaluation(1, 2)), week(1, serving(2, 3)), week(2, serving(3, 1))];
    expect(closeWeeklyGap(weeks, people, servesAt(2))).toEqual({
      hirePersonDays: 2,
      train: [{ personId: "ben", fromLevel: 1, sparePersonDays: 5 }],
      shiftToWeekOn: addWeeks(monday, 2),
      shiftWeeks: 2,
    });
  });

  it("shifts to nowhere when no week has room", () => {
    const weeks = [week(0, serving(4, 1)), week(1)];
    expect(closeWeeklyGap(weeks, people, servesAt(4))).toMatchObject({
      shiftWeeks: null,
      shiftToWeekOn: null,
    });
  });

  it("has nothing to say where there is none", () => {
    expect(closeWeeklyGap([week(0, serving(2, 4))], people, servesAt(2))).toBeNull();
  });
});
