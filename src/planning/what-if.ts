import type { PlanInput, TaskRecord } from "./plan-input";
import { PlanningError } from "./planning-error";
import type { IsoDate } from "./schedule/calendar";

/** What somebody tries out on a plan without changing it. */
export interface WhatIf {
  readonly startsOn: IsoDate;
  /** Each in the place of what is known of its task. */
  readonly tasks: readonly TaskRecord[];
  /** Options taken as chosen. */
  readonly choices: readonly { readonly decisionId: string; readonly optionId: string }[];
}

/** The plan's input as if this were so and everything else stayed. */
export function withWhatIf(input: PlanInput, { startsOn, tasks, choices }: WhatIf): PlanInput {
  const knownOf = new Map(input.tasks.map((record) => [record.taskKey, record]));
  const tried = new Set(tasks.map(({ taskKey }) => taskKey));
  const chosen = new Map(choices.map(({ decisionId, optionId }) => [decisionId, optionId]));
  for (const { decisionId, optionId } of choices) {
    const decision = input.decisions.find(({ id }) => id === decisionId);
    if (!decision?.options.some(({ id }) => id === optionId))
      throw new PlanningError("unknown-id", "choices", "The plan has no such option.");
  }
  return {
    ...input,
    startsOn,
    tasks: [
      ...input.tasks.filter(({ taskKey }) => !tried.has(taskKey)),
      ...tasks.map((task) => keepingItsDay(task, knownOf.get(task.taskKey))),
    ],
    decisions: input.decisions.map((decision) => {
      const chosenOptionId = chosen.get(decision.id);
      return chosenOptionId === undefined ? decision : { ...decision, state: "decided", chosenOptionId };
    }),
  };
}

/** An edit that does not say before which day a task is not begun leaves it as it is known. */
export function keepingItsDay(edited: TaskRecord, known: TaskRecord | undefined): TaskRecord {
  if (edited.notBeforeOn !== undefined || known?.notBeforeOn == null) return edited;
  return { ...edited, notBeforeOn: known.notBeforeOn };
}
