import { parseTarget } from "@/planning";
import { type BriefContent, briefContent, emptyBrief } from "./schema";

/**
 * A stored brief, of whatever version it was saved by: parts that did not exist then are not settled yet, and targets in words become
 * figures where they say one. Nothing that was said is lost: other words stay as the criterion's note.
 */
export function readBrief(stored: unknown): BriefContent {
  return briefContent.parse(upgraded(stored));
}

function upgraded(stored: unknown): unknown {
  if (!isRecord(stored)) return stored;
  const { successCriteria } = stored;
  return {
    ...emptyBrief,
    ...stored,
    ...(Array.isArray(successCriteria) ? { successCriteria: successCriteria.map(upgradedCriterion) } : {}),
  };
}

function upgradedCriterion(criterion: unknown): unknown {
  if (!isRecord(criterion) || typeof criterion.target !== "string") return criterion;
  return { ...criterion, ...parseTarget(criterion.target) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
