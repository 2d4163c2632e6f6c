import type { z } from "zod";
import { lockProject } from "@/features/plans/service";
import { findDependencyCircle } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { lockDecision, refuseUnlessOpen } from "./find.queries";
import { bump } from "./record.service";
import type { setDependenciesInput } from "./schema";

/** Says which decisions should be taken before this one. */
export async function setDependencies(db: OrganizationDb, input: z.output<typeof setDependenciesInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    // Two edits of one project's dependencies at once could each be sound and make a circle together.
    await lockProject(tx, db, decision.projectId);
    await bump(tx, db, decision, input.version, {});
    const where = { organizationId: db.organizationId, decisionId: decision.id };
    const before = await tx.decisionDependency.findMany({ where, select: ofPrerequisite });
    await tx.decisionDependency.deleteMany({ where });
    await insertDependencies(tx, db, {
      id: decision.id,
      projectId: decision.projectId,
      dependsOn: input.dependsOn,
    });
    const after = await tx.decisionDependency.findMany({ where, select: ofPrerequisite });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "decision.edited",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          before: { dependsOn: numbersOf(before) },
          after: { dependsOn: numbersOf(after) },
        },
      },
    };
  });
}

const ofPrerequisite = { dependsOn: { select: { number: true } } } as const;

function numbersOf(dependencies: readonly { readonly dependsOn: { readonly number: number } }[]): number[] {
  return dependencies.map(({ dependsOn }) => dependsOn.number).sort((a, b) => a - b);
}

/** Inserts dependencies on decisions of the same project. Throws UNKNOWN_DECISION or DEPENDENCY_CIRCLE, which it names. */
export async function insertDependencies(
  tx: Transaction,
  db: OrganizationDb,
  of: { id: string; projectId: string; dependsOn: readonly string[] },
): Promise<void> {
  const dependsOn = [...new Set(of.dependsOn)];
  if (dependsOn.length === 0) return;
  const { organizationId } = db;
  const decisions = await tx.decision.findMany({
    where: { organizationId, projectId: of.projectId, deletedAt: null },
    select: { id: true, number: true, dependsOn: { select: { dependsOnId: true } } },
  });
  const numberOf = new Map(decisions.map((decision) => [decision.id, decision.number]));
  if (dependsOn.some((id) => !numberOf.has(id))) {
    throw invalid("UNKNOWN_DECISION", "Please choose decisions of the same project.", "dependsOn");
  }
  const edges = [
    ...decisions.flatMap((decision) =>
      decision.dependsOn.map(({ dependsOnId }) => ({ from: decision.id, to: dependsOnId })),
    ),
    ...dependsOn.map((to) => ({ from: of.id, to })),
  ];
  const circle = findDependencyCircle(edges);
  if (circle !== null) {
    const named = [...circle, ...circle.slice(0, 1)].map((id) => `D-${numberOf.get(id) ?? "?"}`).join(" → ");
    throw invalid("DEPENDENCY_CIRCLE", `These decisions would wait for each other: ${named}.`, "dependsOn");
  }
  await tx.decisionDependency.createMany({
    data: dependsOn.map((dependsOnId) => ({ organizationId, decisionId: of.id, dependsOnId })),
  });
}
