import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanningError } from "../planning-error";
import { checkEffect } from "./check-effect";
import { findDependencyCircle } from "./dependency-circle";
import { describeEffect } from "./describe-effect";
import { decisionProcesses, goesAgainst, positionRefusal, stances, tallyVotes } from "./process";
import {
  type Choice,
  type DecidableDecision,
  decisionRefusal,
  reopenRefusal,
  supersedeRefusal,
} from "./refusal";

const open = {
  state: "open",
  deleted: false,
  process: "advice",
  options: [{ id: "x" }, { id: "z" }],
  positions: [],
} as const satisfies DecidableDecision;

const choosing = (optionId: string, words: Partial<Choice> = {}): Choice => ({
  optionId,
  answersObjections: false,
  explainsDeparture: false,
  ...words,
});

const objection = { stance: "object", optionId: "x", answered: false } as const;
const voteFor = (optionId: string) => ({ stance: "agree", optionId, answered: false }) as const;

describe("deciding", () => {
  it("takes an option of an open decision", () => {
    expect(decisionRefusal(open, choosing("x"))).toBeNull();
  });

  it("names why not", () => {
    expect(decisionRefusal({ ...open, deleted: true }, choosing("x"))).toBe("deleted");
    expect(decisionRefusal({ ...open, state: "superseded" }, choosing("x"))).toBe("superseded");
    expect(decisionRefusal({ ...open, state: "decided" }, choosing("x"))).toBe("already-decided");
    expect(decisionRefusal({ ...open, options: [] }, choosing("x"))).toBe("no-options");
    expect(decisionRefusal(open, choosing("y"))).toBe("unknown-option");
  });

  it("answers objections: by consent one by one before, otherwise also with the outcome", () => {
    const positions = [objection, { ...objection, answered: true }];
    for (const process of decisionProcesses) {
      const decision = { ...open, process, positions };
      const consent = process === "consent";
      expect(decisionRefusal(decision, choosing("z"))).toBe(consent ? "no-consent" : "objections-open");
      const answered = choosing("z", { answersObjections: true });
      expect(decisionRefusal(decision, answered)).toBe(consent ? "no-consent" : null);
      const settled = { ...decision, positions: positions.slice(1) };
      expect(decisionRefusal(settled, choosing("z"))).toBeNull();
    }
  });

  it("against what most voted for needs a word; where votes are level, or nobody voted, it needs none", () => {
    const vote = { ...open, process: "vote" as const };
    const two = { ...vote, positions: [voteFor("x"), voteFor("x"), voteFor("z")] };
    expect(decisionRefusal(two, choosing("x"))).toBeNull();
    expect(decisionRefusal(two, choosing("z"))).toBe("against-plurality");
    expect(decisionRefusal(two, choosing("z", { explainsDeparture: true }))).toBeNull();
    expect(decisionRefusal({ ...vote, positions: [voteFor("x"), voteFor("z")] }, choosing("z"))).toBeNull();
    expect(decisionRefusal(vote, choosing("z"))).toBeNull();
    expect(decisionRefusal({ ...two, process: "advice" }, choosing("z"))).toBeNull();
  });

  it("is never refused for what a new agreement says, and by an answer only ever helped", () => {
    const position = fc.record({
      stance: fc.constantFrom(...stances),
      optionId: fc.constantFrom("x", "z", null),
      answered: fc.boolean(),
    });
    const process = fc.constantFrom(...decisionProcesses);
    fc.assert(
      fc.property(process, fc.array(position, { maxLength: 12 }), fc.boolean(), (of, positions, answers) => {
        const choice = choosing("x", { answersObjections: answers });
        const before = decisionRefusal({ ...open, process: of, positions }, choice);
        const joined = [...positions, voteFor("x")];
        const answered = positions.map((one) => ({ ...one, answered: true }));
        if (before === null) {
          expect(decisionRefusal({ ...open, process: of, positions: joined }, choice)).toBeNull();
          expect(decisionRefusal({ ...open, process: of, positions: answered }, choice)).toBeNull();
        }
        const after = decisionRefusal({ ...open, process: of, positions: answered }, choice);
        expect(["no-consent", "objections-open"]).not.toContain(after);
      }),
    );
  });

  it("reopens what is decided and supersedes what is decided, nothing else", () => {
    expect(reopenRefusal({ state: "decided", deleted: false })).toBeNull();
    expect(reopenRefusal(open)).toBe("already-open");
    expect(supersedeRefusal({ state: "decided", deleted: false })).toBeNull();
    expect(supersedeRefusal(open)).toBe("not-decided");
    expect(supersedeRefusal({ state: "superseded", deleted: false })).toBe("superseded");
  });
});

describe("a vote", () => {
  const options = [{ id: "x" }, { id: "y" }];

  it("counts who agrees with an option; abstaining and objecting are none", () => {
    const positions = [
      voteFor("x"),
      voteFor("y"),
      voteFor("y"),
      objection,
      { ...objection, stance: "abstain" as const },
    ];
    expect(tallyVotes(options, positions)).toEqual({
      votes: [
        { optionId: "x", count: 1 },
        { optionId: "y", count: 2 },
      ],
      abstentions: 1,
      plurality: ["y"],
    });
    expect(tallyVotes(options, [])).toMatchObject({ plurality: [], abstentions: 0 });
    expect(tallyVotes(options, [voteFor("x"), voteFor("y")]).plurality).toEqual(["x", "y"]);
  });

  it("adds up to who voted, whatever their order", () => {
    const positions = fc.array(
      fc.record({ stance: fc.constantFrom(...stances), optionId: fc.constantFrom("x", "y", null) }),
    );
    fc.assert(
      fc.property(positions, (taken) => {
        const tally = tallyVotes(options, taken);
        expect(tallyVotes(options, [...taken].reverse())).toEqual(tally);
        const counted = tally.votes.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(
          taken.filter(({ stance, optionId }) => stance === "agree" && optionId !== null).length,
        );
        for (const { optionId, count } of tally.votes) {
          const most = tally.plurality.includes(optionId);
          if (most) expect(goesAgainst(tally, optionId)).toBe(false);
          for (const other of tally.votes) if (most) expect(count).toBeGreaterThanOrEqual(other.count);
        }
      }),
    );
  });
});

describe("a position", () => {
  it("says why it objects, and what it votes for", () => {
    const position = { stance: "object", optionId: null, reason: "" } as const;
    expect(positionRefusal("advice", position)).toBe("reason-needed");
    expect(positionRefusal("advice", { ...position, reason: "It leaks." })).toBeNull();
    expect(positionRefusal("vote", { ...position, stance: "agree" })).toBe("option-needed");
    expect(positionRefusal("consent", { ...position, stance: "agree" })).toBeNull();
    expect(positionRefusal("vote", { ...position, stance: "abstain" })).toBeNull();
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
    expect(
      describeEffect({ kind: "exclude-technique", technique: "retrieval" }, undefined, (id) => `our ${id}`),
    ).toBe("Leaves out our retrieval");
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
