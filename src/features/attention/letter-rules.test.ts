import { describe, expect, test } from "vitest";
import { type LetterItem, writeLetter } from "./letter-rules";
import { excerptOf } from "./telling-rules";

const item: LetterItem = {
  kind: "mention",
  count: 1,
  actors: ["Ada Byron"],
  project: { key: "LET", name: "Letters" },
  decision: { number: 3, question: "Which model?" },
  detail: null,
  excerpt: "Look here",
  url: "https://plan.example.org/w/team/projects/LET/decisions/3",
};

function letter(items: readonly LetterItem[], more = 0) {
  return writeLetter({
    workspaceName: "Team",
    items,
    more,
    inboxUrl: "https://plan.example.org/w/team/inbox",
    settingsUrl: "https://plan.example.org/account",
    unsubscribeUrl: "https://plan.example.org/unsubscribe/x",
  });
}

describe("a letter", () => {
  test("about one thing has it in its subject, about several their number", () => {
    expect(letter([item]).subject).toBe("Ada Byron mentioned you: D-3 Which model?");
    expect(letter([item, item], 5).subject).toBe("7 things for you in Team");
    expect(letter([item, item], 5).text).toContain("And 5 more: https://plan.example.org/w/team/inbox");
  });

  test("keeps names and words of people from being headers or markup", () => {
    const hostile = {
      ...item,
      actors: ["Eve\r\nBcc: all@example.org"],
      decision: { number: 3, question: '<img src=x onerror="alert(1)">' },
      excerpt: "</blockquote><script>alert(1)</script>",
    };
    const { subject, html } = letter([hostile]);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<img|<script|<\/blockquote><s/);
  });
});

describe("an excerpt", () => {
  test.each([
    ["# Title\n\n- one **bold** [link](https://x.example) `code`", "Title one bold link code"],
    ["a \u202e turned around", "a turned around"],
    ["", ""],
  ])("of %j is %j", (markdown, excerpt) => {
    expect(excerptOf(markdown)).toBe(excerpt);
  });

  test("is short, and cut between words", () => {
    const excerpt = excerptOf("word ".repeat(100));
    expect(excerpt.length).toBeLessThanOrEqual(241);
    expect(excerpt).toMatch(/word…$/);
  });
});
