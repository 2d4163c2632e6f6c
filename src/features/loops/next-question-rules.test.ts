import { describe, expect, it } from "vitest";
import { parseTarget } from "@/planning";
import { criteriaOf } from "./criteria-rules";
import { nextQuestion } from "./next-question-rules";

const criteria = criteriaOf(
  (
    [
      ["Supported", "at least 98 %"],
      ["Seconds", "at most 5 s"],
    ] as const
  ).map(([metric, target]) => ({ metric, dataSet: "", ...parseTarget(target) })),
);

describe("the question after a pass", () => {
  it("says what was found against what was asked, and what was not measured", () => {
    const { question, context } = nextQuestion({
      pass: 2,
      budget: 3,
      criteria,
      results: [{ metric: "supported", value: 96.5, unit: "%", dataSet: "400 chats" }],
    });
    expect(question).toBe("After pass 2: stop, go on, or change technique?");
    expect(context).toContain("Pass 2 of a budget of 3.");
    expect(context).toContain("- supported: 96.5 % on 400 chats; asked: at least 98 %, **not met**");
    expect(context).toContain("Not measured: Seconds.");
  });

  it("takes what people wrote as words", () => {
    const results = [{ metric: "**F1**", value: 1, unit: "", dataSet: "[x](y)" }];
    const { context } = nextQuestion({ pass: 1, budget: 3, criteria: [], results });
    expect(context).toContain("\\*\\*F1\\*\\*: 1 on \\[x\\](y)");
    expect(nextQuestion({ pass: 1, budget: 3, criteria: [], results: [] }).context).toContain(
      "Nothing was measured",
    );
  });
});
