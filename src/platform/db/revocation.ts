import type { AccountDb } from "./account-db";

export const revocationChannel = "phasewise_revocation";

/** Ends login sessions of the account at once, all of them or all but the one asking. Returns how many ended. */
export async function revokeLoginSessions(account: AccountDb, which: "all" | "others"): Promise<number> {
  return await account.read(async (tx) => {
    const ended = await tx.loginSession.updateMany({
      where: {
        accountId: account.accountId,
        revokedAt: null,
        ...(which === "others" ? { id: { not: account.loginSessionId } } : {}),
      },
      data: { revokedAt: new Date() },
    });
    await tx.$executeRaw`SELECT pg_notify(${revocationChannel}, ${account.accountId})`;
    return ended.count;
  });
}
