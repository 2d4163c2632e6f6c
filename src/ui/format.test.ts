import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDate,
  formatDateRange,
  formatDays,
  formatHours,
  formatMoney,
  formatMonth,
  formatPercent,
  formatPersonDays,
  formatSignedDays,
  formatSignedMoney,
} from "./format";

/** No-break spaces as plain ones, so that an expectation can be read. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("figures", () => {
  it("write days with one decimal below ten and whole above", () => {
    expect([2.34, 9.94, 9.96, 86.4, 1234.5, -0.01].map(formatDays)).toEqual([
      "2.3",
      "9.9",
      "10",
      "86",
      "1,235",
      "0",
    ]);
  });

  it("name the unit of effort, in the singular for exactly what reads as one", () => {
    expect(formatPersonDays(86.4)).toBe("86 person-days");
    expect(formatPersonDays(1.02)).toBe("1 person-day");
    expect(plain(formatPersonDays(86.4, { short: true }))).toBe("86 pd");
  });

  it("keep a figure and its unit on one line", () => {
    expect(formatPercent(0.5)).toBe("50\u00a0%");
  });

  it("sign a difference with a true minus, and one that rounds to nothing with neither", () => {
    expect([12, -3.2, 0, 0.04, -0.04].map((days) => plain(formatSignedDays(days)))).toEqual([
      "+12 d",
      "−3.2 d",
      "±0 d",
      "±0 d",
      "±0 d",
    ]);
    expect(formatSignedMoney(-210_000, "EUR")).toBe("−€2.1k");
    expect(formatSignedMoney(0, "EUR")).toBe("±€0");
  });

  it("write money from minor units, with cents only where they matter", () => {
    expect(formatMoney(1_840_000, "EUR")).toBe("€18,400");
    expect(formatMoney(1_250, "EUR")).toBe("€12.50");
    expect(formatMoney(-500_000, "EUR", { compact: true })).toBe("−€5k");
    expect(formatMoney(140_000_000, "EUR", { compact: true })).toBe("€1.4m");
    expect(formatMoney(18_400, "JPY")).toBe("JP¥18,400");
  });

  it("round shares to whole percents", () => {
    expect([0.623, -0.001, 1].map((share) => plain(formatPercent(share)))).toEqual(["62 %", "0 %", "100 %"]);
  });

  it("count in words", () => {
    expect([
      formatCount(1, "decision"),
      formatCount(0, "decision"),
      formatCount(2, "person", "people"),
    ]).toEqual(["1 decision", "0 decisions", "2 people"]);
    expect(plain(formatHours(1_240))).toBe("1,240 h");
  });
});

describe("dates", () => {
  it("are the day that was written, in any time zone", () => {
    expect(formatDate("2027-04-09")).toBe("9 Apr 2027");
    expect(formatDate("2027-04-09", { withYear: false })).toBe("9 Apr");
    expect(formatDate(new Date("2027-04-09T23:59:00Z"))).toBe("9 Apr 2027");
    expect(formatMonth("2027-04-09")).toBe("Apr 2027");
  });

  it("say a range with its year once, and one day once", () => {
    expect(formatDateRange("2027-01-12", "2027-03-09")).toBe("12 Jan – 9 Mar 2027");
    expect(formatDateRange("2026-12-12", "2027-03-09")).toBe("12 Dec 2026 – 9 Mar 2027");
    expect(formatDateRange("2027-03-09", "2027-03-09")).toBe("9 Mar 2027");
  });
});
