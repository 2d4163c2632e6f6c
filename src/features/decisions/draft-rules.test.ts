import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionIn, quoted } from "./draft-rules";

describe("the question in a comment", () => {
  it("is its first sentence that asks something, in plain words", () => {
    expect(questionIn("I ran it. Do we **tune** it? Or not?")).toBe("Do we tune it?");
    expect(questionIn("> Who said so?\n\nNobody knows.")).toBe("");
    expect(questionIn("- [Which model](https://example.org/?q=1) is it?")).toBe("Which model is it?");
    expect(questionIn("```\nwhat?\n```\nNo question.")).toBe("");
  });

  it("is never longer than a question may be, and has no line breaks", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        const question = questionIn(`${text}\nand so on?`);
        expect(question.length).toBeLessThanOrEqual(200);
        expect(question).not.toMatch(/\n/);
      }),
    );
  });
});

describe("a quotation", () => {
  it("marks every line, and says who wrote it", () => {
    expect(quoted("One\n\ntwo", "Ada")).toBe("> One\n>\n> two\n\nAda wrote this.");
  });
});
