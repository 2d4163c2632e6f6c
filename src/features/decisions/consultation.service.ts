import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { lockDecision, mayAnswer, memberName, refuseUnlessOpen } from "./find.queries";
import type { consultInput } from "./schema";

/** Says who is asked for their position. Who is asked already stays so; a position that was taken stays in any case. */
export async function consult(db: OrganizationDb, input: z.output<typeof consultInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const before = decision.consulted.map(({ membership }) => ({
      id: membership.id,
      name: membership.account.name,
    }));
    await tx.consultation.deleteMany({
      where: {
        organizationId: db.organizationId,
        decisionId: decision.id,
        membershipId: { notIn: input.consulted },
      },
    });
    const after = await insertConsulted(tx, db, decision.id, input.consulted);
    return {
      answer: { consulted: after.length },
      event: {
        type: "decision.consulted",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          before: { consulted: before },
          after: { consulted: after },
        },
      },
    };
  });
}

/** Asks members for their position who may take one, and tells their names. Throws UNKNOWN_MEMBER. */
export async function insertConsulted(
  tx: Transaction,
  db: OrganizationDb,
  decisionId: string,
  consulted: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { organizationId, actor } = db;
  const wanted = [...new Set(consulted)];
  if (wanted.length === 0) return [];
  const members = await tx.membership.findMany({
    where: { organizationId, id: { in: wanted }, ...mayAnswer },
    select: memberName.select,
    orderBy: { createdAt: "asc" },
  });
  if (members.length < wanted.length) {
    throw invalid(
      "UNKNOWN_MEMBER",
      "Please choose members of this workspace who may take a position.",
      "consulted",
    );
  }
  await tx.consultation.createMany({
    data: members.map(({ id }) => ({
      organizationId,
      decisionId,
      membershipId: id,
      askedById: actor.membershipId,
    })),
    skipDuplicates: true,
  });
  return members.map(({ id, account }) => ({ id, name: account.name }));
}
