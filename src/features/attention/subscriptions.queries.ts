import type { z } from "zod";
import { phaseIds, phaseNames } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { choicesFor, decisionPeople } from "./audience.queries";
import type { subscriptionInput } from "./schema";
import { keyOf, placeOf } from "./subscriptions.service";

/** What the member hears of a subject, and why: by choice for it, by choice for what it is in, or because they have to do with it. */
export async function subscription(db: OrganizationDb, { subject }: z.output<typeof subscriptionInput>) {
  const { organizationId, actor } = db;
  return await db.read(async (tx) => {
    const place = await placeOf(tx, db, subject);
    const own = await tx.subscription.findFirst({
      where: { organizationId, membershipId: actor.membershipId, subject: keyOf(subject) },
      select: { choice: true },
    });
    const wider = (await choicesFor(tx, organizationId, place)).get(actor.membershipId) ?? null;
    const project = await tx.project.findFirstOrThrow({
      where: { organizationId, id: place.projectId },
      select: { ownerId: true },
    });
    const involved =
      place.decisionId === null
        ? project.ownerId === actor.membershipId
        : ((await decisionPeople(tx, organizationId, place.decisionId))?.involved.has(actor.membershipId) ??
          false);
    const choice =
      own === null
        ? ("automatic" as const)
        : own.choice === "muted"
          ? ("muted" as const)
          : ("following" as const);
    return {
      choice,
      hears: wider === null ? involved : wider.choice === "following",
      because: own !== null ? null : wider === null ? (involved ? ("involved" as const) : null) : wider.of,
    };
  });
}

/** What the member chose in this workspace, project by project. */
export async function subscriptions(db: OrganizationDb) {
  const rows = await db.read(
    async (tx) =>
      await tx.subscription.findMany({
        where: {
          organizationId: db.organizationId,
          membershipId: db.actor.membershipId,
          project: { deletedAt: null },
          OR: [{ decisionId: null }, { decision: { deletedAt: null } }],
        },
        orderBy: [{ project: { name: "asc" } }, { subject: "asc" }],
        take: 500,
        select: {
          choice: true,
          phase: true,
          projectId: true,
          project: { select: { key: true, name: true } },
          decision: { select: { id: true, number: true, question: true } },
        },
      }),
  );
  return rows.map(({ choice, phase: name, projectId, project, decision }) => {
    const phase = phaseIds.find((id) => id === name) ?? null;
    return {
      choice: choice === "muted" ? ("muted" as const) : ("following" as const),
      project,
      title:
        decision !== null
          ? `D-${decision.number} ${decision.question}`
          : phase === null
            ? "The whole project"
            : phaseNames[phase],
      path:
        decision !== null
          ? `projects/${project.key}/decisions/${decision.number}`
          : phase === null
            ? `projects/${project.key}`
            : `projects/${project.key}/phases/${phase}`,
      subject:
        decision !== null
          ? ({ kind: "decision", decisionId: decision.id } as const)
          : phase === null
            ? ({ kind: "project", projectId } as const)
            : ({ kind: "phase", projectId, phase } as const),
    };
  });
}
