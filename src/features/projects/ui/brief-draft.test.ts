import { expect, test } from "vitest";
import { emptyBrief } from "../schema";
import { blankCriterion, draftOf, fromDraft } from "./brief-draft";
import { textsOf } from "./brief-draft-texts";

const brief = {
  ...emptyBrief,
  objectives: ["Halve the time"],
  taskBreadth: "one" as const,
  successCriteria: [
    {
      metric: "Correct",
      comparison: "at-most" as const,
      target: 2.5,
      unit: "%",
      dataSet: "600 contracts",
      note: "",
    },
  ],
  data: [
    {
      kind: "Contracts",
      amount: 9_000,
      unit: "contracts",
      labelled: "yes" as const,
      sensitivity: null,
      residence: "EU",
    },
  ],
  budgetMinor: 1_234_567,
  riskAnswers: { "used-in-eu": "yes" as const, employment: "unsure" as const },
};
const { useCase: _u, goals: _g, qualityBar: _q, dataAtHand: _d, constraints: _c, ...fields } = brief;

test("what is typed again from a brief says the same", () => {
  expect(fromDraft(draftOf(brief, "EUR"), "EUR")).toEqual(fields);
  expect(fromDraft(draftOf(emptyBrief, "JPY"), "JPY").budgetMinor).toBeNull();
});

test("a row in which nothing was typed is none", () => {
  const draft = draftOf(brief, "EUR");
  const withBlank = { ...draft, successCriteria: [...draft.successCriteria, blankCriterion()] };
  expect(fromDraft(withBlank, "EUR")).toEqual(fields);
});

test("answers say the same in whatever order they were given", () => {
  const turned = { ...brief, riskAnswers: { employment: "unsure" as const, "used-in-eu": "yes" as const } };
  const typed = [brief, turned].map((one) => JSON.stringify(fromDraft(draftOf(one, "EUR"), "EUR")));
  expect(typed[0]).toBe(typed[1]);
});

test("two versions are compared by words, of rows too, and of a comparison without a figure", () => {
  const texts = textsOf(draftOf(brief, "EUR"), "EUR");
  expect(texts.successCriteria).toBe("Correct · at most 2.5 % · 600 contracts");
  expect(texts.data).toBe("Contracts · 9000 contracts · labelled: yes · EU");
  expect(texts.riskAnswers).toContain("employment: unsure");
  const [criterion] = brief.successCriteria;
  const open = (comparison: "at-most" | "at-least") =>
    textsOf(
      draftOf(
        {
          ...brief,
          successCriteria: [
            { ...criterion, metric: "Correct", comparison, target: null, unit: "", dataSet: "", note: "" },
          ],
        },
        "EUR",
      ),
      "EUR",
    );
  expect(open("at-most").successCriteria).not.toBe(open("at-least").successCriteria);
});
