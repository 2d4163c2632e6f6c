import { type Citation, cite } from "../lifecycle/sources";

// Questions after Regulation (EU) 2024/1689 (the EU AI Act) as published on 12 July 2024, in plain words: the article's own words decide.
// Later amendments and the Commission's guidelines are not in them. Not legal advice.

export const riskAnswerValues = ["yes", "no", "unsure"] as const;
export type RiskAnswer = (typeof riskAnswerValues)[number];

/** What a "yes" speaks for. */
export type RiskGroupId =
  | "reach"
  | "prohibited"
  | "product"
  | "high-risk-area"
  | "exception"
  | "transparency"
  | "general-purpose"
  | "role";

export interface RiskGroup {
  readonly id: RiskGroupId;
  readonly name: string;
  readonly hint: string;
}

export const riskGroups: readonly RiskGroup[] = [
  { id: "reach", name: "Does the Act apply?", hint: "By where it is used, not by where it is built." },
  { id: "prohibited", name: "Prohibited practices", hint: "Does it do any of these?" },
  { id: "product", name: "Safety of products", hint: "Is it part of a regulated product?" },
  { id: "high-risk-area", name: "High-risk areas", hint: "Is it meant for use in any of these?" },
  {
    id: "exception",
    name: "Exception within these areas",
    hint: "Only where one of the areas above applies: a minor part may be exempt.",
  },
  { id: "transparency", name: "Transparency", hint: "What must people be told?" },
  {
    id: "general-purpose",
    name: "General-purpose models",
    hint: "Only for who offers a model, not for who uses one.",
  },
  { id: "role", name: "Your role", hint: "Decides whose duties are yours." },
];

const act = (at: string) => cite("eu-ai-act", at);

interface RiskQuestionDraft {
  readonly group: RiskGroupId;
  readonly question: string;
  /** In a few words, as a reason is told. */
  readonly short: string;
  readonly source: Citation;
}

const drafts = {
  "used-in-eu": {
    group: "reach",
    question: "Is it offered or used in the European Union, or is its output used there?",
    short: "use in the EU",
    source: act("Article 2(1)"),
  },
  manipulation: {
    group: "prohibited",
    question:
      "Steers people by subliminal, manipulative or deceptive means so that they come to serious harm",
    short: "harmful manipulation",
    source: act("Article 5(1)(a)"),
  },
  vulnerability: {
    group: "prohibited",
    question: "Exploits age, disability or a social or economic plight so that people come to serious harm",
    short: "exploiting vulnerabilities",
    source: act("Article 5(1)(b)"),
  },
  "social-scoring": {
    group: "prohibited",
    question: "Scores people by their social behaviour, with unjustified or unrelated disadvantages for them",
    short: "social scoring",
    source: act("Article 5(1)(c)"),
  },
  "crime-prediction": {
    group: "prohibited",
    question: "Predicts from a profile or personality alone whether somebody will commit a crime",
    short: "prediction of crimes by profile",
    source: act("Article 5(1)(d)"),
  },
  "face-scraping": {
    group: "prohibited",
    question: "Builds databases of faces by untargeted scraping of the internet or of cameras",
    short: "untargeted scraping of faces",
    source: act("Article 5(1)(e)"),
  },
  "emotions-at-work": {
    group: "prohibited",
    question: "Infers emotions at work or in education, other than for medical or safety reasons",
    short: "emotions at work or school",
    source: act("Article 5(1)(f)"),
  },
  "biometric-traits": {
    group: "prohibited",
    question: "Infers race, opinions, union membership, beliefs, sex life or orientation from biometric data",
    short: "sensitive traits from biometrics",
    source: act("Article 5(1)(g)"),
  },
  "remote-identification": {
    group: "prohibited",
    question: "Identifies people remotely in real time in public places for law enforcement",
    short: "real-time remote identification",
    source: act("Article 5(1)(h)"),
  },
  "regulated-product": {
    group: "product",
    question:
      "A product, or a safety part of one, that a third party must assess before it is sold: medical devices, machinery, toys, lifts, vehicles …",
    short: "part of a regulated product",
    source: act("Article 6(1), Annex I"),
  },
  biometrics: {
    group: "high-risk-area",
    question: "Biometrics: remote identification, categorising people, recognising emotions",
    short: "biometrics",
    source: act("Article 6(2), Annex III 1"),
  },
  infrastructure: {
    group: "high-risk-area",
    question:
      "Safety of critical infrastructure: digital networks, road traffic, water, gas, heating, electricity",
    short: "critical infrastructure",
    source: act("Article 6(2), Annex III 2"),
  },
  education: {
    group: "high-risk-area",
    question: "Education: admission, marking, level of education, watching for cheating in tests",
    short: "education",
    source: act("Article 6(2), Annex III 3"),
  },
  employment: {
    group: "high-risk-area",
    question: "Work: recruiting, promotion, dismissal, giving out tasks by behaviour, watching performance",
    short: "employment",
    source: act("Article 6(2), Annex III 4"),
  },
  services: {
    group: "high-risk-area",
    question:
      "Essential services: public benefits, creditworthiness, life and health insurance, emergency calls and triage",
    short: "essential services",
    source: act("Article 6(2), Annex III 5"),
  },
  "law-enforcement": {
    group: "high-risk-area",
    question: "Law enforcement: risk of victims and offenders, evidence, profiling",
    short: "law enforcement",
    source: act("Article 6(2), Annex III 6"),
  },
  migration: {
    group: "high-risk-area",
    question: "Migration, asylum and borders: risks, applications, finding and recognising people",
    short: "migration and borders",
    source: act("Article 6(2), Annex III 7"),
  },
  justice: {
    group: "high-risk-area",
    question: "Justice and democracy: helping courts with facts and law, influencing elections or votes",
    short: "justice and democracy",
    source: act("Article 6(2), Annex III 8"),
  },
  "minor-part": {
    group: "exception",
    question:
      "It only does a narrow procedural task, improves what a person finished, finds patterns in past decisions, or prepares an assessment",
    short: "only a minor part of the decision",
    source: act("Article 6(3)"),
  },
  profiling: {
    group: "exception",
    question: "It profiles people: evaluates work, health, behaviour or the like from their personal data",
    short: "profiling of people",
    source: act("Article 6(3), last subparagraph"),
  },
  "talks-to-people": {
    group: "transparency",
    question: "People interact with it directly: a chat, a voice, an assistant",
    short: "direct contact with people",
    source: act("Article 50(1)"),
  },
  "makes-content": {
    group: "transparency",
    question: "It generates text, images, audio or video (beyond assisting with ordinary editing)",
    short: "generated content",
    source: act("Article 50(2)"),
  },
  "recognises-people": {
    group: "transparency",
    question: "It recognises emotions or sorts people by biometrics",
    short: "recognition of emotions or categories",
    source: act("Article 50(3)"),
  },
  "deep-fakes": {
    group: "transparency",
    question:
      "You publish deep fakes, or text to inform the public that no person has reviewed and answers for",
    short: "published deep fakes or unreviewed text",
    source: act("Article 50(4)"),
  },
  "offers-model": {
    group: "general-purpose",
    question:
      "You place a model of general purpose on the market: trained by you, or changed so much that it counts as yours",
    short: "an offered general-purpose model",
    source: act("Articles 3(63) and 53"),
  },
  "open-model": {
    group: "general-purpose",
    question: "That model has a free and open-source licence, with weights and architecture public",
    short: "open-source model",
    source: act("Article 53(2)"),
  },
  "systemic-risk": {
    group: "general-purpose",
    question: "More than 10²⁵ floating-point operations went into training that model",
    short: "systemic risk",
    source: act("Articles 51 and 55"),
  },
  provider: {
    group: "role",
    question: "You develop it, or have it developed, and put it into service under your own name",
    short: "being the provider",
    source: act("Articles 3(3) and 25"),
  },
  "public-service": {
    group: "role",
    question:
      "You use it as a public body, for a public service, or for creditworthiness, life or health insurance",
    short: "public service, credit or insurance",
    source: act("Article 27(1)"),
  },
} as const satisfies Record<string, RiskQuestionDraft>;

export type RiskQuestionId = keyof typeof drafts;

export interface RiskQuestion extends RiskQuestionDraft {
  readonly id: RiskQuestionId;
}

function isRiskQuestionId(id: string): id is RiskQuestionId {
  return Object.hasOwn(drafts, id);
}

export const riskQuestionIds = Object.keys(drafts).filter(isRiskQuestionId);

export const riskQuestions: readonly RiskQuestion[] = riskQuestionIds.map((id) => ({ id, ...drafts[id] }));

/** What was answered so far. */
export type RiskAnswers = { readonly [id in RiskQuestionId]?: RiskAnswer };
