import { expect, test } from "vitest";
import { isoDate } from "@/planning";
import { expertiseAddress, readExpertiseAddress } from "./address";

test("an address tells the screen what it told the address", () => {
  const open = { weekOn: isoDate("2026-11-30"), discipline: "serving", level: 3 } as const;
  for (const quantile of ["p50", "p80"] as const)
    for (const shown of [open, null]) {
      const query = expertiseAddress("lab", { quantile, open: shown }).split("?")[1];
      const params = Object.fromEntries(new URLSearchParams(query));
      expect(readExpertiseAddress(params)).toEqual({ quantile, open: shown });
    }
});

test("what an address does not know is left out", () => {
  const nothing = { quantile: "p80", open: null };
  expect(readExpertiseAddress({})).toEqual(nothing);
  for (const cell of [
    "",
    "2026-13-01:serving:3",
    "2026-11-30:magic:3",
    "2026-11-30:serving:9",
    "x".repeat(999),
  ])
    expect(readExpertiseAddress({ demand: "p999", cell })).toEqual(nothing);
  expect(readExpertiseAddress({ cell: ["2026-11-30:serving:3", "again"] })).toEqual(nothing);
});
