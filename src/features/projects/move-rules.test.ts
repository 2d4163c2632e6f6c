import { describe, expect, test } from "vitest";
import { type MoveRefusal, moveRefusal, type Stage, stages } from "./move-rules";

const withoutReason: [Stage, Stage, MoveRefusal | null][] = [
  ["scoping", "model-selection", null],
  ["application-integration", "launched", null],
  ["scoping", "scoping", "already-there"],
  ["launched", "launched", "already-there"],
  ["model-selection", "application-integration", "reason-needed-skipping"],
  ["model-alignment", "scoping", "reason-needed-back"],
  ["launched", "application-integration", "reason-needed-back"],
  ["model-alignment", "launched", "not-integrated"],
];

describe("moveRefusal", () => {
  test.each(withoutReason)("without a reason, %s → %s: %s", (from, to, refusal) => {
    expect(moveRefusal({ from, to, reason: "" })).toBe(refusal);
  });

  test("with a reason every phase can be reached from everywhere else", () => {
    for (const from of stages) {
      for (const to of stages) {
        if (from === to || to === "launched") continue;
        expect(moveRefusal({ from, to, reason: "The data says so." })).toBeNull();
      }
    }
  });

  test("no reason launches a project that was never integrated", () => {
    expect(moveRefusal({ from: "scoping", to: "launched", reason: "Hurry." })).toBe("not-integrated");
  });
});
