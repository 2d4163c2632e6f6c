import { describe, expect, it } from "vitest";
import { parseHours } from "./hours-rules";

describe("hours as they are typed", () => {
  it.each([
    ["7.5", 7.5],
    ["7,5", 7.5],
    ["7:30", 7.5],
    ["0:20", 0.33],
    [".25", 0.25],
    ["8.", 8],
    [" 3 h", 3],
    ["24", 24],
    ["1.005", 1],
  ])("%j is %d", (text, hours) => {
    expect(parseHours(text)).toEqual({ hours });
  });

  it.each(["", "  ", "0", "0.001", "0:00"])("%j is none", (text) => {
    expect(parseHours(text)).toEqual({ hours: null });
  });

  it.each(["x", "-1", "7:60", "1e3", "1.2.3", "24.01", "25:00", "Infinity"])("%j is refused", (text) => {
    expect(parseHours(text)).toHaveProperty("fault");
  });
});
