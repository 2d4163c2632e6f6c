import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockProject, planOf, readStandardsVersion } from "@/features/plans/service";
import { snapshotPlan } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import type {
  deleteBaselineInput,
  makeBaselineInput,
  restoreBaselineInput,
  setReferenceInput,
} from "./schema";

const mostBaselines = 50;

/** Fixes the plan as it is now under a name. The first of a project is what its forecast is held against. */
export async function makeBaseline(db: OrganizationDb, input: z.output<typeof makeBaselineInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { projectId, name } = input;
    await findProject(tx, db, projectId);
    await refuseName(tx, db, projectId, name);
    const standardsVersion = await readStandardsVersion(tx, organizationId);
    const planned = await planOf(tx, db, projectId);
    const snapshot = snapshotPlan(planned);
    const { eventSeq: seq } = await tx.organizationCounter.findUniqueOrThrow({ where: { organizationId } });
    const isReference = (await referenceOf(tx, db, projectId)) === null;
    const id = uuidv7();
    await tx.baseline.create({
      data: {
        organizationId,
        id,
        projectId,
        name,
        seq,
        standardsVersion,
        input: asJson(planned.plan.input),
        snapshot: asJson(snapshot),
        isReference,
        madeById: actor.membershipId,
      },
    });
    const { finish, effortPersonDays, costMinor } = snapshot;
    return {
      answer: { id, version: 1 },
      event: eventAbout("baseline.made", projectId, {
        baselineId: id,
        name,
        after: asJson({ isReference, finish, effortPersonDays, costMinor }),
      }),
    };
  });
}

/** Holds the project's forecast against this baseline instead of another, or against none. */
export async function setReference(db: OrganizationDb, input: z.output<typeof setReferenceInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { id, projectId, name } = await lockBaseline(tx, db, input.baselineId, { deletedAt: null });
    const before = await referenceOf(tx, db, projectId);
    if (input.isReference && before !== null && before.id !== id) {
      await tx.baseline.updateMany({
        where: { organizationId, id: before.id },
        data: { isReference: false, version: { increment: 1 } },
      });
    }
    await bump(tx, db, input, { isReference: input.isReference });
    return {
      answer: { version: input.version + 1 },
      event: eventAbout("baseline.reference-set", projectId, {
        baselineId: id,
        name,
        before: { name: before?.name ?? null },
        after: { name: input.isReference ? name : null },
      }),
    };
  });
}

export async function deleteBaseline(db: OrganizationDb, input: z.output<typeof deleteBaselineInput>) {
  return await db.write(input, async (tx) => {
    const { id, projectId, name } = await lockBaseline(tx, db, input.baselineId, { deletedAt: null });
    await bump(tx, db, input, { deletedAt: new Date(), isReference: false });
    return {
      answer: null,
      event: eventAbout("baseline.deleted", projectId, { baselineId: id, name, before: { name } }),
    };
  });
}

/** Brings a deleted baseline back. It is no reference then: another may have become it. */
export async function restoreBaseline(db: OrganizationDb, input: z.output<typeof restoreBaselineInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const baseline = await lockBaseline(tx, db, input.baselineId, { deletedAt: { not: null } });
    const { id, projectId, name, version } = baseline;
    await refuseName(tx, db, projectId, name);
    await tx.baseline.updateMany({
      where: { organizationId, id },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    return {
      answer: { version: version + 1 },
      event: eventAbout("baseline.restored", projectId, { baselineId: id, name, after: { name } }),
    };
  });
}

/** Holds the project, so that of two who do something to its baselines at once the later sees what the earlier did. */
async function findProject(tx: Transaction, db: OrganizationDb, projectId: string): Promise<void> {
  await lockProject(tx, db, projectId);
  const where = { organizationId: db.organizationId, id: projectId, deletedAt: null };
  if ((await tx.project.count({ where })) === 0) throw notFound("project");
}

async function lockBaseline(
  tx: Transaction,
  db: OrganizationDb,
  baselineId: string,
  which: { deletedAt: null | { not: null } },
) {
  const where = { organizationId: db.organizationId, id: baselineId, ...which, project: { deletedAt: null } };
  const select = { id: true, projectId: true, name: true, version: true } as const;
  const found = await tx.baseline.findFirst({ where, select });
  if (found === null) throw notFound("baseline");
  await lockProject(tx, db, found.projectId);
  const baseline = await tx.baseline.findFirst({ where, select });
  if (baseline === null) throw notFound("baseline");
  return baseline;
}

async function referenceOf(tx: Transaction, db: OrganizationDb, projectId: string) {
  const where = { organizationId: db.organizationId, projectId, isReference: true, deletedAt: null };
  return await tx.baseline.findFirst({ where, select: { id: true, name: true } });
}

async function refuseName(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  name: string,
): Promise<void> {
  const where = { organizationId: db.organizationId, projectId, deletedAt: null };
  const names = (await tx.baseline.findMany({ where, select: { name: true } })).map((row) => row.name);
  if (names.includes(name)) {
    throw invalid("NAME_TAKEN", "A baseline of this project has this name already.", "name");
  }
  if (names.length >= mostBaselines) {
    throw invalid("TOO_MANY_BASELINES", `A project keeps ${mostBaselines} baselines. Delete one first.`);
  }
}

async function bump(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { baselineId: id, version }: { baselineId: string; version: number },
  data: { isReference: boolean; deletedAt?: Date },
): Promise<void> {
  const where = { organizationId, id };
  const changed = await tx.baseline.updateMany({
    where: { ...where, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  const current = await tx.baseline.findFirst({
    where,
    select: { name: true, isReference: true, version: true },
  });
  throw staleVersion("baseline", current);
}

function eventAbout<Data extends object>(
  type: "baseline.made" | "baseline.reference-set" | "baseline.deleted" | "baseline.restored",
  projectId: string,
  data: Data,
) {
  return { type, subject: { type: "project", id: projectId }, projectId, data };
}

function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
