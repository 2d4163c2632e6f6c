import { describe, expect, it } from "vitest";
import { checkEffect } from "../decisions/check-effect";
import { forecastPlan } from "../index";
import { makePlan } from "../plan";
import { decidedDecision, planInput } from "../testing/plan-inputs";
import { nextPassOptions } from "./next-pass";

const techniques = new Set(["prompt-engineering"] as const);

describe("what to do after a pass", () => {
  it("is to stop, to go on, or to change to the next technique of the ladder", () => {
    const options = nextPassOptions({ pass: 2, budget: 3, techniques });
    expect(options.map(({ effects }) => effects)).toEqual([
      [{ kind: "set-parameter", parameter: "loop-passes", value: 2 }],
      [{ kind: "set-parameter", parameter: "loop-passes", value: 3 }],
      [
        { kind: "include-technique", technique: "fine-tuning" },
        { kind: "set-parameter", parameter: "loop-passes", value: 3 },
      ],
    ]);
  });

  it("raises the budget where it is used up, and says so, within what the parameter allows", () => {
    const [, go] = nextPassOptions({ pass: 3, budget: 3, techniques });
    expect(go?.effects).toEqual([{ kind: "set-parameter", parameter: "loop-passes", value: 4 }]);
    expect(go?.description).toContain("beyond the budget of 3");
    for (const { effects } of nextPassOptions({ pass: 40, budget: 3, techniques }))
      for (const effect of effects) checkEffect(effect, effect.kind);
  });

  it("leaves the technique open where all of the ladder are in the plan", () => {
    const all = new Set(["prompt-engineering", "fine-tuning", "human-feedback"] as const);
    expect(nextPassOptions({ pass: 1, budget: 3, techniques: all }).at(-1)?.title).toBe("Change technique");
  });

  it("stopping takes no longer than going on, and passes that were taken stay in the forecast", () => {
    const input = planInput({ template: "prompt-hosted-model" });
    const [stop, go] = nextPassOptions({ pass: 2, budget: 4, techniques }).map(({ effects }) =>
      forecastPlan(makePlan({ ...input, loopPass: 2, decisions: [decidedDecision("next", effects)] }), {
        runs: 500,
        seed: 7,
      }),
    );
    const [first] = nextPassOptions({ pass: 1, budget: 4, techniques }).map(({ effects }) =>
      forecastPlan(makePlan({ ...input, loopPass: 1, decisions: [decidedDecision("next", effects)] }), {
        runs: 500,
        seed: 7,
      }),
    );
    expect(go && stop && go.effortPersonDays.p80 > stop.effortPersonDays.p80).toBe(true);
    expect(first && stop && stop.effortPersonDays.p50 > first.effortPersonDays.p50).toBe(true);
  });
});
