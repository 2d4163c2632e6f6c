import { v7 as uuidv7 } from "uuid";
import { holdProject } from "@/features/projects/service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";

/** Locks the project and answers a pass that it has begun: as a row from the first thing on that is recorded of it. */
export async function lockPass(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, number }: { readonly projectId: string; readonly number: number },
) {
  const project = await holdProject(tx, db, projectId);
  if (number > project.loopPass) {
    throw invalid("NOT_BEGUN", `Pass ${number} has not begun: the project is in pass ${project.loopPass}.`);
  }
  const { organizationId } = db;
  const row = await tx.loopPass.findFirst({ where: { organizationId, projectId, number } });
  return { row, id: row?.id ?? uuidv7(), projectId, number, project };
}

export type LockedPass = Awaited<ReturnType<typeof lockPass>>;

/** The pass as a row, for what points at it. */
export async function ensureRow(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { row, id, projectId, number }: LockedPass,
): Promise<void> {
  if (row === null) await tx.loopPass.create({ data: { organizationId, id, projectId, number } });
}

/** What every entry of the log about a pass tells. */
export function aboutPass<Type extends string, Data extends object>(
  { id, projectId, number }: Pick<LockedPass, "id" | "projectId" | "number">,
  type: Type,
  data: Data,
) {
  return { type, subject: { type: "pass", id }, projectId, data: { pass: number, ...data } };
}
