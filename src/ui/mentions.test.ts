import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mention, mentionAt, mentionLink, mentionsIn } from "./mentions";

const one = "0192f7a0-0000-7000-8000-000000000001";
const two = "0192f7a0-0000-7000-8000-000000000002";

describe("mentions in a text", () => {
  test("are found by kind and id, each once, in the order of the text", () => {
    const text = [
      `[@Mara Okafor](mention:member/${one}) and [@leads](mention:role/lead): see [D-3](mention:decision/${two}),`,
      `[Help desk](mention:project/${one}) and [Pick data](mention:task/${two}/use-case-scoping/risk-review).`,
      `Again [@Mara](mention:member/${one}).`,
    ].join("\n");
    expect(mentionsIn(text)).toEqual([
      { kind: "member", id: one },
      { kind: "role", id: "lead" },
      { kind: "decision", id: two },
      { kind: "project", id: one },
      { kind: "task", id: `${two}/use-case-scoping/risk-review` },
    ]);
  });

  test.each([
    "nothing",
    "[@x](mention:member/7)",
    "[@x](mention:role/king)",
    `[@x](mention:task/${one}/one)`,
    "[@x](mention:constructor/lead)",
    `[@x](https://example.org/mention:member/${one})`,
    `[@x](mention:task/${one})`,
    `[@x](mention:task/${one}/../secret)`,
    `\\[@x](mention:member/${one})`,
    `mention:member/${one}`,
  ])("are none in %j", (text) => {
    expect(mentionsIn(text)).toEqual([]);
  });

  test("do not count in code", () => {
    const link = `[@x](mention:member/${one})`;
    expect(mentionsIn(`\`${link}\` and \`\`a \` ${link}\`\``)).toEqual([]);
    expect(mentionsIn(`\`\`\`\n${link}\n\`\`\``)).toEqual([]);
    expect(mentionsIn(`\`\`\`\n${link}\n\`\`\`\n${link}`)).toHaveLength(1);
    expect(mentionsIn(`a lone \` before ${link}`)).toHaveLength(1);
    expect(mentionsIn(`\\\`${link}\``)).toHaveLength(1);
    expect(mentionsIn(`\\\\\`${link}\``)).toEqual([]);
    expect(mentionsIn(`\`a\\\` ${link} \``)).toHaveLength(1);
  });

  test("survive any name they are shown by", () => {
    const mention: Mention = { kind: "member", id: one };
    const names = fc
      .string({ minLength: 1, maxLength: 60 })
      .filter((name) => !/[\n\r\u2028\u2029]/.test(name));
    fc.assert(
      fc.property(names, (name) => {
        expect(mentionsIn(`Hello ${mentionLink(name, mention)}!`)).toEqual([mention]);
      }),
      // Escaped backticks were once taken for code.
      { numRuns: 1_000, examples: [["``"], ["`"], ["``` \\`"]] },
    );
  });

  test("are read quickly from any text a field takes", () => {
    const units = ["[", "[@x](mention:member/", "`", "``` `", "\\[", "[\\", "~~~\n", "](mention:"];
    const began = performance.now();
    for (const unit of units) mentionsIn(unit.repeat(20_000 / unit.length));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test("an address mentions what it says, or nothing", () => {
  expect(mentionAt(`mention:decision/${one}`)).toEqual({ kind: "decision", id: one });
  expect(mentionAt("mention:role/viewer")).toEqual({ kind: "role", id: "viewer" });
  expect(mentionAt("javascript:alert(1)")).toBeNull();
});
