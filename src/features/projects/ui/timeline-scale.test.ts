import { describe, expect, it } from "vitest";
import { dayNumber, isWeekend, placeOf, rulerOf, timelineScale, widthOf } from "./timeline-scale";

const scaleOf = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to), pixelsPerDay: 2 });

describe("the scale", () => {
  it("holds every day with room on both sides, and places days evenly", () => {
    const days = ["2027-03-01", "2027-01-04", "2027-02-10"].map(dayNumber);
    const scale = timelineScale(days, "month");
    expect(placeOf(scale, dayNumber("2027-01-04"))).toBeGreaterThanOrEqual(48);
    expect(widthOf(scale) - placeOf(scale, dayNumber("2027-03-01"))).toBeGreaterThanOrEqual(48);
    expect(placeOf(scale, 20_001) - placeOf(scale, 20_000)).toBeCloseTo(scale.pixelsPerDay);
  });

  it("is something even where nothing is planned", () => {
    expect(widthOf(timelineScale([], "day"))).toBeGreaterThan(0);
  });

  it("knows weekends", () => {
    const days = ["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"];
    expect(days.map((day) => isWeekend(dayNumber(day)))).toEqual([false, true, true, false]);
  });
});

describe("the ruler", () => {
  const names = (ticks: readonly { name: string }[]) => ticks.map(({ name }) => name);

  it("has months over days, each as long as it is", () => {
    const { major, minor } = rulerOf(scaleOf("2027-01-30", "2027-02-03"), "day");
    expect(names(major)).toEqual(["January 2027", "February 2027"]);
    expect(names(minor)).toEqual(["30", "31", "1", "2"]);
    expect(major.map(({ day, until }) => until - day)).toEqual([31, 28]);
  });

  it("begins weeks on Mondays", () => {
    const { minor } = rulerOf(scaleOf("2026-11-25", "2026-12-10"), "week");
    expect(names(minor)).toEqual(["23", "30", "7"]);
  });

  it("has years over months, and over quarters", () => {
    const scale = scaleOf("2026-11-15", "2027-05-02");
    expect(names(rulerOf(scale, "month").major)).toEqual(["2026", "2027"]);
    expect(names(rulerOf(scale, "month").minor)).toEqual(["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May"]);
    expect(names(rulerOf(scale, "quarter").minor)).toEqual(["Q4", "Q1", "Q2"]);
  });
});
