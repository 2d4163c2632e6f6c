import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";

/**
 * The projects that are being worked on, the most important first. Those that nobody has placed come last, the nearest target first.
 * A member's projects only: what is hidden from them is not among them.
 */
export async function projectsInOrder(tx: Transaction, { organizationId }: OrganizationDb) {
  const rows = await tx.project.findMany({
    where: { organizationId, deletedAt: null, launchedAt: null },
    select: {
      id: true,
      key: true,
      name: true,
      targetOn: true,
      priority: { select: { place: true, fixed: true } },
    },
  });
  return rows
    .map(({ priority, ...project }) => ({
      ...project,
      place: priority?.place ?? Number.POSITIVE_INFINITY,
      isFixed: priority?.fixed ?? false,
    }))
    .sort(
      (a, b) =>
        compare(a.place, b.place) ||
        compare(a.targetOn?.getTime() ?? Infinity, b.targetOn?.getTime() ?? Infinity) ||
        a.name.localeCompare(b.name, "en") ||
        (a.id < b.id ? -1 : 1),
    );
}

/** A difference of infinities is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export async function readOrderVersion(tx: Transaction, organizationId: string): Promise<number> {
  const { priorityVersion } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { priorityVersion: true },
  });
  return priorityVersion;
}
