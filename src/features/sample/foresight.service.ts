import { z } from "zod";
import { compare } from "@/features/plans/difference.service";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import { compute } from "@/features/plans/service";
import { isoDate, type PlanInput } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";

const told = z.looseObject({});

/**
 * Runs a verb that changes a plan, and makes its record tell what the forecast said on the day on which it is told to have
 * happened. The verb itself compares the plans as of today, which would let every early decision look months late.
 */
export async function withForecastOf(
  day: string,
  db: OrganizationDb,
  projectId: string,
  verb: () => Promise<void>,
): Promise<void> {
  const before = await planInput(db, projectId);
  await verb();
  const after = await planInput(db, projectId);
  const asOf = isoDate(day);
  const record = compare(compute(projectId, { ...before, asOf }), compute(projectId, { ...after, asOf }));
  const plan = JSON.parse(JSON.stringify(record));
  const { organizationId } = db;
  await db.derive(async (tx) => {
    const event = await tx.event.findFirstOrThrow({
      where: { organizationId, projectId, type: { startsWith: "decision." } },
      orderBy: { seq: "desc" },
    });
    const retold = JSON.stringify({ ...told.parse(event.data), plan });
    await tx.$executeRaw`SELECT retell_sample_event(${event.seq}, ${retold}::jsonb)`;
    if (event.type !== "decision.decided") return;
    await tx.outcome.updateMany({
      where: { organizationId, decisionId: event.subjectId, endedAt: null },
      data: { difference: plan },
    });
  });
}

async function planInput(db: OrganizationDb, projectId: string): Promise<PlanInput> {
  const inputs = await db.read(async (tx) => await readPlanInputs(tx, db.organizationId, [projectId]));
  const input = inputs.get(projectId);
  if (input === undefined) throw new Error("A project that was just changed is there.");
  return input;
}
