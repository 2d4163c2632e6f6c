import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanningError } from "../planning-error";
import { checkEffect } from "./check-effect";
import { findDependencyCircle } from "./dependency-circle";
import { describeEffect } from "./describe-effect";
import { decisionRefusal, reopenRefusal, supersedeRefusal } from "./refusal";

const open = { state: "open", deleted: false, options: [{ id: "x" }] } as const;

describe("deciding", () => {
  it("takes an option of an open decision", () => {
    expect(decisionRefusal(open, "x")).toBeNull();
  });

  it("names why not", () => {
    expect(decisionRefusal({ ...open, deleted: true }, "x")).toBe("deleted");
    expect(decisionRefusal({ ...open, state: "superseded" }, "x")).toBe("superseded");
    expect(decisionRefusal({ ...open, state: "decided" }, "x")).toBe("already-decided");
    expect(decisionRefusal({ ...open, options: [] }, "x")).toBe("no-options");
    expect(decisionRefusal(open, "y")).toBe("unknown-option");
  });

  it("reopens what is decided and supersedes what is decided, nothing else", () => {
    expect(reopenRefusal({ state: "decided", deleted: false })).toBeNull();
    expect(reopenRefusal(open)).toBe("already-open");
    expect(supersedeRefusal({ state: "decided", deleted: false })).toBeNull();
    expect(supersedeRefusal(open)).toBe("not-decided");
    expect(supersedeRefusal({ state: "superseded", deleted: false })).toBe("superseded");
  });
});

describe("a circle of dependencies", () => {
  it("is found and named in walking order", () => {
    const circle = findDependencyCircle([
      { from: "z", to: "a" },
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "a" },
    ]);
    expect(circle).toEqual(["a", "b", "c"]);
    expect(findDependencyCircle([{ from: "a", to: "a" }])).toEqual(["a"]);
  });

  it("is never seen where edges only go upwards, and always where one comes back", () => {
    const upwards = fc.array(
      fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a < b),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(upwards, (pairs) => {
        const edges = pairs.map(([from, to]) => ({ from: `${from}`, to: `${to}` }));
        expect(findDependencyCircle(edges)).toBeNull();
        const first = edges[0];
        if (first)
          expect(findDependencyCircle([...edges, { from: first.to, to: first.from }])).not.toBeNull();
      }),
    );
  });

  it("does not exhaust the stack on a long chain", () => {
    const chain = Array.from({ length: 50_000 }, (_, place) => ({ from: `${place}`, to: `${place + 1}` }));
    expect(findDependencyCircle(chain)).toBeNull();
  });
});

describe("an effect", () => {
  it("is told in words", () => {
    expect(describeEffect({ kind: "include-technique", technique: "retrieval" })).toBe("Adds Retrieval");
    expect(describeEffect({ kind: "set-parameter", parameter: "labelled-examples", value: 5000 })).toBe(
      "Sets labelled examples to 5,000 examples",
    );
    expect(
      describeEffect({ kind: "add-monthly-cost", costMinor: 300_000 }, (minor) => `€${minor / 100}`),
    ).toBe("Costs €3000 a month");
    expect(describeEffect({ kind: "shift-level", technique: "retrieval", levels: 1 })).toBe(
      "Retrieval needs expertise one level higher",
    );
    expect(describeEffect({ kind: "shift-level", technique: "retrieval", levels: -2 })).toBe(
      "Retrieval needs expertise 2 levels lower",
    );
  });

  it("is refused when it can't be planned with", () => {
    const refused = (effect: Parameters<typeof checkEffect>[0]) => {
      try {
        checkEffect(effect, "effect");
      } catch (error) {
        if (error instanceof PlanningError) return error.code;
        throw error;
      }
      return null;
    };
    expect(refused({ kind: "set-parameter", parameter: "languages", value: Number.NaN })).toBe(
      "not-a-number",
    );
    expect(refused({ kind: "set-parameter", parameter: "languages", value: 101 })).toBe("out-of-range");
    expect(refused({ kind: "set-parameter", parameter: "languages", value: 1.5 })).toBe("out-of-range");
    expect(refused({ kind: "add-cost", costMinor: -1 })).toBe("negative");
    expect(refused({ kind: "scale-effort", technique: "retrieval", factor: 100 })).toBe("out-of-range");
    expect(refused({ kind: "scale-effort", technique: "retrieval", factor: 2 })).toBeNull();
    for (const levels of [0, 4, -4, 0.5])
      expect(refused({ kind: "shift-level", technique: "retrieval", levels })).toBe("out-of-range");
    expect(refused({ kind: "shift-level", technique: "retrieval", levels: Number.NaN })).toBe("not-a-number");
    expect(refused({ kind: "shift-level", technique: "retrieval", levels: -3 })).toBeNull();
  });
});
