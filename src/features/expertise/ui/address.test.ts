import { expect, test } from "vitest";
import { isoDate } from "@/planning";
import { expertiseAddress, readExpertiseAddress } from "./address";

test("an address tells the screen what it told the address", () => {
  const open = { weekOn: isoDate("2026-11-30"), discipline: "serving", level: 3 } as const;
  for (const quantile of ["p50", "p80"] as const)
    for (const shown of [open, null])
      for (const team of ["0197e6a0-0000-7000-8000-000000000001", null]) {
        const address = { quantile, open: shown, team };
        const query = expertiseAddress("lab", address).split("?")[1];
        expect(readExpertiseAddress(Object.fromEntries(new URLSearchParams(query)))).toEqual(address);
      }
});

test("what an address does not know is left out", () => {
  const nothing = { quantile: "p80", open: null, team: null };
  expect(readExpertiseAddress({})).toEqual(nothing);
  for (const cell of [
    "",
    "2026-13-01:serving:3",
    "2026-11-30:magic:3",
    "2026-11-30:serving:9",
    "x".repeat(999),
  ])
    expect(readExpertiseAddress({ demand: "p999", cell })).toEqual(nothing);
  expect(readExpertiseAddress({ team: "Health" })).toEqual(nothing);
  expect(readExpertiseAddress({ cell: ["2026-11-30:serving:3", "again"] })).toEqual(nothing);
});
