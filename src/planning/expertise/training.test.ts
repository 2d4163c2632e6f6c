import { describe, expect, it } from "vitest";
import { isoDate } from "../schedule/calendar";
import type { ExpertiseLevel } from "./levels";
import { skillsOn, trainingsAfter } from "./training";

const serving = (level: ExpertiseLevel) => ({ discipline: "serving" as const, level });
const ready = (level: ExpertiseLevel, readyOn: string) => ({ ...serving(level), readyOn: isoDate(readyOn) });
const evaluation = { discipline: "evaluation" as const, level: 3 as const };

describe("what somebody knows on a day", () => {
  const on = (day: string, trainings: ReturnType<typeof ready>[]) =>
    skillsOn(isoDate(day), [serving(2), evaluation], trainings);

  it("is raised by a training from the day on which it is over", () => {
    const training = ready(3, "2027-02-01");
    expect(on("2027-01-31", [training])).toEqual([serving(2), evaluation]);
    expect(on("2027-02-01", [training])).toEqual([serving(3), evaluation]);
  });

  it("is never lowered, and may be new", () => {
    expect(on("2027-03-01", [ready(1, "2027-02-01")])).toEqual([serving(2), evaluation]);
    expect(skillsOn(isoDate("2027-03-01"), [], [ready(1, "2027-02-01")])).toEqual([serving(1)]);
  });
});

describe("the trainings to come", () => {
  const toCome = (day: string, trainings: ReturnType<typeof ready>[]) =>
    trainingsAfter(isoDate(day), [serving(2)], trainings);

  it("stand in the order of their days", () => {
    const trainings = [ready(4, "2027-06-01"), ready(3, "2027-02-01")];
    expect(toCome("2027-01-01", trainings).map(({ level }) => level)).toEqual([3, 4]);
    expect(toCome("2027-02-01", trainings).map(({ level }) => level)).toEqual([4]);
  });

  it("lead higher than what is known by then", () => {
    expect(toCome("2027-01-01", [ready(2, "2027-02-01")])).toEqual([]);
  });
});
