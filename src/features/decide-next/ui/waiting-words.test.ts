import { expect, test } from "vitest";
import { daysAgo, waitingWords } from "./waiting-words";

const none = { positions: [], scores: [], objections: [] };

test("a decision waits for its owner, and for whoever has not said, scored or been answered", () => {
  const owner = { name: "Ada" };
  expect(waitingWords({ owner, waitsFor: none })).toBe("Ada to decide");
  expect(waitingWords({ owner, waitsFor: { ...none, positions: ["Ben"] } })).toBe(
    "Ada to decide; the position of Ben",
  );
  expect(
    waitingWords({
      owner,
      waitsFor: { positions: ["Ben", "Eve"], scores: ["A", "B", "C", "D"], objections: ["Dan"] },
    }),
  ).toBe(
    "Ada to decide; the positions of Ben and Eve; the scores of A, B and 2 more; an answer to the objection of Dan",
  );
});

test("days are counted by the calendar", () => {
  expect(daysAgo("2026-11-27", "2026-11-27")).toBe("today");
  expect(daysAgo("2026-10-30", "2026-11-02")).toBe("3 d ago");
});
