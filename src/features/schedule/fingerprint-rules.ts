import { createHash } from "node:crypto";
import type { PlanInput } from "@/planning";

/**
 * Tells a project's plan from what it was: its tasks, links, decisions, start, and who does what. Not the day it is looked at, nor the
 * workspace's rates and what finished work teaches: they change every plan a little every day.
 */
export function planFingerprint(
  { template, startsOn, loopPass, decisions, tasks, links, standards }: PlanInput,
  assignees: readonly { readonly taskKey: string; readonly personId: string }[],
): string {
  const byKey = <T extends { readonly taskKey: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => (a.taskKey < b.taskKey ? -1 : 1));
  const own = standards.lifecycle?.ownTasks ?? {};
  const parts = [
    template,
    startsOn,
    loopPass ?? 0,
    decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    byKey(
      tasks
        .map(withoutNothing)
        .filter((record) => record.status !== "planned" || Object.keys(record).length > 2),
    ),
    links ?? [],
    own,
    byKey(assignees),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** What nobody has said of a task is nothing, whether there is a record that says so or none. */
function withoutNothing<T extends { readonly taskKey: string; readonly status: string }>(record: T) {
  const said = Object.entries(record).filter(([field, value]) => value !== null && field !== "status");
  return { ...Object.fromEntries(said), taskKey: record.taskKey, status: record.status };
}
