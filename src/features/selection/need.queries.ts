import { findBrief } from "@/features/projects/brief-find.service";
import type { BriefContent } from "@/features/projects/schema";
import { readStandards } from "@/features/standards/queries";
import {
  defaultAccelerator,
  isAcceleratorId,
  type ModelRequirements,
  requirementsOf,
  withLimits,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { minorDigits } from "@/ui/format";
import type { Limits } from "./schema";

export type ProjectNeed = {
  readonly content: BriefContent;
  /** As the brief and the workspace have it. */
  readonly given: ModelRequirements;
  /** Money of the workspace; prices of models are in US dollars whatever it is. */
  readonly currency: string;
};

/** What a project asks of a model: its brief, on the accelerator that the workspace plans with. */
export async function readNeed(tx: Transaction, db: OrganizationDb, projectId: string): Promise<ProjectNeed> {
  const { content } = await findBrief(tx, db, projectId);
  const { accelerator } = await readStandards(tx, db.organizationId);
  const { currency, acceleratorHourCostMinor } = await tx.organization.findUniqueOrThrow({
    where: { id: db.organizationId },
    select: { currency: true, acceleratorHourCostMinor: true },
  });
  const given = requirementsOf(content, {
    accelerator: accelerator ?? defaultAccelerator,
    // List prices are in dollars: a rate in another currency can't stand beside them.
    usdPerAcceleratorHour: currency === "USD" ? acceleratorHourCostMinor / 10 ** minorDigits(currency) : null,
  });
  return { content, given, currency };
}

/** The need with the limits that are tried out. */
export function tried(given: ModelRequirements, { accelerator, ...limits }: Limits): ModelRequirements {
  if (accelerator === undefined) return withLimits(given, limits);
  if (!isAcceleratorId(accelerator))
    throw invalid("UNKNOWN_ACCELERATOR", "The catalogue has no such accelerator.", "limits.accelerator");
  return withLimits(given, { ...limits, accelerator });
}
