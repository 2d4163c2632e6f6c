import { describe, expect, test } from "vitest";
import { filterAddress, readFilter } from "./filter-address";

const read = (search: string) => readFilter(Object.fromEntries(new URLSearchParams(search)));

describe("the address of the portfolio", () => {
  test.each([
    "",
    "?text=a+%26+b",
    "?phase=launched&health=off-track&group=owner&sort=cost",
    "?show=expertise%3Aserving%3A3&by=quarter&every=yes&hide=lifecycle.cost",
    "?show=phase%3Ascoping&sort=name",
  ])("%s comes back as it was read", (search) => {
    expect(filterAddress("acme", read(search))).toBe(`/w/acme/portfolio${search}`);
  });

  test("says nothing that is as usual, unknown or too long", () => {
    expect(filterAddress("acme", read("?sort=name&group=none&by=technique&every=no&hide=owner.x"))).toBe(
      "/w/acme/portfolio",
    );
    expect(read(`?text=${"x".repeat(300)}`).text).toHaveLength(100);
  });
});
