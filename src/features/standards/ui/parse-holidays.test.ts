import { describe, expect, test } from "vitest";
import { parseHolidays } from "./parse-holidays";

describe("a pasted list of holidays", () => {
  test.each([
    ["2026-12-25 Christmas Day", "2026-12-25", "Christmas Day"],
    ["2026-12-25, Christmas Day", "2026-12-25", "Christmas Day"],
    ["2026-12-25\tChristmas Day", "2026-12-25", "Christmas Day"],
    ["  25.12.2026; Christmas Day  ", "2026-12-25", "Christmas Day"],
    ["1.5.2027 Tag der Arbeit", "2027-05-01", "Tag der Arbeit"],
    ["6 January 2027 – Epiphany", "2027-01-06", "Epiphany"],
    ["6. Jan 2027 Epiphany", "2027-01-06", "Epiphany"],
    ["3 Sept. 2027: Founders’ day", "2027-09-03", "Founders’ day"],
  ])("reads %j", (line, on, name) => {
    expect(parseHolidays(line)).toEqual({ days: [{ on, name }], faults: [] });
  });

  test("names each line that is no day, and keeps the others", () => {
    const { days, faults } = parseHolidays(
      [
        "2026-12-25 Christmas Day",
        "",
        "12/26/2026 Boxing Day",
        "Easter Monday",
        "2026-02-30 Never",
        "2027-01-01",
        "2026-12-25 Again",
        "1 Janvember 2027 New Year",
        "1999-12-31 The end",
        `2027-05-01 ${"x".repeat(81)}`,
        "2027-01-06 Epiphany",
      ].join("\r\n"),
    );
    expect(days.map(({ on }) => on)).toEqual(["2026-12-25", "2027-01-06"]);
    expect(faults.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    const said = (line: number) => faults.find((fault) => fault.line === line)?.message;
    expect(said(3)).toContain("two days");
    expect(said(4)).toContain("no date");
    expect(said(5)).toContain("no such day as 2026-02-30");
    expect(said(6)).toContain("name of the day is missing");
    expect(said(7)).toContain("already");
    expect(said(8)).toContain("no date");
  });

  test("of nothing is nothing", () => {
    expect(parseHolidays(" \n\n")).toEqual({ days: [], faults: [] });
  });
});
