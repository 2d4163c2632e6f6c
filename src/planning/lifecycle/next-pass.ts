import type { OptionEffect } from "../decisions/effects";
import { parameterById } from "../decisions/parameters";
import { techniqueNames } from "./names";
import type { TechniqueId } from "./technique-ids";

export interface NextPassOption {
  readonly title: string;
  readonly description: string;
  readonly effects: readonly OptionEffect[];
}

/**
 * The ladder of ways to adapt a model, from the least to the most that it takes: the cheat sheet's columns from prompts to human
 * feedback. Phasewise default for what to change to.
 */
const ladder: readonly TechniqueId[] = ["prompt-engineering", "fine-tuning", "human-feedback"];

/**
 * What can be decided after a pass: stop here, take another, or change the technique. Stopping sets the budget of passes to those
 * taken, going on makes it hold at least one more (in passes; from 1 to 10, as the parameter does).
 */
export function nextPassOptions(after: {
  /** The pass that was evaluated, from 1. */
  readonly pass: number;
  /** The plan's budget of passes. */
  readonly budget: number;
  readonly techniques: ReadonlySet<TechniqueId>;
}): NextPassOption[] {
  const { min, max } = parameterById("loop-passes");
  const passes = (value: number): OptionEffect => ({
    kind: "set-parameter",
    parameter: "loop-passes",
    value: Math.min(max, Math.max(min, value)),
  });
  const further = passes(Math.max(after.budget, after.pass + 1));
  const next = ladder.find((technique) => !after.techniques.has(technique));
  return [
    {
      title: "Stop here",
      description: `The criteria are met, or their gaps are accepted: ${after.pass} ${after.pass === 1 ? "pass is" : "passes are"} all.`,
      effects: [passes(after.pass)],
    },
    {
      title: "Go on: another pass",
      description: `Pass ${after.pass + 1} with the same techniques${after.pass + 1 > after.budget ? `, beyond the budget of ${after.budget}` : ""}.`,
      effects: [further],
    },
    next === undefined
      ? {
          title: "Change technique",
          description: "Another pass in another way. Say here in which, and what that does to the plan.",
          effects: [further],
        }
      : {
          title: `Change technique: ${techniqueNames[next].name}`,
          description: "Another pass, with what the present techniques do not reach.",
          effects: [{ kind: "include-technique", technique: next }, further],
        },
  ];
}
