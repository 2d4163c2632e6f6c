import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cohortsOf, readHistory } from "./history.queries";
import type { CohortKind, cohortInput } from "./schema";

/** What the workspace's own work teaches, by cohort: the figures alone. */
export async function cohorts(db: OrganizationDb, by: CohortKind) {
  const history = await db.read(async (tx) => await readHistory(tx, db));
  return cohortsOf(history, by).map(({ lists: _, ...figures }) => figures);
}

export type Cohort = Awaited<ReturnType<typeof cohorts>>[number];

/** The lists that a cohort's figures sum; null where there is no such cohort. */
export async function cohort(db: OrganizationDb, input: z.output<typeof cohortInput>) {
  const history = await db.read(async (tx) => await readHistory(tx, db));
  const found = cohortsOf(history, input.by).find(({ id }) => id === input.cohort);
  if (found === undefined) return null;
  const projects = new Map(history.projects.map(({ id, key, name }) => [id, { key, name }]));
  const { tasks, ...lists } = found.lists;
  const sentBackFor = new Map<string, number>();
  for (const { verdict, missing } of lists.verdicts) {
    if (verdict !== "sent-back") continue;
    for (const text of missing) sentBackFor.set(text, (sentBackFor.get(text) ?? 0) + 1);
  }
  return {
    id: found.id,
    ...lists,
    tasks: tasks.map(({ projectId, ...task }) => ({
      ...task,
      project: projects.get(projectId) ?? { key: "", name: "" },
    })),
    sentBackFor: [...sentBackFor]
      .map(([text, times]) => ({ text, times }))
      .sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1)),
  };
}
