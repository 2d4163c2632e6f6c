import {
  assessRisk,
  comparisonWords,
  type Forecast,
  narrownessOf,
  riskClassNames,
  tellTarget,
} from "@/planning";
import type { BriefContent } from "./schema";

/** What of a forecast a sponsor signs. */
export type PageForecast = Pick<Forecast, "finish" | "effortPersonDays" | "costMinor">;

const hosting = {
  anywhere: "anywhere",
  "own-accounts": "own accounts only",
  "on-premises": "on premises only",
} as const;

const licence = {
  any: "any terms that allow the use",
  commercial: "commercial use",
  "open-weights": "open weights",
  permissive: "permissive open source",
} as const;

const none = "not settled";

/** The brief's requirements in pairs of a name and a few words, in the order of a page. */
export function factsOf(brief: BriefContent): readonly (readonly [string, string])[] {
  const tasks = brief.tasks.split("\n").filter((line) => line.trim() !== "");
  const breadth = brief.taskBreadth === null ? "" : brief.taskBreadth === "one" ? "one task" : "many tasks";
  const { level } = narrownessOf(brief);
  return [
    ["Tasks", said([breadth, ...tasks].filter((part) => part !== "").join("; "))],
    ["Scope", said(level === null ? "" : level === "middling" ? "neither narrow nor wide" : level)],
    ["Languages", said(brief.languages.join(", "))],
    ["Volume", figure(brief.requestsPerDay, "requests a day")],
    ["Tokens a request", tokens(brief)],
    ["Latency", figure(brief.latencySeconds, "s at most")],
    ["Data", said(brief.data.map(dataInWords).join("; "))],
    ["May run", said(brief.hosting === null ? "" : hosting[brief.hosting])],
    ["Licence", said(brief.licence === null ? "" : licence[brief.licence])],
  ];
}

function said(words: string): string {
  return words === "" ? none : words;
}

function figure(value: number | null, unit: string): string {
  return value === null ? none : `${value.toLocaleString("en")} ${unit}`;
}

function tokens({ tokensInPerRequest, tokensOutPerRequest }: BriefContent): string {
  if (tokensInPerRequest === null && tokensOutPerRequest === null) return none;
  return `${figure(tokensInPerRequest, "in")}, ${figure(tokensOutPerRequest, "out")}`;
}

function dataInWords({ kind, amount, unit, sensitivity, residence }: BriefContent["data"][number]): string {
  const details = [
    amount === null ? "" : `${amount.toLocaleString("en")} ${unit}`.trim(),
    sensitivity === null ? "" : sensitivity === "special" ? "special categories" : sensitivity,
    residence === "" ? "" : `kept: ${residence}`,
  ].filter((part) => part !== "");
  return details.length === 0 ? kind : `${kind} (${details.join(", ")})`;
}

/** One line each: "Correct fields: at least 98 % · 600 contracts, held back". */
export function criteriaLines({ successCriteria }: BriefContent): string[] {
  return successCriteria.map((criterion) => {
    const target = tellTarget(criterion) || `${comparisonWords[criterion.comparison]} ${none}`;
    return `${criterion.metric}: ${target}${criterion.dataSet === "" ? "" : ` · ${criterion.dataSet}`}`;
  });
}

/** The risk class with its reasons and what is open, in a sentence or two. */
export function riskWords({ riskAnswers }: BriefContent): string {
  const { riskClass, couldBe, because, duties, open, generalPurpose } = assessRisk(riskAnswers);
  if (riskClass === null) return "Not assessed.";
  const reasons = because.map(({ short, source }) => `${short} (${source.at})`).join("; ");
  const sentences = [
    `${riskClassNames[riskClass]}${generalPurpose === "none" ? "" : ", and a general-purpose model is offered"}`,
    reasons === "" ? "" : `Because of ${reasons}`,
    duties.length === 0 ? "" : `Duties: ${duties.length}, listed in the full brief`,
    open.length === 0
      ? ""
      : `Open questions: ${open.length}${couldBe === riskClass ? "" : `; it could still be “${riskClassNames[couldBe]}”`}`,
    "Not legal advice",
  ];
  return sentences.flatMap((sentence) => (sentence === "" ? [] : `${sentence}.`)).join(" ");
}

export const shortenedMark = "[…]";

/** As much of the words as fits, cut between words where it can be and marked; all of them where they fit. */
export function shortened(words: string, fits: (words: string) => boolean): string {
  if (fits(words)) return words;
  const letters = [...words];
  const cut = (length: number) => `${letters.slice(0, length).join("").trimEnd()} ${shortenedMark}`;
  let [most, least] = [letters.length, 0];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(cut(middle))) least = middle;
    else most = middle;
  }
  const whole = letters
    .slice(0, least)
    .join("")
    .search(/\s\S*$/u);
  return whole > 0 && least - whole < 30
    ? `${letters.slice(0, least).join("").slice(0, whole)} ${shortenedMark}`
    : cut(least);
}
