/** The kinds of calculation that can be kept and made again later. */
export const calculations = [
  "training-cost",
  "fine-tuning",
  "serving-fleet",
  "serving-memory",
  "hosted-price",
  "labelling",
  "host-or-call",
] as const;
export type Calculation = (typeof calculations)[number];

export const calculationNames = {
  "training-cost": "Training",
  "fine-tuning": "Fine-tuning",
  "serving-fleet": "Serving it ourselves",
  "serving-memory": "Memory to serve",
  "hosted-price": "Calling it hosted",
  labelling: "Human feedback",
  "host-or-call": "Host or call",
} as const satisfies Record<Calculation, string>;
