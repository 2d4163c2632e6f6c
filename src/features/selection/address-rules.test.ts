import { describe, expect, it } from "vitest";
import { inOrder, readAddress, readView } from "./address-rules";

describe("the address of a shortlist", () => {
  it("says limits, weights and figures; an empty one asks for nothing", () => {
    expect(
      readAddress({
        requestsPerDay: "5000",
        licence: "",
        hosting: "on-premises",
        "weight-price": "25",
        maxDays: "90",
      }),
    ).toEqual({
      limits: { requestsPerDay: 5000, licence: null, hosting: "on-premises" },
      weights: { price: 25 },
      own: { maxDays: 90 },
      errors: {},
    });
  });

  it("leaves out what can't be used, and says so at the field", () => {
    const { limits, errors } = readAddress({ promptTokens: "1.5", precision: "fp1", outputTokens: "200" });
    expect(limits).toEqual({ outputTokens: 200 });
    expect(Object.keys(errors)).toEqual(["promptTokens", "precision"]);
  });

  it("compares four at most, and knows only its own sortings", () => {
    expect(readView({ compare: "a,b,c,d,e", hide: "x,", sort: "luck" })).toEqual({
      sort: "rank",
      hidden: new Set(["x"]),
      compared: ["a", "b", "c", "d"],
    });
  });

  it("puts what has no figure last, whichever way it sorts", () => {
    const row = (name: string, cheapestUsdPerMonth: number | null, parameters: number | null) => ({
      ...{ name, cheapestUsdPerMonth, parameters, contextTokens: 1, memory: null, published: null },
      benchmarks: [],
    });
    const rows = [row("b", null, 7), row("a", 5, null), row("c", 2, 70)];
    const names = (sort: Parameters<typeof inOrder>[1]) =>
      inOrder(rows, sort)
        .map(({ name }) => name)
        .join("");
    expect([names("rank"), names("price"), names("size"), names("name")]).toEqual([
      "bac",
      "cab",
      "cba",
      "abc",
    ]);
  });
});
