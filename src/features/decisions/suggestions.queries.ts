import type { z } from "zod";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import {
  type LifecycleSuggestion,
  makePlan,
  suggestionByKey,
  suggestionsFor,
  tellCitation,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { memberName, toPhase } from "./find.queries";
import type { suggestionsInput } from "./schema";

/** What the lifecycle suggests to decide in a project, by its plan as it stands; and what was said to be not needed. */
export async function projectSuggestions(db: OrganizationDb, input: z.output<typeof suggestionsInput>) {
  return await db.read(async (tx) => {
    const [project] = await readProjects(tx, db, { key: input.projectKey });
    if (project === undefined) throw notFound("project");
    const open = await stillSuggested(tx, db, [project]);
    return {
      projectId: project.id,
      open: (open.get(project.id) ?? []).map(tell),
      dismissed: project.suggestionsDismissed.flatMap(({ suggestion: key, reason, at, dismissedBy }) => {
        const suggestion = suggestionByKey(key);
        if (suggestion === null) return [];
        return [{ ...tell(suggestion), reason, at, by: dismissedBy.account.name }];
      }),
    };
  });
}

/** The same over all projects that are not launched, for the phase each is in. */
export async function suggestedNow(db: OrganizationDb) {
  return await db.read(async (tx) => {
    const projects = await readProjects(tx, db, { launchedAt: null });
    const open = await stillSuggested(tx, db, projects);
    return projects.flatMap(({ id, key, name, phase }) => {
      const suggestions = (open.get(id) ?? []).filter((suggestion) => suggestion.phase === phase).map(tell);
      return suggestions.length === 0 ? [] : [{ id, key, name, phase: toPhase(phase), suggestions }];
    });
  });
}

async function readProjects(
  tx: Transaction,
  db: OrganizationDb,
  which: { readonly key: string } | { readonly launchedAt: null },
) {
  return await tx.project.findMany({
    where: { organizationId: db.organizationId, deletedAt: null, ...which },
    orderBy: { name: "asc" },
    select: {
      id: true,
      key: true,
      name: true,
      phase: true,
      suggestionsDismissed: {
        orderBy: { at: "asc" },
        select: { suggestion: true, reason: true, at: true, dismissedBy: memberName },
      },
      decisions: { where: { deletedAt: null, suggestion: { not: null } }, select: { suggestion: true } },
    },
  });
}

async function stillSuggested(
  tx: Transaction,
  db: OrganizationDb,
  projects: Awaited<ReturnType<typeof readProjects>>,
): Promise<Map<string, LifecycleSuggestion[]>> {
  const inputs = await readPlanInputs(
    tx,
    db.organizationId,
    projects.map(({ id }) => id),
  );
  return new Map(
    projects.map((project) => {
      const input = inputs.get(project.id);
      const techniques =
        input === undefined ? [] : makePlan(input).techniques.map(({ technique }) => technique.id);
      const asked = project.decisions.flatMap(({ suggestion }) => suggestion ?? []);
      const dismissed = new Set(project.suggestionsDismissed.map(({ suggestion }) => suggestion));
      const open = suggestionsFor({ techniques, asked }).filter(({ key }) => !dismissed.has(key));
      return [project.id, open];
    }),
  );
}

function tell({ key, phase, question, context, options, criteria, sources }: LifecycleSuggestion) {
  return {
    key,
    phase,
    question,
    context,
    options: options.map(({ title, description }) => ({ title, description })),
    criteria: criteria.map(({ name }) => name),
    sources: sources.map(tellCitation),
  };
}
