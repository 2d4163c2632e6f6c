import { describe, expect, test } from "vitest";
import { isoDate, workingCalendar } from "../schedule/calendar";
import { absencesFrom, workingDaysAway } from "./absence";

const away = (fromOn: string, toOn: string) => ({ fromOn: isoDate(fromOn), toOn: isoDate(toOn) });
const week = [isoDate("2026-12-21"), isoDate("2026-12-28")] as const;

describe("working days away", () => {
  test.each([
    ["two weeks over it", [away("2026-12-14", "2027-01-03")], 5],
    ["from Thursday on", [away("2026-12-24", "2027-01-03")], 2],
    ["one day", [away("2026-12-22", "2026-12-22")], 1],
    ["the weekend", [away("2026-12-26", "2026-12-27")], 0],
    ["twice in it", [away("2026-12-21", "2026-12-21"), away("2026-12-24", "2026-12-26")], 3],
    ["the week before", [away("2026-12-14", "2026-12-20")], 0],
    ["never", [], 0],
  ])("%s", (_, absences, days) => {
    expect(workingDaysAway(absences, ...week)).toBe(days);
  });

  test("holidays are nobody's absence", () => {
    const calendar = workingCalendar([isoDate("2026-12-25")]);
    expect(workingDaysAway([away("2026-12-24", "2027-01-03")], ...week, calendar)).toBe(1);
  });
});

describe("absences from a day on", () => {
  test("count working days from it, and leave out what is over or on days off", () => {
    const absences = [
      away("2026-12-14", "2026-12-18"),
      away("2026-12-17", "2026-12-22"),
      away("2026-12-26", "2026-12-27"),
      away("2026-12-30", "2027-01-03"),
    ];
    expect(absencesFrom(isoDate("2026-12-21"), absences)).toEqual([
      { fromDay: 0, toDay: 2 },
      { fromDay: 7, toDay: 10 },
    ]);
  });

  test("a day off counts as the working day after it", () => {
    expect(absencesFrom(isoDate("2026-12-20"), [away("2026-12-21", "2026-12-21")])).toEqual([
      { fromDay: 0, toDay: 1 },
    ]);
  });
});
