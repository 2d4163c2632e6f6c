import { describe, expect, test } from "vitest";
import { isoDate } from "@/planning";
import { enoughMoments, type Moment, timelinePage } from "./timeline-rules";

const decision = {
  id: "d",
  number: 1,
  question: "Which model?",
  state: "open",
  project: { key: "SUP", name: "Support" },
} as const;

function moment(kind: Moment["kind"], on: string, time: string | null = null): Moment {
  const at = time === null ? null : new Date(`${on}T${time}:00Z`);
  return { kind, on: isoDate(on), at, who: null, words: "", decision };
}

const told = (page: ReturnType<typeof timelinePage>) =>
  page.months.map(({ month, moments }) => [month, ...moments.map(({ kind }) => kind)]);

describe("the timeline", () => {
  test("groups by month, the latest first, what is ahead above what was", () => {
    const moments = [
      moment("asked", "2026-10-02", "09:00"),
      moment("decided", "2026-11-20", "10:00"),
      moment("review", "2027-02-01"),
      moment("asked", "2026-11-20", "08:00"),
    ];
    expect(told(timelinePage(moments, null))).toEqual([
      ["2027-02", "review"],
      ["2026-11", "decided", "asked"],
      ["2026-10", "asked"],
    ]);
  });

  test("puts a named day above what happened in it, and of one instant the later step first", () => {
    const moments = [
      moment("asked", "2026-11-20", "08:00"),
      moment("decided", "2026-11-20", "08:00"),
      moment("due", "2026-11-20"),
    ];
    expect(told(timelinePage(moments, null))).toEqual([["2026-11", "due", "decided", "asked"]]);
  });

  test("ends a page after a whole month, and the next goes on with nothing lost or told twice", () => {
    const month = (name: string) =>
      Array.from({ length: enoughMoments - 1 }, () => moment("asked", `${name}-03`, "08:00"));
    const moments = ["2026-08", "2026-09", "2026-10", "2026-11"].flatMap(month);
    const first = timelinePage(moments, null);
    expect(first.months.map((one) => one.month)).toEqual(["2026-11", "2026-10"]);
    expect(first.earlier).toBe("2026-10");
    const second = timelinePage(moments, first.earlier);
    expect(second.months.map((one) => one.month)).toEqual(["2026-09", "2026-08"]);
    expect(second.earlier).toBeNull();
  });

  test("of nothing is empty", () => {
    expect(timelinePage([], null)).toEqual({ months: [], earlier: null });
  });
});
