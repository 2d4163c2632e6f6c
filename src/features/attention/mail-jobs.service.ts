import { z } from "zod";
import type { Transaction } from "@/platform/db/organization-db";
import { addJob, dropJob } from "@/platform/jobs/job";
import { nextLocalHour } from "@/platform/local-time";

// When a member gets mail. What goes into it, and that it goes out once, is in mail.service.ts.

/** How mail goes out at all; null where no mail server is configured. */
export type MailRules = { readonly gatherMs: number };

/** Gathers what a member has not read into one letter. */
export const gatherJob = { name: "mail.gather", payload: z.strictObject({ membershipId: z.string() }) };

/** Sends a letter that was gathered. */
export const sendJob = { name: "mail.send", payload: z.strictObject({ deliveryId: z.string() }) };

type Wishes = {
  readonly id: string;
  readonly mailFrequency: string;
  readonly digestHour: number;
  readonly timeZone: string;
};

/** Asks for a letter to the member: in a minute, so that what comes together goes together, or at the hour of their digest. */
export async function askForMail(
  tx: Transaction,
  organizationId: string,
  member: Wishes,
  { gatherMs }: MailRules,
): Promise<void> {
  if (member.mailFrequency === "off") return;
  const now = new Date();
  const runAt =
    member.mailFrequency === "digest"
      ? nextLocalHour(now, member.digestHour, member.timeZone)
      : new Date(now.getTime() + gatherMs);
  const job = { key: member.id, payload: { membershipId: member.id }, runAt };
  await addJob(tx, organizationId, gatherJob, job);
}

/** After another choice: what waits for a letter goes out as is wished now, or not at all. */
export async function askForMailAnew(
  tx: Transaction,
  organizationId: string,
  member: Wishes,
  rules: MailRules,
): Promise<void> {
  await dropJob(tx, organizationId, gatherJob, member.id);
  const waiting = { organizationId, toMail: true, deliveryId: null, item: { membershipId: member.id } };
  if (member.mailFrequency === "off") {
    await tx.inboxEntry.updateMany({ where: waiting, data: { toMail: false } });
    return;
  }
  if ((await tx.inboxEntry.count({ where: waiting })) > 0)
    await askForMail(tx, organizationId, member, rules);
}
