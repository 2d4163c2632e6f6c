import type { Transaction } from "./client";

export const textChannel = "phasewise_texts";

/** Tells those who have a text open that it changed, or that somebody in it moved. */
export async function signalText(tx: Transaction, organizationId: string, documentId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${textChannel}, ${`${organizationId}/${documentId}`})`;
}
