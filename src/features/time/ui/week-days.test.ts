import { describe, expect, it } from "vitest";
import { daysOfWeek, isoDate } from "@/planning";
import type { TimeRow } from "../queries";
import { keyOf } from "./use-hours";
import { shownHours, tellDay, totalsOf } from "./week-days";

const days = daysOfWeek(isoDate("2026-11-23"));
const row: TimeRow = {
  projectId: "p",
  projectKey: "P",
  projectName: "Pilot",
  taskKey: "evaluation/run",
  name: "Run",
  order: 0,
  cells: [{ entryId: "e", version: 1, hours: 2.5, note: "" }, null, null, null, null, null, null],
};
const typed = (column: number, text: string) => {
  const place = { projectId: "p", taskKey: "evaluation/run", day: days[column] ?? "" };
  return [keyOf(place), { place, text, note: null, seen: null, theirs: null, failure: null }] as const;
};

describe("a week on the sheet", () => {
  it("names its days", () => {
    expect(days.map(tellDay)).toEqual([
      "Mon 23 Nov",
      "Tue 24 Nov",
      "Wed 25 Nov",
      "Thu 26 Nov",
      "Fri 27 Nov",
      "Sat 28 Nov",
      "Sun 29 Nov",
    ]);
  });

  it("counts what is typed in place of what is on record, once it can be read", () => {
    expect(shownHours(row, days, new Map())).toEqual([2.5, 0, 0, 0, 0, 0, 0]);
    expect(shownHours(row, days, new Map([typed(0, "4"), typed(2, "1:30")]))).toEqual([
      4, 0, 1.5, 0, 0, 0, 0,
    ]);
    expect(shownHours(row, days, new Map([typed(0, "4x")]))).toEqual([2.5, 0, 0, 0, 0, 0, 0]);
    expect(shownHours(row, days, new Map([typed(0, "")]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("adds up per day and in all", () => {
    const { perDay, week } = totalsOf([
      [0.1, 0, 0, 0, 0, 0, 8],
      [0.2, 0, 0, 0, 0, 0, 1],
    ]);
    expect(perDay).toEqual([0.3, 0, 0, 0, 0, 0, 9]);
    expect(week).toBe(9.3);
  });
});
