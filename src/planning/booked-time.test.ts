import { describe, expect, it } from "vitest";
import { dayPlus, daysOfWeek, isForgotten, personDaysOf, sumOfHours, timedHours } from "./booked-time";
import { isoDate } from "./schedule/calendar";
import { mondayOf } from "./schedule/weeks";

describe("booked hours", () => {
  it("are person-days of eight", () => {
    expect(personDaysOf(12)).toBe(1.5);
    expect(personDaysOf(0.33)).toBe(0.04125);
    expect(personDaysOf(0)).toBe(0);
  });

  it("add up as they are written", () => {
    expect(sumOfHours([0.1, 0.2])).toBe(0.3);
    expect(sumOfHours(Array.from({ length: 30 }, () => 0.33))).toBe(9.9);
    expect(sumOfHours([])).toBe(0);
  });
});

describe("a timer", () => {
  const start = new Date("2026-11-27T09:00:00Z");
  const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

  it("counts whole minutes, at least one, as hours with two decimals", () => {
    expect(timedHours(start, minutesLater(90))).toBe(1.5);
    expect(timedHours(start, minutesLater(20))).toBe(0.33);
    expect(timedHours(start, minutesLater(20.4))).toBe(0.33);
    expect(timedHours(start, minutesLater(0))).toBe(0.02);
    expect(timedHours(start, minutesLater(-3))).toBe(0.02);
  });

  it("was forgotten after more than twelve hours", () => {
    expect(isForgotten(start, minutesLater(12 * 60))).toBe(false);
    expect(isForgotten(start, minutesLater(12 * 60 + 1))).toBe(true);
  });
});

describe("a week", () => {
  it("is from Monday to Sunday, also over months and years", () => {
    expect(mondayOf(isoDate("2026-11-27"))).toBe("2026-11-23");
    expect(mondayOf(isoDate("2026-11-23"))).toBe("2026-11-23");
    expect(mondayOf(isoDate("2026-11-29"))).toBe("2026-11-23");
    expect(mondayOf(isoDate("2027-01-01"))).toBe("2026-12-28");
    expect(daysOfWeek(isoDate("2026-12-28")).at(-1)).toBe("2027-01-03");
    expect(dayPlus(isoDate("2028-02-28"), 1)).toBe("2028-02-29");
  });
});
