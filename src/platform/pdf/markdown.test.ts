import { describe, expect, test } from "vitest";
import { blocksOf } from "./markdown";

const told = (markdown: string) =>
  blocksOf(markdown).map((block) => {
    const words = block.runs.map(({ text, strong }) => (strong ? `<${text}>` : text)).join("");
    return `${"  ".repeat(block.depth)}${block.kind === "item" ? `${block.mark} ` : ""}${words}`;
  });

describe("Markdown on a page", () => {
  test("loses its marks and keeps its words, what stands out and its lists", () => {
    expect(told("# Why\n\nMemory is **tight**, see [the run](https://example.org/run).")).toEqual([
      "<Why>",
      "Memory is <tight>, see the run (https://example.org/run).",
    ]);
    expect(told("1. one\n2. two\n   - inner\n\n> said")).toEqual(["1. one", "2. two", "  • inner", "  said"]);
  });

  test("keeps code and raw HTML as words", () => {
    expect(told("<script>alert(1)</script>\n\n    x = 1\n\nSay `y`.")).toEqual([
      "<script>alert(1)</script>",
      "x = 1",
      "Say y.",
    ]);
  });
});
