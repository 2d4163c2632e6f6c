import {
  literacy,
  ofClosedModels,
  ofDeployers,
  ofExempt,
  ofModels,
  ofProhibited,
  ofProviders,
  ofSystemicModels,
  ofTransparency,
  type RiskDuty,
  rightsAssessment,
} from "./risk-duties";
import {
  type RiskAnswers,
  type RiskGroupId,
  type RiskQuestion,
  type RiskQuestionId,
  riskQuestions,
} from "./risk-questions";

/** From the lightest to the gravest. */
export const riskClasses = ["outside", "minimal", "transparency", "high", "prohibited"] as const;
export type RiskClass = (typeof riskClasses)[number];

export const riskClassNames = {
  outside: "Outside the Act",
  minimal: "Minimal risk",
  transparency: "Transparency duties",
  high: "High risk",
  prohibited: "Prohibited",
} as const satisfies Record<RiskClass, string>;

export interface RiskAssessment {
  /** By the answers given, with what is open taken as no (but for whether the Act applies); null before anybody answered. */
  readonly riskClass: RiskClass | null;
  /** The gravest class that the open answers could still lead to. */
  readonly couldBe: RiskClass;
  /** The answers that led to the class. */
  readonly because: readonly RiskQuestion[];
  /** An area of Annex III applies, and Article 6(3) takes this use out of it. */
  readonly isExempt: boolean;
  /** Beside its class: what is asked of who offers a general-purpose model (Articles 51 to 55). */
  readonly generalPurpose: "none" | "model" | "systemic";
  readonly duties: readonly RiskDuty[];
  /** Not answered, or answered with "unsure", where another answer would change the class or its duties. */
  readonly open: readonly RiskQuestion[];
}

/**
 * The class of a system under the EU AI Act, with its reasons: prohibited (Article 5), high-risk (Article 6 with Annexes I and III),
 * with transparency duties (Article 50), or none of these; and whether its owner offers a general-purpose model (Articles 51 to 55).
 * Follows the Regulation as published in 2024; leaves out what it exempts as a whole (military, research before launch, personal use:
 * Article 2) and law that is not the Act. An aid to ask the right questions, not legal advice.
 */
export function assessRisk(answers: RiskAnswers): RiskAssessment {
  const { riskClass, because, isExempt } = classOf(answers);
  const generalPurpose = generalPurposeOf(answers, riskClass);
  const open = openQuestions(answers);
  return {
    riskClass: Object.values(answers).some((answer) => answer !== undefined) ? riskClass : null,
    couldBe: gravestOf(answers, open),
    because,
    isExempt,
    generalPurpose,
    duties: dutiesOf(answers, { riskClass, isExempt, generalPurpose }),
    open,
  };
}

function classOf(answers: RiskAnswers) {
  const saidYes = (group: RiskGroupId) =>
    riskQuestions.filter((question) => question.group === group && answers[question.id] === "yes");
  const outside = answers["used-in-eu"] === "no";
  if (outside) return { riskClass: "outside", because: named(["used-in-eu"]), isExempt: false } as const;
  const prohibited = saidYes("prohibited");
  if (prohibited.length > 0)
    return { riskClass: "prohibited", because: prohibited, isExempt: false } as const;
  const product = saidYes("product");
  const areas = saidYes("high-risk-area");
  const isExempt = areas.length > 0 && answers["minor-part"] === "yes" && answers.profiling === "no";
  if (product.length > 0 || (areas.length > 0 && !isExempt)) {
    const profiling = areas.length > 0 && answers.profiling === "yes" ? named(["profiling"]) : [];
    return {
      riskClass: "high",
      because: [...product, ...areas, ...profiling],
      isExempt: false,
    } as const;
  }
  const exemption = isExempt ? [...areas, ...named(["minor-part"])] : [];
  const transparency = saidYes("transparency");
  return {
    riskClass: transparency.length > 0 ? "transparency" : "minimal",
    because: [...exemption, ...transparency],
    isExempt,
  } as const;
}

function generalPurposeOf(answers: RiskAnswers, riskClass: RiskClass): RiskAssessment["generalPurpose"] {
  if (riskClass === "outside" || answers["offers-model"] !== "yes") return "none";
  return answers["systemic-risk"] === "yes" ? "systemic" : "model";
}

function dutiesOf(
  answers: RiskAnswers,
  {
    riskClass,
    isExempt,
    generalPurpose,
  }: Pick<RiskAssessment, "isExempt" | "generalPurpose"> & {
    riskClass: RiskClass;
  },
): RiskDuty[] {
  if (riskClass === "outside") return [];
  if (riskClass === "prohibited") return [...ofProhibited];
  const duties: RiskDuty[] = [];
  if (riskClass === "high") {
    // Who has not said which they are is told of both.
    if (answers.provider !== "no") duties.push(...ofProviders);
    if (answers.provider !== "yes") duties.push(...ofDeployers);
    if (answers["public-service"] === "yes") duties.push(rightsAssessment);
  }
  if (isExempt) duties.push(...ofExempt);
  for (const { id } of riskQuestions) {
    if (isTransparency(id) && answers[id] === "yes") duties.push(ofTransparency[id]);
  }
  if (generalPurpose !== "none") {
    duties.push(...ofModels);
    // The relief for open models does not hold where there is systemic risk (Article 53(2)).
    if (answers["open-model"] !== "yes" || generalPurpose === "systemic") duties.push(...ofClosedModels);
    if (generalPurpose === "systemic") duties.push(...ofSystemicModels);
  }
  return [...duties, literacy];
}

function isTransparency(id: RiskQuestionId): id is keyof typeof ofTransparency {
  return Object.hasOwn(ofTransparency, id);
}

/** Whether another question's answer makes this one matter. */
export function isAsked(id: RiskQuestionId, answers: RiskAnswers): boolean {
  const question = riskQuestions.find((one) => one.id === id);
  const may = (of: RiskQuestionId) => answers[of] === "yes" || answers[of] === "unsure";
  if (id === "used-in-eu") return true;
  if (answers["used-in-eu"] === "no") return false;
  if (question?.group === "exception")
    return riskQuestions.some((one) => one.group === "high-risk-area" && may(one.id));
  if (id === "open-model" || id === "systemic-risk") return may("offers-model");
  if (question?.group === "role") {
    return riskQuestions.some(
      (one) => (one.group === "high-risk-area" || one.group === "product") && may(one.id),
    );
  }
  return true;
}

function openQuestions(answers: RiskAnswers): RiskQuestion[] {
  const isProhibited = classOf(answers).riskClass === "prohibited";
  return riskQuestions.filter(
    ({ id, group }) =>
      isAsked(id, answers) &&
      (answers[id] === undefined || answers[id] === "unsure") &&
      (!isProhibited || group === "reach"),
  );
}

function gravestOf(answers: RiskAnswers, open: readonly RiskQuestion[]): RiskClass {
  // The exception makes a class lighter: at worst it does not hold.
  const worst = open.map(({ id }) => [id, id === "minor-part" ? "no" : "yes"] as const);
  return classOf({ ...answers, ...Object.fromEntries(worst) }).riskClass;
}

function named(ids: readonly RiskQuestionId[]): RiskQuestion[] {
  return riskQuestions.filter(({ id }) => ids.includes(id));
}
