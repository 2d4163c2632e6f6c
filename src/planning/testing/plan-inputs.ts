import type { OptionEffect } from "../decisions/effects";
import { type ThreePoint, threePoint } from "../estimation/three-point";
import { taskStandards } from "../lifecycle/techniques";
import { templateById } from "../lifecycle/templates";
import type { Plan } from "../plan";
import type { PlanDecision, PlanInput, TaskRecord } from "../plan-input";
import { isoDate } from "../schedule/calendar";

/** 2026-11-23 is a Monday. */
export const monday = isoDate("2026-11-23");

export function planInput(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    template: "prompt-hosted-model",
    startsOn: monday,
    asOf: monday,
    standards: { personDayCostMinor: 80_000, acceleratorHourCostMinor: 300 },
    decisions: [],
    tasks: [],
    ...changes,
  };
}

export function openDecision(id: string, options: readonly (readonly OptionEffect[])[]): PlanDecision {
  return {
    id,
    question: `What about ${id}?`,
    state: "open",
    chosenOptionId: null,
    options: options.map((effects, place) => ({ id: `${id}-${place}`, title: `Option ${place}`, effects })),
  };
}

export function decidedDecision(id: string, effects: readonly OptionEffect[]): PlanDecision {
  return { ...openDecision(id, [effects]), state: "decided", chosenOptionId: `${id}-0` };
}

/** A template's suggested decisions, all open. */
export function suggestedDecisions(template: PlanInput["template"]): PlanDecision[] {
  return templateById(template).suggestedDecisions.map((suggested) => ({
    id: suggested.key,
    question: suggested.question,
    state: "open",
    chosenOptionId: null,
    options: suggested.options.map((option, place) => ({
      id: `${suggested.key}-${place}`,
      title: option.title,
      effects: option.effects,
      weight: option.weight,
    })),
  }));
}

export function taskRecord(taskKey: string, changes: Partial<TaskRecord> = {}): TaskRecord {
  return {
    taskKey,
    effortPersonDays: null,
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    actualMachineHours: null,
    ...changes,
  };
}

export const exactly = (days: number): ThreePoint => threePoint(days, days, days);

/** A plan of these tasks only, each of so many working days and person-days: everything else is dropped. */
export function onlyTasks(estimates: Readonly<Record<string, ThreePoint>>): TaskRecord[] {
  return taskStandards.map(({ key }) => {
    const estimate = estimates[key];
    return estimate
      ? taskRecord(key, { effortPersonDays: estimate, durationWorkingDays: estimate })
      : taskRecord(key, { status: "dropped" });
  });
}

/** What the plan says its figures rest on, as one text. */
export function inWords({ assumptions }: Pick<Plan, "assumptions">): string {
  return assumptions.map(({ text }) => text).join(" ");
}
