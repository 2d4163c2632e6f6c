import { describe, expect, it } from "vitest";
import { expertiseGap } from "./gap";

const serving = (level: 1 | 2 | 3 | 4, effortPersonDays: number) => ({
  discipline: "serving" as const,
  level,
  effortPersonDays,
});
const person = (capacityPersonDaysPerWeek: number, level: 1 | 2 | 3 | 4) => ({
  capacityPersonDaysPerWeek,
  skills: [{ discipline: "serving" as const, level }],
});

describe("the expertise gap", () => {
  it("counts people at or above a level", () => {
    const rows = expertiseGap([serving(2, 10)], [person(5, 1), person(4, 2), person(3, 4)], 2);
    expect(rows.find((row) => row.level === 2)).toEqual({
      discipline: "serving",
      level: 2,
      demandPersonDays: 10,
      demandAtOrAbovePersonDays: 10,
      supplyPersonDays: 14,
      people: 2,
      short: false,
    });
  });

  it("is short when nobody reaches the level, however many are below it", () => {
    const rows = expertiseGap([serving(4, 1)], [person(5, 3), person(5, 3)], 10);
    expect(rows.find((row) => row.level === 4)).toMatchObject({
      people: 0,
      supplyPersonDays: 0,
      short: true,
    });
  });

  it("does not give the same day to work of two levels", () => {
    const rows = expertiseGap([serving(2, 8), serving(3, 8)], [person(5, 3)], 2);
    expect(rows.find((row) => row.level === 2)?.short).toBe(true);
    expect(rows.find((row) => row.level === 3)?.short).toBe(false);
  });

  it("leaves out rows that nobody asks for and nobody fills", () => {
    expect(expertiseGap([], [], 4)).toEqual([]);
  });
});
