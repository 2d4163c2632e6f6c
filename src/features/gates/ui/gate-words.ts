import type { GateCriterionStatus, GateStanding, GateVerdict } from "@/planning";

export const statusWords: Readonly<Record<GateCriterionStatus, string>> = {
  open: "Open",
  met: "Met",
  "not-met": "Not met",
  "not-applicable": "Does not apply",
};

export const verdictWords: Readonly<Record<GateVerdict, string>> = {
  passed: "Passed",
  conditions: "Passed with conditions",
  "sent-back": "Sent back",
};

export const verdictTones = { passed: "ok", conditions: "accent", "sent-back": "warn" } as const;

export const standingWords: Readonly<Record<GateStanding, string>> = {
  none: "Not passed yet",
  ...verdictWords,
};

export const standingTones = { none: "neutral", ...verdictTones } as const;
