import { describe, expect, test } from "vitest";
import { cantJudge, scoreIn } from "./scoring-draft";

describe("what is typed into a cell", () => {
  test("is a figure, with a point or a comma, also below zero", () => {
    expect(["12", " 3.5", "3,5", "-4", "−4", "–4"].map((text) => scoreIn(text, false))).toEqual([
      12, 3.5, 3.5, -4, -4, -4,
    ]);
  });

  test("is one of five steps where the scale has words", () => {
    expect(["1", "5", "0", "6", "2.5"].map((text) => scoreIn(text, true))).toEqual([
      1,
      5,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("may say that somebody can't judge, and is missing otherwise", () => {
    expect(scoreIn(cantJudge, true)).toBeNull();
    expect(["", "abc", "1e9", "1 2"].map((text) => scoreIn(text, false))).toEqual(Array(4).fill(undefined));
  });
});
