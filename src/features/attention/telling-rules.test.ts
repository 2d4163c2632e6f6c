import { describe, expect, test } from "vitest";
import { type DueReason, itemSentence, tellReasons } from "./telling-rules";

const item = {
  count: 1,
  actors: ["Ada Byron"],
  project: { key: "LET", name: "Letters" },
  decision: { number: 3, question: "Which model?" },
  detail: null,
};

const due: DueReason = { kind: "review", on: "2026-11-26" };
const price: DueReason = {
  kind: "model",
  model: "Mistral 7B",
  what: "price",
  before: "$0.15 in and $0.60 out per million tokens",
  after: "no list price",
};
const licence: DueReason = { ...price, what: "licence", before: "MIT", after: "Apache 2.0" };

describe("the sentence of an item", () => {
  test.each([
    ["waiting", "Ada Byron asked, and waits for your position"],
    ["advice", "Ada Byron asks for your advice"],
    ["scores", "Ada Byron waits for your scores"],
  ])("that is %s names who waits, and for what", (kind, sentence) => {
    expect(itemSentence({ ...item, kind })).toBe(sentence);
  });

  test.each([
    ["approval", "scoping", "Ada Byron asks you to pass the gate of Scoping"],
    ["gate-passed", "scoping", "Ada Byron passed the gate of Scoping"],
    ["gate-conditions", "model-alignment", "Ada Byron passed the gate of Model alignment with conditions"],
    ["gate-sent-back", "scoping", "Ada Byron sent the gate of Scoping back"],
    ["condition", "Name a deputy", "Ada Byron asks you to see to “Name a deputy”"],
  ])("that is %s names the gate, or the condition", (kind, detail, sentence) => {
    expect(itemSentence({ ...item, decision: null, kind, detail })).toBe(sentence);
  });

  test("about a review names nobody, since nobody did it", () => {
    const told = { ...item, kind: "review", detail: tellReasons([due]) };
    expect(itemSentence(told)).toBe("Review due on 26 Nov 2026");
  });
});

describe("the reasons to look at a decision again", () => {
  test("say what the catalogue said before and says now, by model", () => {
    expect(tellReasons([licence, price])).toBe(
      "Mistral 7B changed in the catalogue (licence: MIT → Apache 2.0; price: $0.15 in and $0.60 out per million tokens → no list price)",
    );
  });

  test("stand in one sentence, a day first, of several days the latest", () => {
    const gone: DueReason = { kind: "model", model: "PaLM 2", what: "gone", before: "PaLM 2", after: "" };
    expect(tellReasons([gone, due, { kind: "review", on: "2026-02-01" }])).toBe(
      "Review due on 26 Nov 2026; PaLM 2 is gone from the catalogue",
    );
  });

  test("are none where there is none", () => {
    expect(tellReasons([])).toBeNull();
  });
});
