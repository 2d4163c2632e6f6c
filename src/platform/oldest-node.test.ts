import { expectTypeOf, test } from "vitest";

// Checked by the compiler: the types of tsconfig.json hold what Node 20.19 has, whatever newer Node develops with.

test("what came after Node 20 does not compile", () => {
  expectTypeOf<typeof Map>().not.toHaveProperty("groupBy");
  expectTypeOf<typeof Object>().not.toHaveProperty("groupBy");
  expectTypeOf<typeof Promise>().not.toHaveProperty("withResolvers");
  expectTypeOf<typeof Promise>().not.toHaveProperty("try");
  expectTypeOf<typeof Array>().not.toHaveProperty("fromAsync");
  expectTypeOf<Set<string>>().not.toHaveProperty("union");
  expectTypeOf<IterableIterator<string>>().not.toHaveProperty("map");
});

test("what Node 20 has does", () => {
  expectTypeOf<string>().toHaveProperty("isWellFormed");
  expectTypeOf<string[]>().toHaveProperty("toSorted");
});
