import fc from "fast-check";
import { expect, test } from "vitest";
import { shortened, shortenedMark } from "./brief-page-rules";

const within = (most: number) => (words: string) => words.length <= most;

test("what fits stays as it is; what does not is cut between words and marked", () => {
  expect(shortened("Short.", within(20))).toBe("Short.");
  expect(shortened("A letter of eleven words that is too long", within(20))).toBe(
    `A letter of ${shortenedMark}`,
  );
});

test("what is shortened fits, is marked, and is a beginning of the words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 40, maxLength: 200 }), (words) => {
      const cut = shortened(words, within(30));
      if (words.length <= 30) return;
      expect(cut.length).toBeLessThanOrEqual(30);
      expect(cut.endsWith(shortenedMark)).toBe(true);
      expect(words.startsWith(cut.slice(0, -shortenedMark.length).trimEnd())).toBe(true);
      expect(cut.isWellFormed()).toBe(words.isWellFormed());
    }),
  );
});
