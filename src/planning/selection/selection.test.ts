import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostings, licenceNeeds } from "../scoping/brief";
import { modelById, models } from "../sizing/catalogue/models";
import { publishedBenchmarks } from "../sizing/catalogue/published-benchmarks";
import { answerSizing } from "../sizing/recorded-sizing";
import { emptyBrief } from "../testing/briefs";
import { assessModel } from "./assess-model";
import { isSummedUp } from "./licence-terms";
import { judgeOwnModel, ownModelCase } from "./own-model";
import { cheapestUsdPerMonth } from "./rank-models";
import { type ModelRequirements, requirementsOf, type TriedLimits, withLimits } from "./requirements";
import { type Shortlist, shortlistModels } from "./shortlist";

const silent: ModelRequirements = requirementsOf(emptyBrief, {
  accelerator: "a100-80gb",
  usdPerAcceleratorHour: null,
});

const busy: TriedLimits = { requestsPerDay: 20_000, promptTokens: 3_000, outputTokens: 400 };

function idsOf({ standing }: Shortlist): Set<string> {
  return new Set(standing.map(({ id }) => id));
}

function fallenIds({ fallen }: Shortlist): string[] {
  return fallen.flatMap((group) => group.models.map(({ id }) => id));
}

/** A limit each, with tighter ones after it. */
const requirements: readonly (readonly TriedLimits[])[] = [
  [1, 50_000, 5_000_000].map((requestsPerDay) => ({ requestsPerDay })),
  [100, 6_000, 200_000].map((promptTokens) => ({ promptTokens })),
  [20, 800, 60_000].map((outputTokens) => ({ outputTokens })),
  [20, 1, 0.01].map((latencySeconds) => ({ latencySeconds })),
  hostings.map((hosting) => ({ hosting })),
  licenceNeeds.map((licence) => ({ licence })),
  [8, 2, 1].map((mostAccelerators) => ({ mostAccelerators })),
  [50_000, 900, 20].map((mostUsdPerMonth) => ({ mostUsdPerMonth })),
];

/** Of every kind: hosted or open, small or large, with and without a host, under every kind of licence. */
const sampled = [
  ...(["gpt-4o", "claude-opus-5", "nova-micro", "llama-3-1-8b", "llama-3-1-405b", "llama-4-scout"] as const),
  ...(["deepseek-v3", "qwen3-14b", "phi-2", "mistral-large-2", "gpt-oss-120b", "gemma-3-27b"] as const),
];

const anySet = fc
  .tuple(...requirements.map((steps) => fc.integer({ min: -1, max: steps.length - 1 })))
  .map((steps) => steps.map((step, place) => ({ place, step })));

type Picked = readonly { readonly place: number; readonly step: number }[];

function withAll(picked: Picked): ModelRequirements {
  return picked.reduce(
    (need, { place, step }) => withLimits(need, requirements[place]?.[step] ?? {}),
    withLimits(silent, { mostAccelerators: 1024 }),
  );
}

describe("a shortlist", () => {
  it("lets no more models through when a requirement is added or made tighter", () => {
    fc.assert(
      fc.property(anySet, fc.nat(), (picked, at) => {
        const place = at % requirements.length;
        const tighter = picked.map((one) => (one.place === place ? { ...one, step: one.step + 1 } : one));
        if ((picked[place]?.step ?? 0) + 1 >= (requirements[place]?.length ?? 0)) return;
        const [before, after] = [withAll(picked), withAll(tighter)];
        for (const id of sampled) {
          if (assessModel(id, before).reasons.length === 0) continue;
          expect(assessModel(id, after).reasons, id).not.toEqual([]);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it("has every model of the catalogue in exactly one list, with a reason where it fell out", () => {
    fc.assert(
      fc.property(anySet, (picked) => {
        const list = shortlistModels(withAll(picked));
        const all = [...idsOf(list), ...fallenIds(list)];
        expect(all.toSorted()).toEqual(Object.keys(models).toSorted());
        expect(list.total).toBe(all.length);
        for (const { rule, models: fallen } of list.fallen)
          for (const { reasons } of fallen) expect(reasons[0]?.rule).toBe(rule);
        for (const { canBeCalled, canBeServed } of list.standing)
          expect(canBeCalled || canBeServed).toBe(true);
      }),
      { numRuns: 10, seed: 12 },
    );
  });

  it("rules out nothing that a silent brief does not speak of, and says of each what is open", () => {
    const { standing, fallen } = shortlistModels(withLimits(silent, { mostAccelerators: 1024 }));
    expect(fallen).toEqual([]);
    for (const { unsaid, served, called } of standing) {
      expect(unsaid.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["context", "price"]));
      expect([served, called]).toEqual([null, null]);
    }
  });

  it("ranks by the weights given, and not at all where none counts", () => {
    const need = withLimits(silent, busy);
    const none = { price: 0, size: 0, published: 0, licence: 0, context: 0, "mmlu-pro": 0 };
    expect(shortlistModels(need, none).ranking).toBeNull();
    const [first] = shortlistModels(need, { ...none, price: 100 }).standing;
    const prices = shortlistModels(need).standing.map((model) => cheapestUsdPerMonth(model) ?? Infinity);
    expect(first === undefined ? null : cheapestUsdPerMonth(first)).toBe(Math.min(...prices));
    const [longest] = shortlistModels(need, { ...none, context: 100 }).standing;
    expect(longest?.id).toBe("llama-4-scout");
  });
});

describe("a model held against a brief", () => {
  const reasonsOf = (id: Parameters<typeof assessModel>[0], tried: TriedLimits) =>
    assessModel(id, withLimits(silent, { ...busy, ...tried })).reasons;

  it("falls out in words, with the brief's figure and its own", () => {
    expect(reasonsOf("phi-2", {})).toEqual([
      {
        rule: "context",
        sentence: "A request takes 3,400 tokens in and out; the model holds 2,048 tokens.",
      },
    ]);
    expect(reasonsOf("gpt-4o", { hosting: "on-premises" })).toEqual([
      {
        rule: "hosting",
        sentence: "The brief says on premises only; GPT-4o is only called, at OpenAI or a host.",
      },
    ]);
    expect(reasonsOf("mistral-large-2", { licence: "commercial" })[0]?.sentence).toContain(
      "The brief needs commercial use. Mistral Research: research alone, unless a licence is bought",
    );
    const [tooLarge] = reasonsOf("deepseek-v3", { hosting: "on-premises" });
    expect(tooLarge?.rule).toBe("accelerators");
    expect(tooLarge?.sentence).toMatch(/takes 1,34\d GB, 32 × .*A100.* a copy may have 8\. .* on premises/);
  });

  it("stays where another way is left, by that way alone", () => {
    const { reasons, served, called, canBeServed } = assessModel("deepseek-v3", withLimits(silent, busy));
    expect(reasons).toEqual([]);
    expect(canBeServed).toBe(false);
    expect(served).toBeNull();
    expect(called?.usdPerMonth).toBeGreaterThan(0);
  });

  it("costs what the sizing says that it costs, a month being a twelfth of 365 days", () => {
    const { served, called } = assessModel("llama-3-1-8b", withLimits(silent, busy));
    if (served === null || called === null) throw new Error("both ways are open");
    const [rent, accelerators] = answerSizing(served.sizing).figures;
    const month = 365 / 12;
    expect(served.usdPerMonth?.value).toBeCloseTo((rent?.value ?? 0) * month, 6);
    expect(served.usdPerMonth?.high).toBeCloseTo((rent?.high ?? 0) * month, 6);
    expect(served.accelerators).toEqual({
      value: accelerators?.value,
      low: accelerators?.low,
      high: accelerators?.high,
    });
    const [price] = answerSizing(called.sizing).figures;
    expect(called.usdPerMonth).toBeCloseTo((price?.value ?? 0) * month, 6);
    const perDay = modelById("llama-3-1-8b").prices.map(
      ({ usdPerMillionInputTokens, usdPerMillionOutputTokens }) =>
        (20_000 * (3_000 * usdPerMillionInputTokens + 400 * usdPerMillionOutputTokens)) / 1e6,
    );
    expect(price?.value).toBeCloseTo(Math.min(...perDay), 9);
  });

  it("says where personal data would go that nobody vouches for, and not where they stay", () => {
    const guarded = { ...withLimits(silent, busy), guardedData: ["“Stays”, kept in the hospital"] };
    const said = (need: ModelRequirements, id: Parameters<typeof assessModel>[0]) =>
      assessModel(id, need).unsaid.filter(({ rule }) => rule === "residence");
    expect(said(guarded, "gpt-4o")).toMatchObject([{ silent: "catalogue" }]);
    expect(said({ ...guarded, hosting: "on-premises" }, "llama-3-1-8b")).toEqual([]);
  });
});

describe("what the shortlist rests on", () => {
  it("sums up every licence of the catalogue's open models", () => {
    for (const { access, licence } of Object.values(models))
      if (access === "open-weights") expect(isSummedUp(licence), licence).toBe(true);
  });

  it("has published results with their source, of models that are there", () => {
    for (const [id, results] of Object.entries(publishedBenchmarks)) {
      expect(models).toHaveProperty([id]);
      expect(new Set(results.map(({ benchmark }) => benchmark)).size).toBe(results.length);
      for (const { percent, source, asOf, measuredBy } of results) {
        expect(percent).toBeGreaterThan(0);
        expect(percent).toBeLessThan(100);
        expect(source).toMatch(/^https:\/\//);
        expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(measuredBy).not.toBe("");
      }
    }
  });
});

describe("existing, or train our own", () => {
  const around = {
    today: "2027-01-01",
    accelerator: "a100" as const,
    usdPerAcceleratorHour: null,
    budgetUsd: 3_000_000,
  };
  const data = (amount: number, unit: string) => ({
    kind: "Reports",
    amount,
    unit,
    labelled: null,
    sensitivity: null,
    residence: "",
  });

  it("asks what the brief does not say before there is a verdict", () => {
    const silentCase = ownModelCase(
      { data: [], deadline: null, budgetMinor: null },
      { ...around, budgetUsd: null },
    );
    expect(judgeOwnModel(silentCase)).toEqual({
      answer: null,
      open: ["domainDistance", "domainTokens", "maxDays", "budgetUsd"],
    });
  });

  it("takes tokens, days and budget from the brief, and planning's verdict with its arithmetic", () => {
    const said = ownModelCase(
      {
        data: [data(363, "billion tokens"), data(61_000, "stays")],
        deadline: "2027-03-02",
        budgetMinor: 300_000_000,
      },
      around,
    );
    expect(said).toMatchObject({ domainTokens: 363e9, maxDays: 60, budgetUsd: 3_000_000 });
    const { answer } = judgeOwnModel({
      ...said,
      domainDistance: "far",
      generalTokens: 345e9,
      parameters: 50.6e9,
      accelerators: 512,
      maxDays: 120,
      budgetUsd: 10_000_000,
    });
    expect(answer?.verdict).toBe("pre-train");
    expect(answer?.reasons).toHaveLength(4);
  });
});
