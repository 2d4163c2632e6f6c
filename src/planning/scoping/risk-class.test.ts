import { describe, expect, test } from "vitest";
import { assessRisk, isAsked, riskClasses } from "./risk-class";
import { type RiskAnswers, type RiskQuestionId, riskQuestionIds, riskQuestions } from "./risk-questions";

const nothing: RiskAnswers = Object.fromEntries(riskQuestionIds.map((id) => [id, "no" as const]));
const saying = (answers: RiskAnswers): RiskAnswers => ({ ...nothing, "used-in-eu": "yes", ...answers });
const ids = (questions: readonly { id: RiskQuestionId }[]) => questions.map(({ id }) => id);
const articles = (answers: RiskAnswers) => assessRisk(answers).duties.map(({ source }) => source.at);

describe("the class under the EU AI Act", () => {
  test("is not told before anybody answered, and could be any", () => {
    expect(assessRisk({})).toMatchObject({ riskClass: null, couldBe: "prohibited", because: [] });
  });

  test("is outside of it where nothing is used in the EU, whatever else is answered", () => {
    const { riskClass, duties, open } = assessRisk(saying({ "used-in-eu": "no", employment: "yes" }));
    expect({ riskClass, duties, open }).toEqual({ riskClass: "outside", duties: [], open: [] });
  });

  test("is minimal with nothing but literacy to follow where all is answered with no", () => {
    expect(assessRisk(saying({}))).toMatchObject({ riskClass: "minimal", couldBe: "minimal", open: [] });
    expect(articles(saying({}))).toEqual(["Article 4"]);
  });

  test("is prohibited by any practice of Article 5, and nothing lighter is asked then", () => {
    for (const { id } of riskQuestions.filter(({ group }) => group === "prohibited")) {
      const assessed = assessRisk({ "used-in-eu": "yes", [id]: "yes", employment: "yes" });
      expect(assessed).toMatchObject({ riskClass: "prohibited", open: [] });
      expect(ids(assessed.because)).toEqual([id]);
    }
  });

  test("is high by an area of Annex III, and by a product of Annex I whatever the exception says", () => {
    expect(ids(assessRisk(saying({ employment: "yes" })).because)).toEqual(["employment"]);
    expect(assessRisk(saying({ employment: "yes" })).riskClass).toBe("high");
    const product = saying({ "regulated-product": "yes", "minor-part": "yes" });
    expect(assessRisk(product)).toMatchObject({ riskClass: "high", isExempt: false });
  });

  test("is not high where Article 6(3) takes it out, which is written down and registered; never with profiling", () => {
    const exempt = saying({ employment: "yes", "minor-part": "yes" });
    expect(assessRisk(exempt)).toMatchObject({ riskClass: "minimal", isExempt: true });
    expect(articles(exempt)).toEqual(["Article 6(4)", "Article 49(2)", "Article 4"]);
    const profiling = assessRisk({ ...exempt, profiling: "yes" });
    expect(profiling).toMatchObject({ riskClass: "high", isExempt: false });
    expect(ids(profiling.because)).toEqual(["employment", "profiling"]);
    const unsure = assessRisk({ ...exempt, profiling: "unsure" });
    expect(unsure.riskClass).toBe("high");
    expect(ids(unsure.open)).toEqual(["profiling"]);
  });

  test("tells providers and deployers apart, and both where the role is open", () => {
    const high = saying({ services: "yes", provider: "yes" });
    expect(articles(high)).toContain("Article 17");
    expect(articles(high)).not.toContain("Article 26(1) and (2)");
    const deployer = { ...high, provider: "no", "public-service": "yes" } as const;
    expect(articles(deployer)).not.toContain("Article 17");
    expect(articles(deployer)).toEqual(expect.arrayContaining(["Article 26(1) and (2)", "Article 27"]));
    const open = { ...high, provider: "unsure" } as const;
    expect(articles(open)).toEqual(expect.arrayContaining(["Article 17", "Article 26(1) and (2)"]));
    expect(ids(assessRisk(open).open)).toEqual(["provider"]);
  });

  test("asks to be open towards people, also of a high-risk system", () => {
    const chat = saying({ "talks-to-people": "yes", "makes-content": "yes" });
    expect(assessRisk(chat).riskClass).toBe("transparency");
    expect(articles(chat)).toEqual(["Article 50(1)", "Article 50(2)", "Article 4"]);
    expect(articles({ ...chat, education: "yes" })).toContain("Article 50(1)");
  });

  test("has the duties of who offers a general-purpose model beside its class; an open licence spares some", () => {
    const offers = saying({ "offers-model": "yes" });
    expect(assessRisk(offers)).toMatchObject({ riskClass: "minimal", generalPurpose: "model" });
    expect(articles(offers)).toContain("Article 53(1)(a)");
    expect(articles({ ...offers, "open-model": "yes" })).not.toContain("Article 53(1)(a)");
    const systemic = { ...offers, "open-model": "yes", "systemic-risk": "yes" } as const;
    expect(assessRisk(systemic).generalPurpose).toBe("systemic");
    expect(articles(systemic)).toEqual(expect.arrayContaining(["Article 53(1)(a)", "Article 52(1)"]));
  });

  test("says what is open and how grave it could become", () => {
    const assessed = assessRisk(saying({ services: "unsure", "talks-to-people": "yes" }));
    expect(assessed).toMatchObject({ riskClass: "transparency", couldBe: "high" });
    expect(ids(assessed.open)).toEqual(["services"]);
    expect(isAsked("minor-part", saying({ services: "unsure" }))).toBe(true);
    expect(isAsked("minor-part", saying({}))).toBe(false);
  });

  test("never becomes lighter by another yes among practices, products and areas, and could never be less than it is", () => {
    const graver = riskQuestions.filter(({ group }) =>
      ["prohibited", "product", "high-risk-area"].includes(group),
    );
    const rank = (answers: RiskAnswers) => riskClasses.indexOf(assessRisk(answers).riskClass ?? "outside");
    for (const base of [saying({}), saying({ "talks-to-people": "yes" }), saying({ justice: "yes" })]) {
      for (const { id } of graver) expect(rank({ ...base, [id]: "yes" })).toBeGreaterThanOrEqual(rank(base));
    }
    for (const id of riskQuestionIds) {
      const { riskClass, couldBe } = assessRisk(saying({ [id]: "unsure" }));
      expect(riskClasses.indexOf(couldBe)).toBeGreaterThanOrEqual(
        riskClasses.indexOf(riskClass ?? "outside"),
      );
    }
  });

  test("cites the Act for every question", () => {
    for (const { source } of riskQuestions) expect(source).toMatchObject({ source: "eu-ai-act" });
    expect(riskQuestions.every(({ source }) => /^Articles? \d/.test(source.at ?? ""))).toBe(true);
  });
});
