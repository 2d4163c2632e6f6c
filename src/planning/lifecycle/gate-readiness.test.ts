import { describe, expect, it } from "vitest";
import { makePlan } from "../plan";
import { decidedDecision, planInput, suggestedDecisions, taskRecord } from "../testing/plan-inputs";
import { gateReadiness } from "./gate-readiness";
import { phaseById, phases } from "./phases";
import { templates } from "./templates";

function readinessOf(input: ReturnType<typeof planInput>, phase: (typeof phases)[number]) {
  const plan = makePlan(input);
  return gateReadiness(phase, new Set(plan.techniques.map(({ technique }) => technique.id)), plan.tasks);
}

describe("the readiness of a gate", () => {
  it("follows the tasks that show a criterion", () => {
    const evidence = (...tasks: ReturnType<typeof taskRecord>[]) =>
      readinessOf(planInput({ tasks }), phaseById("scoping")).criteria.find(
        ({ criterion }) => criterion.id === "use-case-agreed",
      )?.evidence;
    const done = { status: "done" } as const;
    expect(evidence()).toBe("ahead");
    expect(evidence(taskRecord("use-case-scoping/frame", done))).toBe("under-way");
    expect(
      evidence(taskRecord("use-case-scoping/frame", done), taskRecord("use-case-scoping/brief", done)),
    ).toBe("shown");
    const dropped = { status: "dropped" } as const;
    expect(
      evidence(taskRecord("use-case-scoping/frame", dropped), taskRecord("use-case-scoping/brief", dropped)),
    ).toBe("nothing");
  });

  it("asks for people's preferences only where they shape the model", () => {
    const asked = (template: "prompt-hosted-model" | "align-with-human-feedback") =>
      readinessOf(planInput({ template }), phaseById("model-alignment")).criteria.some(
        ({ criterion }) => criterion.id === "labelling-guided",
      );
    expect(asked("align-with-human-feedback")).toBe(true);
    expect(asked("prompt-hosted-model")).toBe(false);
  });

  it("can be reached in every template with every option: each asked criterion has a task that shows it", () => {
    for (const { id: template } of templates) {
      const inputs = suggestedDecisions(template).flatMap((decision) =>
        decision.options.map((option) =>
          planInput({ template, decisions: [decidedDecision(decision.id, option.effects)] }),
        ),
      );
      for (const input of [planInput({ template }), ...inputs])
        for (const phase of phases) {
          const { criteria, deliverables } = readinessOf(input, phase);
          const unreachable = criteria.filter(({ evidence }) => evidence === "nothing");
          expect(unreachable.map(({ criterion }) => `${template} ${criterion.id}`)).toEqual([]);
          const emptied = input.decisions[0]?.id === "large-model-needed" && phase.id === "model-selection";
          if (!emptied) expect(deliverables.length).toBeGreaterThan(0);
        }
    }
  });
});
