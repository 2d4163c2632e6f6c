import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { whyNotMarkdown } from "./markdown-limits";
import Markdown from "./markdown-text";

/** What is inside the frame that gives the text its looks. */
const html = (text: string) =>
  renderToStaticMarkup(<Markdown text={text} />).replace(/^<div[^>]*>|<\/div>$/g, "");

/** What a reader sees. */
const seen = (text: string) =>
  html(text)
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();

describe("Markdown", () => {
  test("is emphasis, lists, tables, code and links", () => {
    expect(html("It *is* **so**, see [this](https://example.org).")).toContain(
      'It <em>is</em> <strong>so</strong>, see <a href="https://example.org" rel="nofollow noopener noreferrer" target="_blank">this</a>.',
    );
    expect(html("- [x] done\n\n|a|\n|-|\n|b|\n\n```\ncode\n```")).toMatch(
      /<input.*<table>.*<td>b<.*<code>code/s,
    );
  });

  test.each([
    "Use the <b>bold</b> tag",
    "<script>alert(1)</script>",
    "a <T extends string> b",
    "<!-- a note -->",
    '<div\nonclick="x()">',
    "<?php echo 1 ?>",
  ])("shows the HTML of %j as it was typed", (text) => {
    expect(seen(text)).toBe(text);
    expect(html(text)).not.toMatch(/<(b|script|t|div)[ >]/i);
  });

  test("reads Markdown within HTML, and addresses in angle brackets", () => {
    expect(html("<i>*so*</i>")).toContain("<em>so</em>");
    expect(html("<https://example.org>")).toContain('href="https://example.org"');
  });

  test("leads nowhere but to the web or a mail program, and shows no pictures", () => {
    expect(html("[a](javascript:alert(1)) [b](data:text/html,x)")).not.toMatch(/javascript|data:/);
    expect(html("![a](https://example.org/a.png)")).not.toContain("img");
  });
});

describe("hostile Markdown", () => {
  const hostile: readonly [string, string, RegExp][] = [
    ["quotes in quotes", ">".repeat(9_000), /nest/],
    ["lists in lists", "- ".repeat(4_000), /nest/],
    ["lists in quotes", "> 1. ".repeat(2_000), /nest/],
    [
      "a small text that asks for a large table",
      `${"a|".repeat(999)}\n${"-|".repeat(999)}\n${"a\n".repeat(999)}`,
      /tables/,
    ],
    ["brackets", "[".repeat(10_000), /formatting/],
    ["emphasis", "*a **b ".repeat(1_200), /formatting/],
    ["headings", "a\n=\n".repeat(2_500), /formatting/],
    ["lists side by side", "- - - - - - a\n".repeat(400), /formatting/],
  ];

  test.each(hostile)("of %s is refused in words, and shown as typed", (_, text, words) => {
    expect(whyNotMarkdown(text)).toMatch(words);
    expect(seen(text)).toBe(text.trim());
  });

  test("counting is quick for any text a field takes", () => {
    const longest = ["-", " ", "- ", "|", "| ", "1.", "\t-"].map((unit) => unit.repeat(20_000 / unit.length));
    const began = performance.now();
    for (const text of longest) whyNotMarkdown(`${text}x`);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("is nothing that people write: long reports with tables, lists, links and code are shown", () => {
    const section = [
      "## Results",
      "We tried **three** models; see [the report](https://example.org/report?a=b_c) and `notes.md`.",
      "1. Prompting\n   - few-shot\n     - with *retrieval*\n2. Tuning\n\n> It *was* slow.\n> > Twice.",
      "| model | accuracy | price |\n|---|---:|---:|\n| small | 81 % | 0.2 |\n| large | 87 % | 2.1 |",
      "```ts\nconst answer = await ask(prompt);\n```",
    ].join("\n\n");
    const report = Array.from({ length: 40 }, () => section)
      .join("\n\n")
      .slice(0, 20_000);
    expect(whyNotMarkdown(report)).toBeNull();
  });
});
