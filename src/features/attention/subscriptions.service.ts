import type { z } from "zod";
import { phaseIds } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import type { Place } from "./audience.queries";
import type { subjectInput, subscribeInput } from "./schema";

type Subject = z.output<typeof subjectInput>;

/** Follows, mutes, or goes back to following what one owns or takes part in. */
export async function subscribe(db: OrganizationDb, input: z.output<typeof subscribeInput>) {
  const { organizationId, actor } = db;
  return await db.writeOwn(input, async (tx) => {
    const place = await placeOf(tx, db, input.subject);
    const key = { organizationId, membershipId: actor.membershipId, subject: keyOf(input.subject) };
    if (input.choice === "automatic") {
      await tx.subscription.deleteMany({ where: key });
      return { choice: input.choice };
    }
    const { choice } = input;
    const chosen = {
      projectId: place.projectId,
      // A decision's choice holds wherever the decision goes.
      phase: input.subject.kind === "phase" ? place.phase : null,
      decisionId: place.decisionId,
      choice,
    };
    await tx.subscription.upsert({
      where: { organizationId_membershipId_subject: key },
      create: { ...key, ...chosen },
      update: { choice },
    });
    return { choice };
  });
}

export function keyOf(subject: Subject): string {
  switch (subject.kind) {
    case "project":
      return `project:${subject.projectId}`;
    case "phase":
      return `phase:${subject.projectId}/${subject.phase}`;
    case "decision":
      return `decision:${subject.decisionId}`;
  }
}

/** Where the subject is; NOT_FOUND for what is not in this workspace or was deleted. */
export async function placeOf(tx: Transaction, db: OrganizationDb, subject: Subject): Promise<Place> {
  const { organizationId } = db;
  if (subject.kind === "decision") {
    const decision = await tx.decision.findFirst({
      where: { organizationId, id: subject.decisionId, deletedAt: null, project: { deletedAt: null } },
      select: { projectId: true, phase: true },
    });
    if (decision === null) throw notFound("decision");
    return { ...decision, decisionId: subject.decisionId };
  }
  const project = await tx.project.findFirst({
    where: { organizationId, id: subject.projectId, deletedAt: null },
    select: { id: true },
  });
  if (project === null) throw notFound("project");
  const phase = subject.kind === "phase" ? (phaseIds.find((id) => id === subject.phase) ?? null) : null;
  return { projectId: project.id, phase, decisionId: null };
}
