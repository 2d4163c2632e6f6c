import { describe, expect, it } from "vitest";
import { isoDate } from "../schedule/calendar";
import type { ExpertiseLevel } from "./levels";
import { firstToJoin, onlyOnes } from "./only-one";

const serves = (id: string, level: ExpertiseLevel) => ({
  id,
  skills: [{ discipline: "serving" as const, level }],
});

describe("who is the only one", () => {
  it("is whoever reaches levels that nobody else reaches", () => {
    expect(onlyOnes([serves("ada", 4), serves("ben", 2), serves("cyd", 1)])).toEqual([
      { discipline: "serving", personId: "ada", fromLevel: 3, toLevel: 4 },
    ]);
  });

  it("is the one person of a discipline, at every level up to theirs", () => {
    expect(onlyOnes([serves("ada", 2)])).toEqual([
      { discipline: "serving", personId: "ada", fromLevel: 1, toLevel: 2 },
    ]);
  });

  it("is nobody where the highest level is shared, or nobody knows the discipline", () => {
    expect(onlyOnes([serves("ada", 3), serves("ben", 3)])).toEqual([]);
    expect(onlyOnes([])).toEqual([]);
  });
});

describe("who joins the only one", () => {
  const [only] = onlyOnes([serves("ada", 4), serves("ben", 2)]);
  const learns = (id: string, level: ExpertiseLevel, readyOn: string) => ({
    id,
    trainings: [{ discipline: "serving" as const, level, readyOn: isoDate(readyOn) }],
  });
  const joins = (...people: ReturnType<typeof learns>[]) =>
    only === undefined ? null : (firstToJoin(only, people)?.personId ?? null);

  it("is whose training is the first to reach one of the levels", () => {
    expect(joins(learns("ben", 4, "2027-06-01"), learns("cyd", 3, "2027-02-01"))).toBe("cyd");
  });

  it("is nobody below them, and never the person", () => {
    expect(joins(learns("cyd", 2, "2027-02-01"), learns("ada", 4, "2027-02-01"))).toBeNull();
  });
});
