import type { AccountDb } from "@/platform/db/account-db";

/** Changes the name that others see. Belongs to no organization, so it is in no organization's log. */
export async function rename(account: AccountDb, name: string): Promise<{ name: string }> {
  return await account.read(
    async (tx) =>
      await tx.account.update({ where: { id: account.accountId }, data: { name }, select: { name: true } }),
  );
}
