import { describe, expect, test } from "vitest";
import { suggestionByKey } from "../lifecycle/suggestions";
import { emptyBrief as empty } from "../testing/briefs";
import type { ScopingBrief } from "./brief";
import { narrownessOf } from "./narrowness";
import { raisedDecisions } from "./raised-decisions";
import { riskQuestionIds } from "./risk-questions";
import { vaguenessOf } from "./vagueness";

const criterion = {
  metric: "Correct fields",
  comparison: "at-least",
  target: 98,
  unit: "%",
  dataSet: "600 contracts",
  note: "",
} as const;

const contracts = {
  kind: "Contracts",
  amount: 9_000,
  unit: "contracts",
  labelled: "yes",
  sensitivity: "internal",
  residence: "",
} as const;

const settled: ScopingBrief = {
  ...empty,
  useCase: "Contracts are filed on the day they arrive.",
  goals: "A contract is found on the day it arrives.",
  objectives: ["File 95 % without typing"],
  taskBreadth: "one",
  tasks: "Recognising five kinds of entities",
  qualityBar: "As few mistakes as typing makes, 2 %.",
  successCriteria: [criterion],
  requestsPerDay: 140,
  tokensInPerRequest: 12_000,
  tokensOutPerRequest: 100,
  latencySeconds: 30,
  languages: ["English"],
  data: [contracts],
  hosting: "anywhere",
  licence: "any",
  budgetMinor: 9_000_000,
  deadline: "2027-03-31",
  riskAnswers: {
    ...Object.fromEntries(riskQuestionIds.map((id) => [id, "no" as const])),
    "used-in-eu": "yes",
  },
};

describe("how narrow a scope is", () => {
  test("is not told of an empty brief, and could be anything", () => {
    expect(narrownessOf(empty)).toMatchObject({ level: null, score: null, range: [0, 1] });
  });

  test("one task in one language with short answers and measurable criteria is as narrow as can be", () => {
    const { level, score, range } = narrownessOf(settled);
    expect(level).toBe("narrow");
    expect(score).toBeCloseTo(1);
    expect(range[0]).toBeCloseTo(1);
    expect(range[1]).toBeCloseTo(1);
  });

  test.each<[string, Partial<ScopingBrief>]>([
    ["more tasks", { taskBreadth: "many", tasks: "Tone\nEntities\nQuestions" }],
    ["tasks that nobody named", { taskBreadth: "many", tasks: "" }],
    ["more languages", { languages: ["English", "German"] }],
    ["longer answers", { tokensOutPerRequest: 800 }],
    ["more kinds of data", { data: [contracts, contracts, contracts] }],
    ["criteria without a figure", { successCriteria: [{ ...criterion, target: null }] }],
  ])("%s widen it", (_, part) => {
    expect(narrownessOf({ ...settled, ...part }).score).toBeLessThan(narrownessOf(settled).score ?? 0);
  });

  test("tells its parts, whose weights are the whole; what is not said widens the range alone", () => {
    const { parts, range, score } = narrownessOf({ ...settled, languages: [] });
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    expect(parts.find(({ id }) => id === "languages")).toMatchObject({ said: null, score: null });
    expect(score).toBeCloseTo(1);
    expect(range[0]).toBeCloseTo(0.85);
  });
});

describe("what is still vague", () => {
  test("is nothing in a brief that is settled", () => {
    expect(vaguenessOf(settled)).toEqual([]);
  });

  test("is everything in an empty one, each with what it holds up", () => {
    const vague = vaguenessOf(empty);
    expect(vague.map(({ part }) => part)).toEqual(
      expect.arrayContaining(["useCase", "deadline", "riskAnswers"]),
    );
    expect(vague.every(({ why }) => why.length > 20)).toBe(true);
  });

  test("is a criterion that can't be measured, and data of which amount or sensitivity is not said", () => {
    const brief = {
      ...settled,
      successCriteria: [{ ...criterion, target: null, dataSet: "" }],
      data: [{ ...contracts, sensitivity: null }],
    };
    expect(vaguenessOf(brief).map(({ what }) => what)).toEqual([
      "“Correct fields” has no figure and no data set",
      "“Contracts”: sensitivity not said",
    ]);
  });

  test("is a wish without a figure beside it", () => {
    expect(vaguenessOf({ ...settled, goals: "Answers are fast and user-friendly." })).toMatchObject([
      { part: "goals", what: "“fast”, “user-friendly” in words only" },
    ]);
    expect(vaguenessOf({ ...settled, goals: "Answers are fast: within 2 seconds." })).toEqual([]);
  });

  test("is an open question of the risk class", () => {
    const riskAnswers = { ...settled.riskAnswers, services: "unsure" } as const;
    expect(vaguenessOf({ ...settled, riskAnswers })).toMatchObject([
      { part: "riskAnswers", what: expect.stringMatching(/^\d+ questions? of the risk class$/) },
    ]);
  });
});

describe("the decisions that a brief raises", () => {
  const raised = (part: Partial<ScopingBrief>) =>
    raisedDecisions({ ...settled, ...part }).map(({ suggestion }) => suggestion);

  test("are suggestions that the lifecycle has", () => {
    const all = raisedDecisions({
      ...settled,
      successCriteria: [],
      data: [{ ...contracts, sensitivity: "personal", labelled: "no" }],
      hosting: "on-premises",
      licence: "permissive",
      latencySeconds: 1,
      riskAnswers: { ...settled.riskAnswers, employment: "yes" },
    });
    expect(all.length).toBeGreaterThan(6);
    for (const { suggestion } of all) expect(suggestionByKey(suggestion), suggestion).not.toBeNull();
  });

  test.each<[string, Partial<ScopingBrief>]>([
    ["quality-bar", { successCriteria: [] }],
    ["quality-bar", { successCriteria: [{ ...criterion, dataSet: "" }] }],
    ["data-reach", { data: [{ ...contracts, sensitivity: "special" }] }],
    ["data-reach", { hosting: "own-accounts" }],
    ["human-oversight", { riskAnswers: { ...settled.riskAnswers, justice: "yes" } }],
    ["model-terms", { licence: "permissive" }],
    ["smaller-model", { requestsPerDay: 50_000 }],
    ["smaller-model", { latencySeconds: 1 }],
    ["examples-origin", { data: [{ ...contracts, labelled: "partly" }] }],
    ["guardrails-at-launch", { riskAnswers: { ...settled.riskAnswers, "talks-to-people": "yes" } }],
  ])("%s", (suggestion, part) => {
    expect(raised(part)).toContain(suggestion);
    expect(raised({})).not.toContain(suggestion);
  });
});
