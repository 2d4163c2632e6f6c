import type { ScenarioFault } from "@/planning";

/** A part of a scenario that can't be applied any more, with what people call it. */
export type Fault = {
  readonly kind: ScenarioFault["kind"];
  /** "D-3 Which model?" */
  readonly what: string;
};

const words = {
  "start-moved": "was moved meanwhile",
  "decision-settled": "is decided meanwhile",
  "decision-gone": "is no decision of the plan any more",
  "option-gone": "does not have the option any more",
  "task-changed": "was edited meanwhile",
  "task-done": "is done meanwhile",
  "task-gone": "is not in the plan any more",
} as const satisfies Record<Fault["kind"], string>;

/** "D-3 Which model? is decided meanwhile" */
export function tellFault({ kind, what }: Fault): string {
  return `${what} ${words[kind]}`;
}
