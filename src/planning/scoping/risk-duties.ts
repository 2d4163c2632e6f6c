import { type Citation, cite } from "../lifecycle/sources";

/** Something that the EU AI Act asks of who offers or uses a system of a class. */
export interface RiskDuty {
  readonly text: string;
  readonly source: Citation;
}

const duty = (text: string, at: string): RiskDuty => ({ text, source: cite("eu-ai-act", at) });

export const literacy = duty("The people who work with it know enough about AI for that", "Article 4");

export const ofProhibited = [
  duty("It may not be offered, put into service or used; change what it does, or stop", "Article 5(1)"),
];

/** Of who develops a high-risk system or puts it into service under their own name. */
export const ofProviders = [
  duty("Risk management over its whole life", "Article 9"),
  duty("Governance of training, validation and test data", "Article 10"),
  duty("Technical documentation and logs", "Articles 11, 12 and 19"),
  duty("Instructions that let users understand its output", "Article 13"),
  duty("Oversight by people who can step in", "Article 14"),
  duty("Accuracy, robustness and cybersecurity, declared and tested", "Article 15"),
  duty("A quality management system", "Article 17"),
  duty("Conformity assessment, EU declaration and CE marking before launch", "Articles 43, 47 and 48"),
  duty("Registration in the EU database (areas of Annex III)", "Article 49"),
  duty("Watching it after launch, and reporting serious incidents", "Articles 72 and 73"),
];

/** Of who uses a high-risk system that somebody else provides. */
export const ofDeployers = [
  duty("Use as instructed, with oversight by people who are able to", "Article 26(1) and (2)"),
  duty("Watch it, keep its logs for six months at least, report incidents", "Article 26(5) and (6)"),
  duty("Tell the workforce, and the people that decisions are about", "Article 26(7) and (11)"),
];

export const rightsAssessment = duty(
  "Assess the impact on fundamental rights before first use",
  "Article 27",
);

export const ofExempt = [
  duty("Write down why it is not high-risk before launch", "Article 6(4)"),
  duty("Register it all the same", "Article 49(2)"),
];

export const ofTransparency = {
  "talks-to-people": duty("Tell people that they deal with an AI system", "Article 50(1)"),
  "makes-content": duty("Mark generated content in a machine-readable way", "Article 50(2)"),
  "recognises-people": duty("Tell the people that it is used on", "Article 50(3)"),
  "deep-fakes": duty("Disclose that the content is generated or changed", "Article 50(4)"),
} as const;

/** Also of models under an open licence, which are free of the documentation otherwise asked. */
export const ofModels = [
  duty("A policy to respect copyright", "Article 53(1)(c)"),
  duty("A public summary of the training content", "Article 53(1)(d)"),
];

export const ofClosedModels = [
  duty("Technical documentation of the model for authorities", "Article 53(1)(a)"),
  duty("Information for those who build on the model", "Article 53(1)(b)"),
];

export const ofSystemicModels = [
  duty("Notify the Commission within two weeks", "Article 52(1)"),
  duty("Evaluate the model, also by attack, and reduce systemic risks", "Article 55(1)(a) and (b)"),
  duty("Report serious incidents; protect model and infrastructure", "Article 55(1)(c) and (d)"),
];
