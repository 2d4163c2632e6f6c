import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lifecycleWith } from "../lifecycle/lifecycle";
import { makePlan } from "../plan";
import { decidedDecision, planInput } from "../testing/plan-inputs";
import { forecastPlan } from "./forecast";
import { linkKinds } from "./links";
import { soundLinks } from "./sound-links";

const { tasks, techniques } = lifecycleWith();
const keys = tasks.map(({ key }) => key);
const link = (task: string, after: string) =>
  ({ task, after, kind: "finish-to-start", lagWorkingDays: 0 }) as const;

describe("links that can hold", () => {
  it("keeps the earlier of two that contradict each other, and says why the later can't hold", () => {
    const [a = "", b = ""] = ["application/launch", "retrieval/index"];
    const { sound, setAside } = soundLinks(tasks, [
      link(b, "use-case-scoping/brief"),
      link("use-case-scoping/brief", a),
    ]);
    expect(sound).toHaveLength(1);
    expect(setAside).toMatchObject([
      { link: { after: a }, reason: expect.stringMatching(/wait for each other/) },
    ]);
  });

  it("never lets through what a plan can't be made with, whatever techniques decisions bring in or leave out", () => {
    const links = fc.array(
      fc.record({
        task: fc.constantFrom(...keys),
        after: fc.constantFrom(...keys),
        kind: fc.constantFrom(...linkKinds),
        lagWorkingDays: fc.integer({ min: -20, max: 20 }),
      }),
      { maxLength: 12 },
    );
    const bringing = fc.array(
      fc.record({
        kind: fc.constantFrom("include-technique" as const, "exclude-technique" as const),
        technique: fc.constantFrom(...techniques.map(({ id }) => id)),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(links, bringing, (some, effects) => {
        const plan = makePlan(planInput({ links: some, decisions: [decidedDecision("what", effects)] }));
        forecastPlan(plan, { seed: 1, runs: 3 });
      }),
      { numRuns: 150 },
    );
  });
});
