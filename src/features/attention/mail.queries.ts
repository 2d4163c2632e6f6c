import type { OrganizationDb } from "@/platform/db/organization-db";
import { type MailFrequency, mailFrequencies } from "./schema";

/** How the member gets mail of this workspace, and why none goes out, if none does. */
export async function mailSettings(db: OrganizationDb, isConfigured: boolean) {
  const row = await db.read(
    async (tx) =>
      await tx.membership.findUniqueOrThrow({
        where: { organizationId_id: { organizationId: db.organizationId, id: db.actor.membershipId } },
        select: {
          mailFrequency: true,
          digestHour: true,
          timeZone: true,
          account: { select: { email: true } },
          organization: { select: { isSample: true } },
        },
      }),
  );
  const frequency: MailFrequency = mailFrequencies.find((known) => known === row.mailFrequency) ?? "off";
  const off = !isConfigured
    ? ("not-configured" as const)
    : row.organization.isSample
      ? ("sample" as const)
      : null;
  return {
    frequency,
    digestHour: row.digestHour,
    timeZone: row.timeZone,
    address: row.account.email,
    off,
  };
}
