import type { AccountDb } from "@/platform/db/account-db";

/** Who is signed in, and the workspaces they belong to, by name. */
export async function me(account: AccountDb) {
  const memberships = await account.read(
    async (tx) =>
      await tx.membership.findMany({
        where: { accountId: account.accountId, removedAt: null },
        orderBy: { organization: { name: "asc" } },
        select: { role: true, organization: { select: { slug: true, name: true, isSample: true } } },
      }),
  );
  return {
    accountId: account.accountId,
    name: account.name,
    email: account.email,
    workspaces: memberships.map(({ role, organization }) => ({ ...organization, role })),
  };
}

/** Where the person is signed in now, the newest first. */
export async function loginSessions(account: AccountDb) {
  const sessions = await account.read(
    async (tx) =>
      await tx.loginSession.findMany({
        where: { accountId: account.accountId, revokedAt: null, expiresAt: { gt: new Date() } },
        orderBy: { createdAt: "desc" },
        take: 100,
        select: { id: true, userAgent: true, createdAt: true },
      }),
  );
  return sessions.map(({ id, userAgent, createdAt }) => ({
    id,
    device: describeDevice(userAgent),
    createdAt,
    isThisOne: id === account.loginSessionId,
  }));
}

/** "Firefox on Linux": the browser and system as far as the user agent tells. */
export function describeDevice(userAgent: string): string {
  const browser = firstMatch(userAgent, [
    ["Edg/", "Edge"],
    ["OPR/", "Opera"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ]);
  const system = firstMatch(userAgent, [
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Android", "Android"],
    ["Windows", "Windows"],
    ["Mac OS", "macOS"],
    ["Linux", "Linux"],
  ]);
  if (browser === null) return "A program or unknown browser";
  return system === null ? browser : `${browser} on ${system}`;
}

function firstMatch(text: string, names: readonly (readonly [string, string])[]): string | null {
  return names.find(([sign]) => text.includes(sign))?.[1] ?? null;
}
