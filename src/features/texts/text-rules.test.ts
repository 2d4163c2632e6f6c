import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { beginningOf, changeTo, stateOf, textOf, wordsAfter, wordsOf } from "./text-rules";

const words = fc.string({ unit: "grapheme", maxLength: 60 });

describe("a text that several people write", () => {
  test("begins with the same bytes for everybody", () => {
    expect(beginningOf("Which model?")).toEqual(beginningOf("Which model?"));
    expect(wordsOf(stateOf("Which model?", [beginningOf("Which model?")]))).toBe("Which model?");
  });

  test("merges what two people write at once, in either order, and loses no word", () => {
    const state = beginningOf("Latency matters.");
    const ada = writing(state, (text) => text.insert(0, "First: "));
    const ben = writing(state, (text) => text.insert(text.length, " Cost, too."));
    const merged = wordsOf(stateOf("Latency matters.", [ada, ben]));
    expect(merged).toBe("First: Latency matters. Cost, too.");
    expect(wordsOf(stateOf("Latency matters.", [ben, ada]))).toBe(merged);
  });

  test("takes a change twice as once", () => {
    const change = writing(beginningOf("One."), (text) => text.insert(4, " Two."));
    expect(wordsOf(stateOf("One.", [change, change]))).toBe("One. Two.");
  });

  test("becomes any other words by one change, which keeps what others write meanwhile", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const state = beginningOf(before);
        const change = changeTo(state, after);
        expect(change === null).toBe(before === after);
        expect(change === null ? before : wordsAfter(state, change)).toBe(after);
      }),
    );
    const change = changeTo(beginningOf("A cheap model."), "A cheap open model.");
    const ben = writing(beginningOf("A cheap model."), (text) => text.insert(0, "Perhaps: "));
    expect(wordsOf(stateOf("A cheap model.", [change ?? new Uint8Array(), ben]))).toBe(
      "Perhaps: A cheap open model.",
    );
  });

  test("refuses what is broken, incomplete, formatted or of another kind", () => {
    const state = beginningOf("Words.");
    expect(wordsAfter(state, new Uint8Array([1, 2, 3]))).toBeNull();
    expect(
      wordsAfter(
        state,
        writing(state, (text) => text.format(0, 2, { bold: true })),
      ),
    ).toBeNull();
    expect(
      wordsAfter(
        state,
        writing(state, (text) => text.insertEmbed(0, { image: "x" })),
      ),
    ).toBeNull();
    const elsewhere = new Doc();
    elsewhere.getMap("other").set("key", "value");
    expect(wordsAfter(state, encodeStateAsUpdate(elsewhere))).toBeNull();
    const long = new Doc();
    textOf(long).insert(0, "first");
    const afterFirst = encodeStateVector(long);
    textOf(long).insert(5, "second");
    expect(wordsAfter(state, encodeStateAsUpdate(long, afterFirst))).toBeNull();
  });

  test("survives any bytes", () => {
    const state = beginningOf("Words.");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const after = wordsAfter(state, bytes);
        expect(after === null || typeof after === "string").toBe(true);
      }),
    );
  });
});

function writing(state: Uint8Array, write: (text: ReturnType<typeof textOf>) => void): Uint8Array {
  const doc = new Doc();
  applyUpdate(doc, state);
  const seen = encodeStateVector(doc);
  write(textOf(doc));
  return encodeStateAsUpdate(doc, seen);
}
