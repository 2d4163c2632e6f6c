import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { countCommentsInput } from "./schema";

const mostQuotes = 200;

/**
 * What a page shows of a discussion beside it: how much is open, how much about which option, criterion and option by criterion, and
 * which words of the context are talked about.
 */
export async function outline(db: OrganizationDb, input: z.output<typeof countCommentsInput>) {
  const { subjectType, subjectId } = input;
  const where = { organizationId: db.organizationId, subjectType, subjectId, deletedAt: null };
  return await db.read(async (tx) => {
    const open = await tx.comment.count({ where: { ...where, parentId: null, resolvedAt: null } });
    const parts = await tx.comment.groupBy({
      by: ["optionId", "criterionId"],
      where: { ...where, parentId: null, OR: [{ optionId: { not: null } }, { criterionId: { not: null } }] },
      _count: true,
    });
    const quoted = await tx.comment.findMany({
      where: { ...where, parentId: null, resolvedAt: null, quote: { not: null } },
      orderBy: { createdAt: "desc" },
      take: mostQuotes,
      select: { id: true, quote: true, quoteBefore: true, quoteAfter: true },
    });
    return {
      open,
      options: countBy(parts, ({ optionId }) => optionId).map(([optionId, threads]) => ({
        optionId,
        threads,
      })),
      criteria: countBy(parts, ({ criterionId }) => criterionId).map(([criterionId, threads]) => ({
        criterionId,
        threads,
      })),
      cells: parts.flatMap(({ optionId, criterionId, _count: threads }) =>
        optionId === null || criterionId === null ? [] : [{ optionId, criterionId, threads }],
      ),
      quotes: quoted.map((row) => ({
        id: row.id,
        quote: row.quote ?? "",
        before: row.quoteBefore ?? "",
        after: row.quoteAfter ?? "",
      })),
    };
  });
}

type Part = {
  readonly optionId: string | null;
  readonly criterionId: string | null;
  readonly _count: number;
};

/** How many threads are about each, those about an option by a criterion with both of them. */
function countBy(parts: readonly Part[], idOf: (part: Part) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const id = idOf(part);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + part._count);
  }
  return [...counts];
}
