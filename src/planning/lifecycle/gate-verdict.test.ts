import { describe, expect, it } from "vitest";
import { gateRefusal, gateStanding, gatesBetween } from "./gate-verdict";

const said = { verdict: "passed", statuses: ["met", "not-applicable"], conditions: 0, reason: "" } as const;

describe("what an approver may say", () => {
  it("passes a gate only where every criterion is met or not applicable", () => {
    expect(gateRefusal(said)).toBeNull();
    expect(gateRefusal({ ...said, statuses: ["met", "open"] })).toBe("criteria-open");
    expect(gateRefusal({ ...said, statuses: ["met", "not-met"] })).toBe("criteria-open");
    expect(gateRefusal({ ...said, conditions: 1 })).toBe("conditions-unasked");
  });

  it("lets a gap through with a condition, and needs one then", () => {
    const through = { ...said, verdict: "conditions", statuses: ["open"] } as const;
    expect(gateRefusal({ ...through, conditions: 1 })).toBeNull();
    expect(gateRefusal(through)).toBe("conditions-missing");
  });

  it("sends back with a reason", () => {
    expect(gateRefusal({ ...said, verdict: "sent-back", reason: " " })).toBe("reason-needed");
    expect(gateRefusal({ ...said, verdict: "sent-back", reason: "No test set." })).toBeNull();
  });
});

describe("what a gate's verdicts say today", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const passed = { verdict: "passed", at: at(5) } as const;

  it("is the last one", () => {
    expect(gateStanding("scoping", [], [])).toBe("none");
    expect(gateStanding("scoping", [passed, { verdict: "sent-back", at: at(3) }], [])).toBe("passed");
  });

  it("is nothing any more once the project came back to the phase or before it, but for what was said since", () => {
    const forth = { fromPhase: "scoping", toPhase: "model-selection", at: at(6) };
    const back = { fromPhase: "model-alignment", toPhase: "model-selection", at: at(8) };
    expect(gateStanding("scoping", [passed], [forth, back])).toBe("passed");
    expect(gateStanding("model-selection", [passed], [forth, back])).toBe("none");
    expect(gateStanding("model-alignment", [passed], [forth, back])).toBe("none");
    expect(gateStanding("model-selection", [passed, { verdict: "conditions", at: at(9) }], [back])).toBe(
      "conditions",
    );
    expect(
      gateStanding(
        "application-integration",
        [passed],
        [{ fromPhase: "launched", toPhase: "application-integration", at: at(9) }],
      ),
    ).toBe("none");
  });
});

it("lists the gates on the way forward, and none on the way back", () => {
  expect(gatesBetween("scoping", "model-selection")).toEqual(["scoping"]);
  expect(gatesBetween("scoping", "model-alignment")).toEqual(["scoping", "model-selection"]);
  expect(gatesBetween("application-integration", "launched")).toEqual(["application-integration"]);
  expect(gatesBetween("model-alignment", "scoping")).toEqual([]);
  expect(gatesBetween("launched", "application-integration")).toEqual([]);
});
