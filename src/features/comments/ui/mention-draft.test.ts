import { describe, expect, test } from "vitest";
import { mentionStart, shownAs, toDraft, toMarkdown } from "./mention-draft";

const one = "0192f7a0-0000-7000-8000-000000000001";
const two = "0192f7a0-0000-7000-8000-000000000002";
const mara = { kind: "member", id: one } as const;
const third = { kind: "decision", id: two } as const;
const written = `Ask [@Mara Okafor](mention:member/${one}), see [D-3](mention:decision/${two}) and [Help \\[desk\\]](mention:project/${one}).`;

describe("a draft", () => {
  test("shows names where the comment has links, and becomes that comment again", () => {
    const draft = toDraft(written);
    expect(draft.text).toBe("Ask @Mara Okafor, see D-3 and #Help [desk].");
    expect(toMarkdown(draft)).toBe(written);
  });

  test("links only whole names, and the longer of two", () => {
    const picked = [
      { shown: "D-3", mention: third },
      { shown: "@Mara", mention: mara },
      { shown: "@Mara Okafor", mention: { kind: "member", id: two } as const },
    ];
    expect(toMarkdown({ text: "D-30, AD-3, @Marabou, @Mara Okafor", picked })).toBe(
      `D-30, AD-3, @Marabou, [@Mara Okafor](mention:member/${two})`,
    );
  });

  test("whose name was changed mentions nobody", () => {
    expect(toMarkdown({ text: "@Mar", picked: [{ shown: "@Mara", mention: mara }] })).toBe("@Mar");
  });

  test("tells two people of one name apart", () => {
    const first = shownAs("@Mara", mara, []);
    const second = shownAs("@Mara", { kind: "member", id: two }, [first]);
    expect([first.shown, second.shown]).toEqual(["@Mara", `[@Mara](mention:member/${two})`]);
    const text = `${first.shown} and ${second.shown}`;
    const both = toMarkdown({ text, picked: [first, second] });
    expect(both).toBe(`[@Mara](mention:member/${one}) and [@Mara](mention:member/${two})`);
    expect(toMarkdown(toDraft(both))).toBe(both);
  });
});

describe("a mention begins", () => {
  test.each([
    ["@", { of: "people", text: "", start: 0 }],
    ["Hello @Mara Ok", { of: "people", text: "Mara Ok", start: 6 }],
    ["(#eval set", { of: "things", text: "eval set", start: 1 }],
    ["see D-1", { of: "decisions", text: "D-1", start: 4 }],
  ])("in %j", (text, expected) => {
    expect(mentionStart(text, text.length)).toEqual(expected);
  });

  test.each(["mail@example", "nothing", "AD-1", "@Mara Okafor went away", "#a b c d e", "@x\n"])(
    "not in %j",
    (text) => {
      expect(mentionStart(text, text.length)).toBeNull();
    },
  );
});
