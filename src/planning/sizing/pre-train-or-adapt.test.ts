import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preTrainOrAdapt } from "./pre-train-or-adapt";
import { domainDistances } from "./pre-train-reasons";
import { trainingCompute } from "./training-compute";
import { trainingTime } from "./training-time";

/** Wu et al. 2023, arXiv 2303.17564: 363 billion tokens of finance, 345 of public text, 1.3 million A100-hours at hand. */
const bloomberg = {
  domainDistance: "far",
  domainTokens: 363e9,
  generalTokens: 345e9,
  parameters: 50.6e9,
  accelerator: "a100-40gb",
  accelerators: 512,
  maxDays: 1.3e6 / 512 / 24,
  budgetUsd: 1.3e6 * 1.99,
} as const;

describe("pre-train or adapt", () => {
  it("comes to BloombergGPT's decision with BloombergGPT's figures, all four rules agreeing", () => {
    const { verdict, reasons, preTraining } = preTrainOrAdapt(bloomberg);
    expect(verdict).toBe("pre-train");
    expect(reasons.map(({ rule }) => rule)).toEqual(["domain", "data", "time", "budget"]);
    for (const reason of reasons) expect(reason.allows).toContain("pre-train");
    expect(preTraining.tokens).toBe(20 * 50.6e9);
    expect(preTraining.cost.acceleratorHours.p90).toBeLessThan(1.3e6);
  });

  it("reproduces BloombergGPT's run: its compute with recomputation, its hours and its days", () => {
    const run = { parameters: 50.6e9, tokens: 569e9 };
    // The paper's 2.36e23 counts the forward pass twice, as its full recomputation does: 8ND instead of 6ND.
    expect((trainingCompute(run).flop * 8) / 6 / 2.36e23).toBeCloseTo(0.976, 3);
    const { acceleratorHours, days } = trainingTime({ ...run, accelerator: "a100-40gb", accelerators: 512 });
    expect(acceleratorHours.p10).toBeLessThan(650_240);
    expect(acceleratorHours.p90).toBeGreaterThan(650_240);
    expect(days?.p10).toBeLessThan(53);
    expect(days?.p90).toBeGreaterThan(53);
  });

  it.each([
    ["the domain is only related", { domainDistance: "related" }, "continue-pre-training", "domain"],
    ["the domain is near", { domainDistance: "near" }, "adapt", "domain"],
    ["the data is a tenth", { domainTokens: 20e9, generalTokens: 20e9 }, "continue-pre-training", "data"],
    ["the domain's text is small", { domainTokens: 1e8, generalTokens: 0 }, "adapt", "data"],
    ["there is a month", { maxDays: 30 }, "continue-pre-training", "time"],
    ["there is little money", { budgetUsd: 100_000 }, "adapt", "budget"],
  ] as const)("decides otherwise when %s", (_, change, verdict, rule) => {
    const answer = preTrainOrAdapt({ ...bloomberg, ...change });
    expect(answer.verdict).toBe(verdict);
    expect(answer.reasons.find((reason) => reason.rule === rule)?.allows).not.toContain("pre-train");
  });

  it("shows its arithmetic as numbers", () => {
    const { reasons } = preTrainOrAdapt(bloomberg);
    expect(reasons[1]?.figures).toMatchObject({ neededTokens: 1.012e12, usableTokens: 2.832e12 });
    for (const { figures } of reasons)
      for (const value of Object.values(figures)) expect(Number.isFinite(value)).toBe(true);
  });

  it("never grows less ambitious with more money and time", () => {
    const rank = { adapt: 0, "continue-pre-training": 1, "pre-train": 2 };
    const amount = fc.double({ min: 0, max: 1e13, noNaN: true });
    const means = fc.record({
      budgetUsd: fc.double({ min: 0, max: 1e7, noNaN: true }),
      maxDays: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...domainDistances),
        amount,
        means,
        means,
        (domainDistance, domainTokens, one, other) => {
          const decide = (choose: (...values: number[]) => number) =>
            preTrainOrAdapt({
              ...bloomberg,
              domainDistance,
              domainTokens,
              budgetUsd: choose(one.budgetUsd, other.budgetUsd),
              maxDays: choose(one.maxDays, other.maxDays),
            }).verdict;
          expect(rank[decide(Math.max)]).toBeGreaterThanOrEqual(rank[decide(Math.min)]);
        },
      ),
    );
  });
});
