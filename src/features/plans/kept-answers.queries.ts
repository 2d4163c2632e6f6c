import { LRUCache } from "lru-cache";
import { today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";

/** So many answers of each kind are kept: of the workspaces, sights and filters that were asked for last. */
const most = 100;

type Answering<Input, Answer> = (tx: Transaction, db: OrganizationDb, input: Input) => Promise<Answer>;

/**
 * The same question about all plans of a workspace, answered from memory while nothing moves that the answer follows from: the log,
 * the stored forecasts, what people are called, the day. Who sees other projects gets another answer. For whoever has freshened the
 * forecasts; an answer that follows from anything else may not be kept so.
 */
export function keptAnswers<Input, Answer extends object>(
  answer: Answering<Input, Answer>,
): Answering<Input, Answer> {
  const kept = new LRUCache<string, Answer>({ max: most });
  return async (tx, db, input) => {
    // Read before the answer: what moves between the two is in the answer, and the next reader looks for another one.
    const key = JSON.stringify([db.organizationId, await standing(tx, db), today(), db.sight, input]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const fresh = await answer(tx, db, input);
    kept.set(key, fresh);
    return fresh;
  };
}

/** Where the log, the forecasts of all projects that one sees, and the names of the people stand, as a text to compare. */
async function standing(tx: Transaction, { organizationId }: OrganizationDb): Promise<string> {
  const [row] = await tx.$queryRaw<{ readonly standing: string }[]>`
    SELECT concat_ws(' ', c.event_seq,
      (SELECT concat(count(*), ' ', sum(extract(epoch FROM f.updated_at))) FROM project_forecast f
        WHERE f.organization_id = c.organization_id),
      (SELECT md5(string_agg(a.name, chr(10) ORDER BY m.id)) FROM membership m
        JOIN account a ON a.id = m.account_id WHERE m.organization_id = c.organization_id)) AS standing
    FROM organization_counter c WHERE c.organization_id = ${organizationId}::uuid`;
  return row?.standing ?? "";
}
