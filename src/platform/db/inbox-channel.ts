import type { Transaction } from "./client";

export const inboxChannel = "phasewise_inbox";

/** Tells the open tabs of these members that something in their inbox is new or was dealt with. */
export async function tellInboxes(tx: Transaction, membershipIds: readonly string[]): Promise<void> {
  for (const membershipId of new Set(membershipIds)) {
    await tx.$executeRaw`SELECT pg_notify(${inboxChannel}, ${membershipId})`;
  }
}
