import { describe, expect, test } from "vitest";
import { phaseIds } from "@/planning";
import { gatesLeftOut, type MoveRefusal, moveRefusal, type Stage, stages } from "./move-rules";

const passed = new Set(phaseIds);

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
    expect(moveRefusal({ from, to, reason: "", passed })).toBe(refusal);
  });

  test("with a reason every phase can be reached from everywhere else", () => {
    for (const from of stages) {
      for (const to of stages) {
        if (from === to || to === "launched") continue;
        expect(moveRefusal({ from, to, reason: "The data says so.", passed: new Set() })).toBeNull();
      }
    }
  });

  test("no reason launches a project that was never integrated", () => {
    expect(moveRefusal({ from: "scoping", to: "launched", reason: "Hurry.", passed })).toBe("not-integrated");
  });

  test("going on without the gate needs a reason, and names the gates that were left out", () => {
    const move = { from: "scoping", to: "model-selection", reason: "" } as const;
    expect(moveRefusal({ ...move, passed: new Set(["model-selection"]) })).toBe("reason-needed-gate");
    expect(moveRefusal({ ...move, passed: new Set(["scoping"]) })).toBeNull();
    expect(gatesLeftOut("scoping", "application-integration", new Set(["model-selection"]))).toEqual([
      "scoping",
      "model-alignment",
    ]);
    expect(gatesLeftOut("model-alignment", "scoping", new Set())).toEqual([]);
  });
});
