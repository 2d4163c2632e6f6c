import { describe, expect, test } from "vitest";
import { projectKey } from "@/platform/schema";
import { freeKey, suggestKey } from "./key-rules";

describe("suggestKey", () => {
  test.each([
    ["Support assistant", "SA"],
    ["Edge", "EDG"],
    ["Élan vital", "EV"],
    ["clinical-notes summariser for wards", "CNSFW"],
    ["A very long name with really many words in it", "AVLNWR"],
    ["2nd try", "T1"],
    ["X", "X1"],
  ])("%s → %s", (name, key) => {
    expect(suggestKey(name)).toBe(key);
    expect(projectKey.safeParse(key).success).toBe(true);
  });

  test.each(["", "   ", "日本語", "42"])("suggests nothing where there are no letters: %j", (name) => {
    expect(suggestKey(name)).toBe("");
  });
});

describe("freeKey", () => {
  test("keeps a key that nobody has", () => expect(freeKey("SA", new Set(["SB"]))).toBe("SA"));

  test("counts on from 2 past those that are taken", () => {
    expect(freeKey("SA", new Set(["SA", "SA2"]))).toBe("SA3");
  });

  test("stays within the length of a key", () => {
    expect(freeKey("ABCDEFGH", new Set(["ABCDEFGH"]))).toBe("ABCDEFG2");
  });
});
