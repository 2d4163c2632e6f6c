import type { z } from "zod";
import { findSuggestion, settleSuggestion, withSuggestion } from "@/features/comments/suggestions.service";
import { rewriteText } from "@/features/texts/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { lockDecision, refuseUnlessOpen } from "./find.queries";
import { bump } from "./record.service";
import { type applySuggestionInput, askInput, type declineSuggestionInput } from "./schema";
import { settledWords } from "./text.service";

/** Takes over what a comment suggests: the context changes and the thread is resolved, or neither. */
export async function applySuggestion(db: OrganizationDb, input: z.output<typeof applySuggestionInput>) {
  return await db.write(input, async (tx) => {
    const { decisionId } = await findSuggestion(tx, db, input.commentId);
    const decision = await lockDecision(tx, db, decisionId);
    refuseUnlessOpen(decision);
    // Again, now that nobody else settles it or changes the text.
    const suggestion = await findSuggestion(tx, db, input.commentId);
    // What several people wrote and nobody settled yet is part of the text.
    const written = (await settledWords(tx, db, decision, "context")) ?? decision.context;
    const context = askInput.shape.context.safeParse(withSuggestion(written, suggestion));
    if (!context.success) {
      throw invalid("BAD_TEXT", context.error.issues[0]?.message ?? "This text can't be taken over.");
    }
    await bump(tx, db, decision, input.version, { context: context.data });
    const key = { subjectId: decision.id, field: "context" };
    await rewriteText(tx, db, key, decision.projectId, { before: written, after: context.data });
    await settleSuggestion(tx, db, suggestion, true);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "suggestion.applied",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          commentId: suggestion.id,
          number: decision.number,
          question: decision.question,
          before: { context: decision.context },
          after: { context: context.data },
        },
      },
    };
  });
}

/** Leaves the context as it is and resolves the thread of the suggestion. */
export async function declineSuggestion(db: OrganizationDb, input: z.output<typeof declineSuggestionInput>) {
  return await db.write(input, async (tx) => {
    const { decisionId } = await findSuggestion(tx, db, input.commentId);
    const decision = await lockDecision(tx, db, decisionId);
    const suggestion = await findSuggestion(tx, db, input.commentId);
    await settleSuggestion(tx, db, suggestion, false);
    return {
      answer: null,
      event: {
        type: "suggestion.declined",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          commentId: suggestion.id,
          number: decision.number,
          question: decision.question,
          before: { quote: suggestion.quoted.quote },
          after: { suggestion: suggestion.suggestion },
        },
      },
    };
  });
}
