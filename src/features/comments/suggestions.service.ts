import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { findComment } from "./find.queries";
import { quotedSource } from "./quote-rules";

/** A comment that suggests another wording of a decision's context, while that is neither taken nor turned down. */
export async function findSuggestion(tx: Transaction, db: OrganizationDb, commentId: string) {
  const comment = await findComment(tx, db, commentId);
  const { subjectType, subjectId: decisionId, quote, quoteBefore, quoteAfter, suggestion } = comment;
  if (subjectType !== "decision" || suggestion === null || quote === null) {
    throw invalid("NO_SUGGESTION", "This comment suggests no other wording.");
  }
  if (comment.suggestionAppliedAt !== null) {
    throw invalid("ALREADY_SO", "This suggestion was taken over already.");
  }
  if (comment.resolvedAt !== null) {
    throw invalid("ALREADY_SO", "This thread is resolved. Open it again to go on.");
  }
  const quoted = { quote, before: quoteBefore ?? "", after: quoteAfter ?? "" };
  return { id: comment.id, decisionId, suggestion, quoted };
}

export type Suggestion = Awaited<ReturnType<typeof findSuggestion>>;

/** The context with the suggestion in the place of what it quotes. */
export function withSuggestion(context: string, { quoted, suggestion }: Suggestion): string {
  const span = quotedSource(context, quoted);
  if (span === null) {
    throw invalid(
      "TEXT_CHANGED",
      "The text has changed since this was suggested, so it does not fit any more. Please edit the context by hand.",
    );
  }
  return (context.slice(0, span.start) + suggestion + context.slice(span.end)).trim();
}

/** Resolves the suggestion's thread, with or without having taken the suggestion over. */
export async function settleSuggestion(
  tx: Transaction,
  db: OrganizationDb,
  suggestion: Suggestion,
  applied: boolean,
): Promise<void> {
  const now = new Date();
  const me = db.actor.membershipId;
  const settled = await tx.comment.updateMany({
    where: {
      organizationId: db.organizationId,
      id: suggestion.id,
      resolvedAt: null,
      suggestionAppliedAt: null,
      deletedAt: null,
    },
    data: {
      resolvedAt: now,
      resolvedById: me,
      ...(applied ? { suggestionAppliedAt: now, suggestionAppliedById: me } : {}),
    },
  });
  if (settled.count === 0) throw invalid("ALREADY_SO", "Somebody has just settled this suggestion.");
}
