import { describe, expect, it } from "vitest";
import { readWeekAddress } from "./week-address";

const now = new Date("2026-11-27T10:00:00Z");
const member = "0197e6a0-0000-7000-8000-000000000001";

describe("the address of a week", () => {
  it("names the week by any of its days, and whose it is", () => {
    expect(readWeekAddress({}, now)).toEqual({ day: "2026-11-23", member: null });
    expect(readWeekAddress({ week: "2026-03-04", member }, now)).toEqual({ day: "2026-03-02", member });
  });

  it("is this week of one's own where it can't be read", () => {
    for (const week of ["soon", "2026-02-30", "0001-01-01", "2099-12-31", ["2026-03-02", "2026-03-09"]])
      expect(readWeekAddress({ week, member: "me" }, now)).toEqual({ day: "2026-11-23", member: null });
  });
});
