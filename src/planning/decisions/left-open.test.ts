import { describe, expect, it } from "vitest";
import { moneyBetween, orderLeftOpen } from "./left-open";

const decision = (id: string, change: object = {}) => ({
  id,
  spreadWorkingDays: 0,
  spreadMinor: 0,
  ageDays: 0,
  dueOn: null,
  ...change,
});
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe("what is left open", () => {
  it("costs the money between its cheapest and its dearest option", () => {
    expect(moneyBetween([])).toBe(0);
    expect(moneyBetween([{ costP50Minor: 500 }])).toBe(0);
    expect(moneyBetween([{ costP50Minor: 500 }, { costP50Minor: 200 }, { costP50Minor: 900 }])).toBe(700);
  });

  it("comes in the order asked for, and where that is even in the others' order", () => {
    const rows = [
      decision("a", { spreadWorkingDays: 3, spreadMinor: 10, ageDays: 1, dueOn: "2026-03-01" }),
      decision("b", { spreadWorkingDays: 3, spreadMinor: 20, ageDays: 9 }),
      decision("c", { spreadWorkingDays: 8, ageDays: 4, dueOn: "2026-02-01" }),
      decision("d", { ageDays: 4 }),
    ];
    expect(idsOf(orderLeftOpen(rows, "days"))).toEqual(["c", "b", "a", "d"]);
    expect(idsOf(orderLeftOpen(rows, "money"))).toEqual(["b", "a", "c", "d"]);
    expect(idsOf(orderLeftOpen(rows, "age"))).toEqual(["b", "c", "d", "a"]);
    expect(idsOf(orderLeftOpen(rows, "due"))).toEqual(["c", "a", "b", "d"]);
  });
});
