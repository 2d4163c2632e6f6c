import { expect, test } from "vitest";
import { type Draft, emptyDraft, leftAfter } from "./use-draft";

const about = (optionId: string) => ({ kind: "option", optionId }) as const;
const said: Draft = { ...emptyDraft, text: "May we?", anchor: about("a") };

test("what was sent is gone from the field", () => {
  expect(leftAfter(said, said)).toEqual(emptyDraft);
});

test("a comment that was begun before the answer came stays, with what it is about", () => {
  const begun: Draft = { ...emptyDraft, text: "And with whose machines?", anchor: about("b") };
  expect(leftAfter(begun, said)).toEqual(begun);
  expect(leftAfter({ ...said, anchor: about("b") }, said)).toEqual({ ...emptyDraft, anchor: about("b") });
});
