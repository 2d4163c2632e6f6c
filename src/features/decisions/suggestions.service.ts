import type { z } from "zod";
import { lockProject } from "@/features/plans/service";
import { type LifecycleSuggestion, suggestionByKey } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import type { dismissSuggestionInput, restoreSuggestionInput, takeSuggestionInput } from "./schema";
import { insertDecision } from "./service";

/** Asks what the lifecycle suggests, with its typical options, of the project's owner. */
export async function takeSuggestion(db: OrganizationDb, input: z.output<typeof takeSuggestionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { project, suggestion } = await lockSuggestion(tx, db, input);
    const { key, phase, question, context, options } = suggestion;
    await tx.suggestionDismissal.deleteMany({
      where: { organizationId, projectId: project.id, suggestion: key },
    });
    return await insertDecision(
      tx,
      db,
      { projectId: project.id, options, dependsOn: [], consulted: [] },
      {
        ...{ phase, question, context },
        suggestion: key,
        ownerId: project.ownerId,
        process: "advice",
        dueOn: null,
        taskKey: null,
        commentId: null,
      },
    );
  });
}

/** Says why the project does not need what is suggested. */
export async function dismissSuggestion(db: OrganizationDb, input: z.output<typeof dismissSuggestionInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { project, suggestion } = await lockSuggestion(tx, db, input);
    const dismissed = await tx.suggestionDismissal.createMany({
      data: [
        {
          organizationId,
          projectId: project.id,
          suggestion: suggestion.key,
          reason: input.reason,
          dismissedById: actor.membershipId,
        },
      ],
      skipDuplicates: true,
    });
    if (dismissed.count === 0) throw invalid("ALREADY_SO", "This suggestion was dismissed already.");
    return {
      answer: null,
      event: {
        type: "suggestion.dismissed",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { suggestion: suggestion.key, question: suggestion.question, reason: input.reason },
      },
    };
  });
}

/** Brings back what was dismissed. */
export async function restoreSuggestion(db: OrganizationDb, input: z.output<typeof restoreSuggestionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { project, suggestion } = await lockSuggestion(tx, db, input);
    const restored = await tx.suggestionDismissal.deleteMany({
      where: { organizationId, projectId: project.id, suggestion: suggestion.key },
    });
    if (restored.count === 0) throw invalid("ALREADY_SO", "This suggestion is there already.");
    return {
      answer: null,
      event: {
        type: "suggestion.restored",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { suggestion: suggestion.key, question: suggestion.question },
      },
    };
  });
}

/** Of two who act on a suggestion at once the later one sees what the earlier did. Throws ALREADY_ASKED. */
async function lockSuggestion(
  tx: Transaction,
  db: OrganizationDb,
  named: { readonly projectId: string; readonly suggestion: string },
): Promise<{ project: { id: string; ownerId: string }; suggestion: LifecycleSuggestion }> {
  const { organizationId } = db;
  await lockProject(tx, db, named.projectId);
  const project = await tx.project.findFirst({
    where: { organizationId, id: named.projectId, deletedAt: null },
    select: { id: true, ownerId: true },
  });
  if (project === null) throw notFound("project");
  const suggestion = suggestionByKey(named.suggestion);
  if (suggestion === null) throw notFound("suggestion");
  const asked = await tx.decision.findFirst({
    where: {
      organizationId,
      projectId: project.id,
      suggestion: { in: [suggestion.key, ...suggestion.sameAs] },
      deletedAt: null,
    },
    select: { number: true },
  });
  if (asked !== null) {
    throw invalid("ALREADY_ASKED", `This was asked meanwhile: it is D-${asked.number}.`);
  }
  return { project, suggestion };
}
