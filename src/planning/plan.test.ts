import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threePoint } from "./estimation/three-point";
import { templateIds } from "./lifecycle/project-template";
import { techniqueIds } from "./lifecycle/technique-ids";
import { templates } from "./lifecycle/templates";
import { makePlan } from "./plan";
import type { PlanInput } from "./plan-input";
import { PlanningError } from "./planning-error";
import { isoDate } from "./schedule/calendar";
import { executionOrder } from "./schedule/execution-order";
import { forecastPlan } from "./schedule/forecast";
import { finishToStart } from "./schedule/links";
import { networkOf } from "./schedule/plan-network";
import {
  decidedDecision,
  exactly,
  inWords,
  openDecision,
  planInput,
  suggestedDecisions,
  taskRecord,
} from "./testing/plan-inputs";

describe("a plan", () => {
  it("has the template's techniques, says why each is there, and adds what a decision brings", () => {
    const plan = makePlan(
      planInput({
        decisions: [decidedDecision("documents", [{ kind: "include-technique", technique: "retrieval" }])],
      }),
    );
    const because = new Map(plan.techniques.map(({ technique, because }) => [technique.id, because]));
    expect(because.get("evaluation")).toEqual({ by: "template" });
    expect(because.get("retrieval")).toEqual({ by: "decision", decisionId: "documents" });
    expect(plan.tasks.some((task) => task.key === "retrieval/ingest")).toBe(true);
  });

  it("does not apply the options of open decisions", () => {
    const decisions = [openDecision("documents", [[{ kind: "include-technique", technique: "retrieval" }]])];
    const plan = makePlan(planInput({ decisions }));
    expect(plan.techniques.map(({ technique }) => technique.id)).not.toContain("retrieval");
    expect(plan.openDecisions.map((decision) => decision.id)).toEqual(["documents"]);
  });

  it("says in its assumptions what the figures rest on: holidays, spread, shared factors, the loop", () => {
    const said = (changes: Partial<PlanInput>) => inWords(makePlan(planInput(changes)));
    const plain = said({ template: "fine-tune-open-model" });
    expect(plain).toContain("public holidays and absences are not in the calendar");
    expect(plain).toContain("PERT-beta");
    expect(plain).toContain("in other work 30 % comes from the team's familiarity with such work");
    expect(plain).toMatch(/data 20 % comes from the team.* and 25 % comes from readiness of the data/);
    expect(plain).toContain("Each adapt-and-evaluate pass suffices with a chance of 40 %");
    const holidays = ["2026-12-25", "2026-12-26"].map((day) => isoDate(day));
    const other = said({ holidays, distribution: "triangular" });
    expect(other).toContain("not on the plan's 1 public holiday; absences are not");
    expect(other).not.toContain("public holidays and absences");
    expect(other).toContain("as a triangle");
  });

  it("is the same for any order of decisions and records", () => {
    const decisions = suggestedDecisions("fine-tune-open-model");
    const tasks = ["evaluation/run", "fine-tuning/train", "application/launch"].map((key) =>
      taskRecord(key, { effortPersonDays: exactly(2) }),
    );
    const input = planInput({ template: "fine-tune-open-model", decisions, tasks });
    const turned = { ...input, decisions: decisions.toReversed(), tasks: tasks.toReversed() };
    expect(makePlan(turned)).toEqual(makePlan(input));
  });

  it("orders every task after those it waits for, whatever techniques are left out", () => {
    const leftOut = fc.uniqueArray(fc.constantFrom(...techniqueIds));
    fc.assert(
      fc.property(fc.constantFrom(...templateIds), leftOut, (template, techniques) => {
        const effects = techniques.map((technique) => ({ kind: "exclude-technique", technique }) as const);
        const plan = makePlan(planInput({ template, decisions: [decidedDecision("less", effects)] }));
        const { order, loopFrom, loopTo } = executionOrder(networkOf(plan).tasks);
        expect(order.length).toBe(plan.tasks.length);
        const place = new Map(order.map((task, position) => [task.id, position]));
        for (const task of order)
          for (const { after } of task.links) expect(place.get(after)).toBeLessThan(place.get(task.id) ?? -1);
        order.forEach((task, position) => {
          expect(task.inLoop).toBe(position >= loopFrom && position < loopTo);
        });
      }),
    );
  });

  it("keeps the order around a task that is dropped", () => {
    const plan = makePlan(planInput({ tasks: [taskRecord("evaluation/run", { status: "dropped" })] }));
    const review = plan.tasks.find((task) => task.key === "evaluation/expert-review");
    expect(review?.after).toContain("prompt-engineering/review");
    expect(review?.after).not.toContain("evaluation/run");
  });

  it("overlaps where work need not wait: serving is designed while the model is aligned", () => {
    const design = makePlan(planInput()).tasks.find((task) => task.key === "deployment/serving-design");
    expect(design?.after).toEqual(["model-comparison/choose"]);
  });

  it("scales standards by parameters and factors, never the team's own figures", () => {
    const decisions = [
      decidedDecision("scale", [
        { kind: "set-parameter", parameter: "languages", value: 3 },
        { kind: "scale-effort", technique: "evaluation", factor: 2 },
      ]),
    ];
    const tasks = [taskRecord("evaluation/harness", { effortPersonDays: threePoint(1, 2, 3) })];
    const plan = makePlan(planInput({ decisions, tasks }));
    const task = (key: string) => plan.tasks.find((candidate) => candidate.key === key);
    // 6 person-days × (0.5 + 0.5 · 3) for languages × 2
    expect(task("evaluation/evaluation-set")?.effortPersonDays.mostLikely).toBe(24);
    expect(task("evaluation/harness")?.effortPersonDays).toEqual(threePoint(1, 2, 3));
    expect(task("evaluation/harness")?.estimatedBy).toBe("team");
  });

  it("shifts the level that a technique's tasks need, never beyond Low and High", () => {
    const levels = (...shifts: number[]) =>
      makePlan(
        planInput({
          decisions: shifts.map((by, place) =>
            decidedDecision(`shift-${place}`, [{ kind: "shift-level", technique: "evaluation", levels: by }]),
          ),
        }),
      )
        .tasks.filter((task) => task.technique === "evaluation")
        .map((task) => task.level);
    const standard = levels();
    expect(levels(1)).toEqual(standard.map((level) => Math.min(level + 1, 4)));
    expect(levels(-3)).toEqual(standard.map(() => 1));
    expect(levels(3, -3)).toEqual(standard);
  });

  it("needs whom the team says, whatever a decision shifts, and asks the forecast for that person", () => {
    const expertise = { discipline: "security-legal", level: 2 } as const;
    const decisions = [
      decidedDecision("shift", [{ kind: "shift-level", technique: "evaluation", levels: 3 }]),
    ];
    const demandOf = (own: typeof expertise | null) => {
      const tasks = [taskRecord("evaluation/harness", { expertise: own })];
      const plan = makePlan(planInput({ decisions, tasks }));
      const task = plan.tasks.find(({ key }) => key === "evaluation/harness");
      const { demand } = forecastPlan(plan, { seed: 1, runs: 50 });
      const asked = demand.find(({ discipline, level }) => discipline === "security-legal" && level === 2);
      return { task, asked: asked?.effortPersonDays ?? 0 };
    };
    expect(demandOf(expertise).task).toMatchObject(expertise);
    expect(demandOf(null).task).toMatchObject({ discipline: "evaluation", level: 4 });
    expect(demandOf(expertise).asked).toBeGreaterThan(demandOf(null).asked);
  });

  it("sizes pre-training by model, tokens and accelerators", () => {
    const train = (accelerators: number) =>
      makePlan(
        planInput({
          template: "pre-train-from-scratch",
          decisions: [
            decidedDecision("size", [
              { kind: "set-parameter", parameter: "model-parameters-billions", value: 50.6 },
              { kind: "set-parameter", parameter: "training-tokens-billions", value: 569 },
              { kind: "set-parameter", parameter: "accelerators", value: accelerators },
            ]),
          ],
        }),
      ).tasks.find((task) => task.key === "pre-training/train");
    expect(Math.round(train(512)?.machineHours?.mostLikely ?? 0)).toBe(411_436);
    expect(train(512)?.durationWorkingDays.mostLikely).toBeCloseTo(23.92, 2);
    expect(train(256)?.durationWorkingDays.mostLikely).toBeCloseTo(47.83, 2);
  });

  it("keeps work spent on a technique that a decision left out, as dropped", () => {
    const decisions = [decidedDecision("none", [{ kind: "exclude-technique", technique: "guardrails" }])];
    const tasks = [taskRecord("guardrails/policy", { status: "started", actualEffortPersonDays: 3 })];
    const policy = makePlan(planInput({ decisions, tasks })).tasks.find(
      (task) => task.key === "guardrails/policy",
    );
    expect(policy?.status).toBe("dropped");
    expect(policy?.actualEffortPersonDays).toBe(3);
  });

  it("puts a method's tasks in the place of those it replaces, and keeps what was spent on these", () => {
    const decisions = [
      decidedDecision("method", [{ kind: "include-technique", technique: "direct-preference-optimisation" }]),
    ];
    const keysOf = (tasks: PlanInput["tasks"]) =>
      makePlan(planInput({ template: "align-with-human-feedback", decisions, tasks })).tasks;
    const fresh = keysOf([]);
    expect(fresh.some((task) => task.key === "human-feedback/reward-model")).toBe(false);
    expect(fresh.some((task) => task.key === "human-feedback/optimise")).toBe(false);
    const check = fresh.find((task) => task.key === "human-feedback/spot-check");
    expect(check?.after).toContain("direct-preference-optimisation/train");
    const begun = keysOf([
      taskRecord("human-feedback/reward-model", { status: "started", actualEffortPersonDays: 4 }),
    ]).find((task) => task.key === "human-feedback/reward-model");
    expect(begun?.status).toBe("dropped");
  });

  it("makes every template with every single option of its decisions, without conflict", () => {
    for (const { id } of templates)
      for (const decision of suggestedDecisions(id))
        for (const option of decision.options) {
          const decided = { ...decision, state: "decided", chosenOptionId: option.id } as const;
          const plan = makePlan(planInput({ template: id, decisions: [decided] }));
          expect(plan.conflicts).toEqual([]);
          expect(plan.tasks.length).toBeGreaterThan(15);
        }
  });
});

describe("bad input", () => {
  const refused = (changes: Partial<PlanInput>) => {
    try {
      makePlan(planInput(changes));
    } catch (error) {
      if (error instanceof PlanningError) return `${error.code} ${error.field}`;
      throw error;
    }
    return null;
  };
  const estimate = (optimistic: number, mostLikely: number, pessimistic: number) => ({
    tasks: [
      taskRecord("evaluation/run", { effortPersonDays: threePoint(optimistic, mostLikely, pessimistic) }),
    ],
  });

  it("is refused with a code and the field", () => {
    expect(refused(estimate(Number.NaN, 1, 2))).toBe(
      "not-a-number tasks.evaluation/run.effortPersonDays.optimistic",
    );
    expect(refused(estimate(-1, 1, 2))).toBe("negative tasks.evaluation/run.effortPersonDays.optimistic");
    expect(refused(estimate(3, 2, 4))).toBe("not-ordered tasks.evaluation/run.effortPersonDays");
    expect(refused({ tasks: [taskRecord("evaluation/none")] })).toBe("unknown-id taskKey");
    expect(refused({ tasks: [taskRecord("evaluation/run"), taskRecord("evaluation/run")] })).toBe(
      "duplicate-id tasks",
    );
    expect(refused({ standards: { personDayCostMinor: -1, acceleratorHourCostMinor: 0 } })).toBe(
      "negative standards.personDayCostMinor",
    );
    expect(refused({ decisions: [{ ...openDecision("a", [[]]), state: "decided" }] })).toBe(
      "unknown-id decisions.a.chosenOptionId",
    );
    expect(refused({ decisions: [{ ...openDecision("a", [[]]), chosenOptionId: "a-0" }] })).toBe(
      "inconsistent decisions.a.chosenOptionId",
    );
    const backwards = taskRecord("evaluation/run", {
      status: "done",
      startedOn: isoDate("2026-11-24"),
      finishedOn: isoDate("2026-11-23"),
    });
    expect(refused({ tasks: [backwards] })).toBe("not-ordered tasks.evaluation/run.finishedOn");
  });

  it("with a link that closes a circle is planned without it, and says so by name", () => {
    const links = [{ task: "use-case-scoping/frame", ...finishToStart("use-case-scoping/brief") }];
    const plan = makePlan(planInput({ links }));
    expect(plan.setAsideLinks).toMatchObject([
      { link: { after: "use-case-scoping/brief" }, reason: expect.stringMatching(/wait for each other: “/) },
    ]);
    expect(plan.tasks).toEqual(makePlan(planInput({})).tasks);
  });

  it("with a circle in the network itself is refused by name", () => {
    const circle = networkOf(makePlan(planInput({}))).tasks.map((task) =>
      task.id === "use-case-scoping/frame"
        ? { ...task, links: [finishToStart("use-case-scoping/brief")] }
        : task,
    );
    expect(() => executionOrder(circle)).toThrow(/circle: use-case-scoping.* → use-case-scoping/);
  });
});
