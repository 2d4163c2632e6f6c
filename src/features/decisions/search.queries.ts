import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { listDecisionsInput } from "./schema";

const mostTerms = 8;

/** The words of a search, without marks that a query language would read. */
function termsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, mostTerms);
}

/**
 * The decisions in which every term begins a word somewhere: in question, context, an option or a rationale. Each term may be
 * in another place. Null when nothing is searched for.
 */
async function decisionsWithTerms(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  text: string,
): Promise<string[] | null> {
  const terms = termsOf(text);
  if (terms.length === 0) return null;
  const queries = terms.map((term) => `${term}:*`);
  // One statement for all terms: a decision that has each of them is counted as often as there are terms.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT found.id FROM unnest(${queries}::text[]) AS term, LATERAL (
      SELECT d.id FROM decision d WHERE d.organization_id = ${organizationId}::uuid
        AND to_tsvector('simple', d.question || ' ' || d.context) @@ to_tsquery('simple', term)
      UNION
      SELECT o.decision_id FROM decision_option o WHERE o.organization_id = ${organizationId}::uuid AND o.deleted_at IS NULL
        AND to_tsvector('simple', o.title || ' ' || o.description) @@ to_tsquery('simple', term)
      UNION
      SELECT c.decision_id FROM outcome c WHERE c.organization_id = ${organizationId}::uuid
        AND to_tsvector('simple', c.rationale) @@ to_tsquery('simple', term)
    ) found
    GROUP BY found.id HAVING count(*) = ${terms.length}`;
  return rows.map(({ id }) => id);
}

/** Which decisions of the log are asked for, in every view of it. */
export async function decisionsOfLog(
  tx: Transaction,
  db: OrganizationDb,
  { state, projectKey, phase, text }: z.output<typeof listDecisionsInput>,
) {
  const found = await decisionsWithTerms(tx, db, text ?? "");
  return {
    organizationId: db.organizationId,
    deletedAt: null,
    ...(found === null ? {} : { id: { in: found } }),
    ...(phase === undefined ? {} : { phase }),
    project: { deletedAt: null, ...(projectKey === undefined ? {} : { key: projectKey }) },
    ...(state === "superseded" ? { supersededBy: { isNot: null } } : {}),
    ...(state === "open" ? { supersededBy: null, outcomes: { none: { endedAt: null } } } : {}),
    ...(state === "decided" ? { supersededBy: null, outcomes: { some: { endedAt: null } } } : {}),
  };
}
