import { differenceInCalendarDays } from "date-fns";
import type { OpenDecision } from "../queries";

/** Whom a decision waits for: "Ada, positions of Ben and Eve, and an answer to the objection of Dan". */
export function waitingWords({
  owner,
  waitsFor,
}: Pick<OpenDecision, "waitsFor"> & { readonly owner: { readonly name: string } }): string {
  const { positions, scores, objections } = waitsFor;
  const parts = [
    ...(positions.length === 0 ? [] : [`the position${plural(positions)} of ${names(positions)}`]),
    ...(scores.length === 0 ? [] : [`the scores of ${names(scores)}`]),
    ...(objections.length === 0
      ? []
      : [`an answer to the objection${plural(objections)} of ${names(objections)}`]),
  ];
  return [`${owner.name} to decide`, ...parts].join("; ");
}

export function daysAgo(day: string, asOf: string): string {
  const days = differenceInCalendarDays(asOf, day);
  return days <= 0 ? "today" : `${days} d ago`;
}

const mostNames = 3;

function names(all: readonly string[]): string {
  if (all.length > mostNames) return `${all.slice(0, 2).join(", ")} and ${all.length - 2} more`;
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}

function plural(all: readonly string[]): string {
  return all.length === 1 ? "" : "s";
}
