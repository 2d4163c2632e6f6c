import type { ScopingBrief } from "./brief";
import { isMeasurable } from "./criterion";
import { narrownessOf } from "./narrowness";
import { assessRisk, type RiskAssessment } from "./risk-class";

/** A suggestion of the lifecycle that a brief makes urgent, and by what. */
export interface RaisedDecision {
  /** As in `suggestionByKey`. */
  readonly suggestion: string;
  readonly why: string;
}

interface Read {
  readonly brief: ScopingBrief;
  readonly risk: RiskAssessment;
}

/** Phasewise default: from here on a smaller or faster model is a question. */
const busyRequestsPerDay = 10_000;
const quickSeconds = 2;

const rules: readonly {
  readonly suggestion: string;
  /** Why the brief raises it, or null. */
  readonly why: (read: Read) => string | null;
}[] = [
  {
    suggestion: "quality-bar",
    why: ({ brief: { successCriteria } }) => {
      if (successCriteria.length === 0) return "The brief names no success criterion.";
      const open = successCriteria.filter((criterion) => !isMeasurable(criterion)).length;
      return open === 0 ? null : `${open} of ${successCriteria.length} criteria can't be measured yet.`;
    },
  },
  {
    suggestion: "human-oversight",
    why: ({ risk }) => {
      if (risk.riskClass === "high")
        return "High-risk systems need oversight by people (EU AI Act, Article 14).";
      return risk.couldBe === "high" && risk.riskClass !== null ? "It may turn out to be high-risk." : null;
    },
  },
  {
    suggestion: "data-reach",
    why: ({ brief: { data, hosting } }) => {
      const personal = data.find(
        ({ sensitivity }) => sensitivity === "personal" || sensitivity === "special",
      );
      if (personal !== undefined) return `“${personal.kind}” are personal data.`;
      const kept = data.find(({ residence }) => residence !== "");
      if (kept !== undefined) return `“${kept.kind}” must stay where it is: ${kept.residence}.`;
      return hosting === "on-premises" || hosting === "own-accounts" ? "Data must stay in the house." : null;
    },
  },
  {
    suggestion: "base-model",
    why: ({ brief }) => {
      const { level } = narrownessOf(brief);
      if (brief.hosting === "on-premises") return "On premises rules out hosted models.";
      if (level === "narrow") return "The scope is narrow: a small model, or none, may do.";
      return level === "wide" ? "The scope is wide: it asks for a large model." : null;
    },
  },
  {
    suggestion: "model-terms",
    why: ({ brief: { licence } }) =>
      licence === null || licence === "any" ? null : "The brief says what licences must allow.",
  },
  {
    suggestion: "model-withdrawal",
    why: ({ brief: { hosting } }) => (hosting === "anywhere" ? "A hosted model may be used." : null),
  },
  {
    suggestion: "examples-origin",
    why: ({ brief: { data } }) => {
      const unlabelled = data.find(({ labelled }) => labelled === "no" || labelled === "partly");
      return unlabelled === undefined ? null : `“${unlabelled.kind}” are not labelled, or only in part.`;
    },
  },
  {
    suggestion: "smaller-model",
    why: ({ brief: { requestsPerDay, latencySeconds, hosting } }) => {
      if (latencySeconds !== null && latencySeconds <= quickSeconds)
        return `Answers within ${latencySeconds} s.`;
      if (requestsPerDay !== null && requestsPerDay >= busyRequestsPerDay)
        return `${requestsPerDay.toLocaleString("en")} requests a day.`;
      return hosting === "on-premises" ? "The hardware is what stands in the house." : null;
    },
  },
  {
    suggestion: "guardrails-at-launch",
    why: ({ risk, brief: { riskAnswers } }) => {
      if (risk.riskClass === "high") return "A high-risk system needs limits that hold.";
      return riskAnswers["talks-to-people"] === "yes" ? "People talk to it directly." : null;
    },
  },
];

/** Which of the lifecycle's suggested decisions a brief raises, and by what it says. */
export function raisedDecisions(brief: ScopingBrief): RaisedDecision[] {
  const read = { brief, risk: assessRisk(brief.riskAnswers) };
  return rules.flatMap(({ suggestion, why }) => {
    const reason = why(read);
    return reason === null ? [] : [{ suggestion, why: reason }];
  });
}
