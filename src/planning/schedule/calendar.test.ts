import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanningError } from "../planning-error";
import {
  addWorkingDays,
  dateOfWorkingDay,
  endMoment,
  finishDay,
  isIsoDate,
  isoDate,
  startMoment,
  workingCalendar,
  workingDayIndex,
  workingDaysBetween,
} from "./calendar";

const friday = isoDate("2026-11-27");

describe("working days", () => {
  it("count from Monday 1970-01-05", () => {
    expect(workingDayIndex(isoDate("1970-01-05"))).toBe(0);
    expect(workingDayIndex(isoDate("1970-01-09"))).toBe(4);
    expect(workingDayIndex(isoDate("1970-01-12"))).toBe(5);
    expect(workingDayIndex(isoDate("2026-11-23"))).toBe(14_840);
  });

  it("skip the weekend, the turn of the year and a leap day", () => {
    expect(addWorkingDays(friday, 1)).toBe("2026-11-30");
    expect(addWorkingDays(isoDate("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addWorkingDays(isoDate("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addWorkingDays(isoDate("2026-11-23"), 250)).toBe("2027-11-08");
  });

  it("count Friday to Monday as one, and backwards as minus one", () => {
    expect(workingDaysBetween(friday, isoDate("2026-11-30"))).toBe(1);
    expect(workingDaysBetween(isoDate("2026-11-30"), friday)).toBe(-1);
  });

  it("let work of a weekend begin on Monday, and a weekend's finish add nothing to Friday", () => {
    expect(startMoment(isoDate("2026-11-28"))).toBe(startMoment(isoDate("2026-11-30")));
    expect(endMoment(isoDate("2026-11-28"))).toBe(endMoment(friday));
  });

  it("finish three days of work from Monday morning on Wednesday", () => {
    const begin = startMoment(isoDate("2026-11-23"));
    expect(dateOfWorkingDay(finishDay(begin + 3))).toBe("2026-11-25");
    expect(dateOfWorkingDay(finishDay(begin + 0.1 + 0.2 + 2.7))).toBe("2026-11-25");
    expect(dateOfWorkingDay(finishDay(begin + 3.1))).toBe("2026-11-26");
  });

  it("agree with walking the calendar day by day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), (from, days) => {
        const start = new Date(Date.UTC(1970, 0, 5 + from));
        let expected = 0;
        for (let day = 0; day < days; day += 1) {
          const weekday = (start.getUTCDay() + day) % 7;
          if (weekday !== 0 && weekday !== 6) expected += 1;
        }
        const end = new Date(start.getTime() + days * 86_400_000);
        const date = (time: Date) => isoDate(time.toISOString().slice(0, 10));
        expect(workingDaysBetween(date(start), date(end))).toBe(expected);
      }),
    );
  });
});

describe("holidays", () => {
  const christmas = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"];
  const calendar = workingCalendar(christmas);

  it("are skipped, once each, whatever the weekday", () => {
    expect(addWorkingDays(isoDate("2026-12-23"), 1, calendar)).toBe("2026-12-28");
    expect(workingDaysBetween(isoDate("2026-12-23"), isoDate("2027-01-01"), calendar)).toBe(4);
    expect(workingCalendar([...christmas, ...christmas]).daysOff).toEqual(calendar.daysOff);
  });

  it("let work planned for one begin on the day after, and add nothing to the day before", () => {
    const [eve, monday] = [isoDate("2026-12-24"), isoDate("2026-12-28")];
    expect(startMoment(eve, calendar)).toBe(startMoment(monday, calendar));
    expect(endMoment(isoDate("2026-12-25"), calendar)).toBe(endMoment(isoDate("2026-12-23"), calendar));
  });

  it("are never the day on which something finishes", () => {
    const begin = startMoment(isoDate("2026-12-22"), calendar);
    expect(dateOfWorkingDay(finishDay(begin + 2), calendar)).toBe("2026-12-23");
    expect(dateOfWorkingDay(finishDay(begin + 2.1), calendar)).toBe("2026-12-28");
  });

  it("agree with walking the calendar day by day, there and back", () => {
    const offsets = fc.uniqueArray(fc.nat(120), { maxLength: 60 });
    fc.assert(
      fc.property(offsets, fc.nat(130), (off, days) => {
        const at = (day: number) => isoDate(new Date(Date.UTC(2026, 10, 2 + day)).toISOString().slice(0, 10));
        const own = workingCalendar(off.map(at));
        const isWorking = (day: number) => {
          const weekday = new Date(`${at(day)}T00:00:00Z`).getUTCDay();
          return weekday !== 0 && weekday !== 6 && !off.includes(day);
        };
        const counted = Array.from({ length: days }, (_, day) => day).filter(isWorking).length;
        expect(workingDaysBetween(at(0), at(days), own)).toBe(counted);
        if (isWorking(days)) expect(dateOfWorkingDay(startMoment(at(days), own), own)).toBe(at(days));
      }),
    );
  });

  it("must be days", () => {
    expect(() => workingCalendar(["2026-02-30"])).toThrow(PlanningError);
  });
});

describe("a day", () => {
  it("must exist", () => {
    expect(isIsoDate("2028-02-29")).toBe(true);
    for (const text of ["2026-02-30", "2026-13-01", "2026-1-1", "", "1969-12-31", "2026-11-23T00:00:00Z"])
      expect(isIsoDate(text)).toBe(false);
    expect(() => isoDate("2026-02-30", "startsOn")).toThrow(PlanningError);
    const two = (part: number) => String(part).padStart(2, "0");
    for (const year of [1970, 1999, 2000, 2026, 2028, 2100, 2400, 9999])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const time = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
          expect(isIsoDate(text), text).toBe(exists && text >= "1970-01-05");
        }
  });
});
