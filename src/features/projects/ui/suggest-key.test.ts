import { expect, test } from "vitest";
import { suggestKey } from "./suggest-key";

test.each([
  ["Support assistant", "SUP"],
  ["Édge", "EDG"],
  ["2nd try", "NDT"],
  ["", ""],
])("suggests a key for %s", (name, key) => {
  expect(suggestKey(name)).toBe(key);
});
