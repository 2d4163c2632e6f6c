import type { OptionEffect } from "../decisions/effects";
import type { SuggestedDecision, SuggestedOption } from "./project-template";

interface ModelDecisionDraft {
  readonly context: string;
  readonly weights: { readonly hosted: number; readonly open: number; readonly own: number };
  readonly hosted?: readonly OptionEffect[];
  readonly open?: readonly OptionEffect[];
  readonly own?: readonly OptionEffect[];
}

/**
 * The decision of phase 2, the same three ways in every template; what differs is why, how likely, and the extras.
 * Monthly costs are placeholders (Phasewise default, minor units): a team replaces them with its provider's quote.
 */
export function modelDecision(draft: ModelDecisionDraft): SuggestedDecision {
  return {
    key: "base-model",
    phase: "model-selection",
    question: "Use an existing model, or train our own?",
    context: draft.context,
    options: [
      hostedOption(draft.weights.hosted, draft.hosted ?? []),
      openOption(draft.weights.open, draft.open ?? []),
      ownOption(draft.weights.own, draft.own ?? []),
    ],
  };
}

function hostedOption(weight: number, extra: readonly OptionEffect[]): SuggestedOption {
  return {
    title: "Existing hosted model",
    description:
      "Call a provider's model. Fastest to a first result and nothing to operate; in exchange the data leaves the house, the price is per request, and the provider decides when the model changes.",
    weight,
    effects: [
      { kind: "exclude-technique", technique: "pre-training" },
      { kind: "add-monthly-cost", costMinor: 300_000 },
      ...extra,
    ],
  };
}

function openOption(weight: number, extra: readonly OptionEffect[]): SuggestedOption {
  return {
    title: "Existing open model",
    description:
      "Run published weights ourselves. Data stays in the house, versions stay fixed, weights can be tuned and compressed; in exchange we serve it, and its licence must allow our use.",
    weight,
    effects: [
      { kind: "exclude-technique", technique: "pre-training" },
      { kind: "include-technique", technique: "deployment" },
      { kind: "scale-effort", technique: "deployment", factor: 1.5 },
      { kind: "add-monthly-cost", costMinor: 600_000 },
      ...extra,
    ],
  };
}

function ownOption(weight: number, extra: readonly OptionEffect[]): SuggestedOption {
  return {
    title: "Train our own",
    description:
      "Pre-train from scratch. Only where no existing model knows the domain or its language and we hold the data; needs the rarest expertise, by far the most time and accelerators, and brings full control.",
    weight,
    effects: [
      { kind: "include-technique", technique: "pre-training" },
      { kind: "include-technique", technique: "deployment" },
      { kind: "scale-effort", technique: "deployment", factor: 1.5 },
      { kind: "add-monthly-cost", costMinor: 600_000 },
      ...extra,
    ],
  };
}
