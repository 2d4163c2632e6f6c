import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import Markdown from "@/ui/markdown-text";
import { findQuote, onOneLine, quotedSource, quoteOf, seenText, sentencesOf } from "./quote-rules";

const context =
  "The untuned model leaves out a change in **one letter of six**. That is the gap.\n\nMeasured on `200` stays: see [the run](https://example.org/run_1), target *99 %*.";

/** What a browser shows of the text, on one line. */
const rendered = (markdown: string) =>
  onOneLine(
    renderToStaticMarkup(<Markdown text={markdown} />)
      .replace(/<\/(p|li|td|th|h\d|pre)>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );

const place = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe("the text a reader sees", () => {
  test.each([
    context,
    "# Head\n\n- one\n- two *three*\n  - four\n\n1. five\n2) six",
    "> quoted **text**\n> goes on\n\nsnake_case stays, _this_ goes, 2 < 3 & more",
    "| a | b |\n|---|:-:|\n| c | `d` |",
    "```ts\nconst a = 1;\n```\n\nafter \\*stars\\* and ~~gone~~",
    "- [x] done\n- [ ] open",
    "a\\|b and \\# c",
  ])("is the one that is shown for %j", (markdown) => {
    expect(seenText(markdown).text).toBe(rendered(markdown));
  });

  test("knows for each character where it is written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab *_`~[]()#>-|\n\\.1"), maxLength: 200 }),
        (markdown) => {
          const { text, from } = seenText(markdown);
          expect(from).toHaveLength(text.length);
          for (const [at, source] of from.entries()) {
            const written = markdown[source] ?? "";
            expect(
              text[at] === " " ? /[\s|`~\-:>#]/.test(written) || written !== "" : text[at] === written,
            ).toBe(true);
          }
          expect([...from]).toEqual([...from].sort((a, b) => a - b));
        },
      ),
    );
  });

  test("is read quickly from any text a field takes", () => {
    const began = performance.now();
    for (const unit of ["[", "[a](", "](", "> ", "- ", "|", "_a", "**", "\n|-", "--- "])
      seenText(unit.repeat(20_000 / unit.length));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("a quote", () => {
  const { text } = seenText(context);
  const quote = quoteOf(text, place(text, "That is the gap."));

  test("is found again after edits before, after and around it", () => {
    const edited = "A new beginning. The model leaves much out. That is the gap. The end is new, too.";
    expect(findQuote(edited, quote)).toEqual(place(edited, "That is the gap."));
  });

  test("of which there are several is the one that fits to what stood around it", () => {
    const twice = "First it is slow. Then it is slow. Last it is quick.";
    const second = quoteOf(twice, {
      start: twice.lastIndexOf("it is slow"),
      end: twice.lastIndexOf("it is slow") + 10,
    });
    const edited = `Before all, it is slow. ${twice}`;
    expect(findQuote(edited, second)?.start).toBe(edited.lastIndexOf("it is slow"));
  });

  test("that was changed itself stands nowhere", () => {
    expect(findQuote(text.replace("the gap", "a gap"), quote)).toBeNull();
    expect(quotedSource("", quote)).toBeNull();
  });

  test("is written where the Markdown says it, with its marks whole", () => {
    const source = (words: string) => {
      const span = quotedSource(context, quoteOf(text, place(text, words)));
      return span === null ? null : context.slice(span.start, span.end);
    };
    expect(source("one letter of six")).toBe("one letter of six");
    expect(source("in one letter of six.")).toBe("in **one letter of six**.");
    expect(source("in one letter of six")).toBe("in **one letter of six**");
    expect(source("one letter of six. That")).toBe("**one letter of six**. That");
    expect(source("see the run, target 99 %")).toBe(
      "see [the run](https://example.org/run_1), target *99 %*",
    );
  });
});

test("sentences are told apart, and none is longer than a quote may be", () => {
  const text = "One is short. Is two? Yes: 99.5 % of it.";
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "One is short.",
    "Is two?",
    "Yes: 99.5 % of it.",
  ]);
  expect(sentencesOf("x".repeat(900))).toEqual([{ start: 0, end: 500 }]);
});
