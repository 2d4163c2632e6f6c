import { describe, expect, test } from "vitest";
import { withSection } from "./results-section";

const text =
  "# Results\n\n## Sizes\n\n<!-- sizes:begin -->\n\nold\n\n<!-- sizes:end -->\n\nAnd a word after it.\n";

describe("a section of the results", () => {
  test("is replaced, and nothing around it", () => {
    expect(withSection(text, "sizes", { title: "Sizes", body: "new" })).toBe(text.replace("old", "new"));
  });

  test("is added at the end when it is new, and then found again", () => {
    const added = withSection(text, "speed", { title: "Speed", body: "fast" });
    expect(added).toBe(`${text}\n## Speed\n\n<!-- speed:begin -->\n\nfast\n\n<!-- speed:end -->\n`);
    expect(withSection(added, "speed", { title: "Speed", body: "fast" })).toBe(added);
  });

  test("of which one mark is missing is refused", () => {
    const half = text.replace("<!-- sizes:end -->", "");
    expect(() => withSection(half, "sizes", { title: "Sizes", body: "new" })).toThrow("half of the section");
  });
});
