import { namedTasks, type ScopingBrief } from "./brief";
import { isMeasurable } from "./criterion";

export const narrownessLevels = ["narrow", "middling", "wide"] as const;
export type NarrownessLevel = (typeof narrownessLevels)[number];

export interface NarrownessPart {
  readonly id: "tasks" | "languages" | "answers" | "data" | "criteria";
  readonly name: string;
  /** What the brief says, in words; null while it says nothing. */
  readonly said: string | null;
  /** 1: as narrow as can be; 0: anything goes. */
  readonly score: number | null;
  /** Share of the whole, of 1. */
  readonly weight: number;
  readonly why: string;
}

export interface Narrowness {
  /** Null while the brief says nothing that it could be told by. */
  readonly level: NarrownessLevel | null;
  /** Mean of what is known, from 0 (wide) to 1 (narrow). */
  readonly score: number | null;
  /** Where the score may still go: what is not settled taken as 0, and as 1. */
  readonly range: readonly [number, number];
  readonly parts: readonly NarrownessPart[];
}

/** Phasewise defaults: two in three of the marks is narrow, less than two in five is wide. */
const narrowFrom = 0.66;
const wideBelow = 0.4;

/**
 * How narrow the scope is, by what widens it: tasks, languages, length of answers, kinds of data, criteria that can't be measured. The
 * lifecycle asks for it because a narrow use needs a smaller model and less evaluation (genai-lifecycle, scoping). Weights and marks are
 * Phasewise defaults: an ordinal aid for talking, not a measurement. Each further task or language halves into the mark as 1/n.
 */
export function narrownessOf(brief: ScopingBrief): Narrowness {
  const parts = [
    tasksPart(brief),
    languagesPart(brief),
    answersPart(brief),
    dataPart(brief),
    criteriaPart(brief),
  ];
  const known = parts.reduce((total, { score, weight }) => total + (score === null ? 0 : weight), 0);
  const points = parts.reduce((total, { score, weight }) => total + (score ?? 0) * weight, 0);
  const score = known === 0 ? null : points / known;
  return { level: levelOf(score), score, range: [points, points + 1 - known], parts };
}

function levelOf(score: number | null): NarrownessLevel | null {
  if (score === null) return null;
  if (score >= narrowFrom) return "narrow";
  return score < wideBelow ? "wide" : "middling";
}

function tasksPart(brief: ScopingBrief): NarrownessPart {
  const { length } = namedTasks(brief);
  const count = brief.taskBreadth === "one" ? Math.max(1, length) : length;
  const unnamed = brief.taskBreadth === "many" && count < 2;
  return {
    id: "tasks",
    name: "Tasks",
    said: unnamed ? "many, not named" : count === 0 ? null : count === 1 ? "one" : `${count} named`,
    score: unnamed ? 0 : count === 0 ? null : 1 / count,
    weight: 0.35,
    why: "One task can often be done by a smaller model; each further one needs examples and evaluation of its own.",
  };
}

function languagesPart({ languages }: ScopingBrief): NarrownessPart {
  const count = languages.length;
  return {
    id: "languages",
    name: "Languages",
    said: count === 0 ? null : count === 1 ? (languages[0] ?? "one") : `${count} languages`,
    score: count === 0 ? null : 1 / count,
    weight: 0.15,
    why: "Quality differs by language, so each is evaluated by itself.",
  };
}

/** Tokens of an answer that are short and long enough to be either; about 75 and 1,500 words of English. */
const shortAnswer = 100;
const longAnswer = 2_000;

function answersPart({ tokensOutPerRequest: tokens }: ScopingBrief): NarrownessPart {
  const span = Math.log(longAnswer / shortAnswer);
  return {
    id: "answers",
    name: "Length of answers",
    said: tokens === null ? null : `${tokens.toLocaleString("en")} tokens`,
    score: tokens === null ? null : within(1 - Math.log(Math.max(tokens, 1) / shortAnswer) / span),
    weight: 0.15,
    why: "A label or a sentence is checked by a rule; a page is judged by people or by another model.",
  };
}

function dataPart({ data }: ScopingBrief): NarrownessPart {
  const count = data.length;
  return {
    id: "data",
    name: "Kinds of data",
    said: count === 0 ? null : count === 1 ? "one kind" : `${count} kinds`,
    score: count === 0 ? null : within(1.25 - count / 4),
    weight: 0.1,
    why: "Each kind is cleaned, cleared and kept fresh in a way of its own.",
  };
}

function criteriaPart({ successCriteria }: ScopingBrief): NarrownessPart {
  const { length } = successCriteria;
  const measurable = successCriteria.filter(isMeasurable).length;
  return {
    id: "criteria",
    name: "Criteria that can be measured",
    said: length === 0 ? null : `${measurable} of ${length}`,
    score: length === 0 ? null : measurable / length,
    weight: 0.25,
    why: "What nobody can measure grows while it is built.",
  };
}

function within(score: number): number {
  return Math.min(1, Math.max(0, score));
}
