import { describe, expect, it } from "vitest";
import type { ExpertiseLevel } from "./levels";
import { onlyOnes } from "./only-one";

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
