import { createInvitation } from "@/features/workspaces/invitations.service";
import { invitationToken } from "@/features/workspaces/queries";
import { createInvitationInput } from "@/features/workspaces/schema";
import { hashPassword } from "@/platform/auth/password";
import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import { enterByInvitation, foundOrganization, openAccount, openOrganization } from "@/platform/db/gate";
import { createAccount, createLoginSession } from "@/platform/db/identity";
import type { OrganizationDb } from "@/platform/db/organization-db";

// People and workspaces for tests, made the way real ones come to be.

/** What every person of a test signs in with. */
export const password = "one password for every test";
const passwordHash = hashPassword(password);

/** The secret of the server in a test: invitation links follow from it. */
export const secret = "a secret for the server of a test, 32 characters";

/** A new account, signed in. */
export async function anAccount(client: Client, email: string): Promise<AccountDb> {
  const account = { email, name: email.slice(0, email.indexOf("@")), passwordHash: await passwordHash };
  const { id } = await createAccount(client, account);
  return await signIn(client, id);
}

/** A fresh login session of the account. */
export async function signIn(client: Client, accountId: string): Promise<AccountDb> {
  const expiresAt = new Date(Date.now() + 60 * 60 * 1_000);
  const session = await createLoginSession(client, { accountId, userAgent: "", expiresAt });
  const account = await openAccount(client, session.id);
  if (account === null) throw new Error("A fresh session opens its account.");
  return account;
}

/** A new workspace, as its founder may use it. */
export async function aWorkspace(client: Client, founder: AccountDb, slug: string): Promise<OrganizationDb> {
  await foundOrganization(client, founder, {
    mutationId: crypto.randomUUID(),
    name: `The workspace ${slug}`,
    slug,
    currency: "EUR",
    personDayCostMinor: 60_000,
    acceleratorHourCostMinor: 250,
    isSample: false,
  });
  return await openOrganization(client, founder, slug);
}

type Role = ReturnType<typeof createInvitationInput.parse>["role"];

/** An invitation that nobody has used yet. */
export async function anInvitation(db: OrganizationDb, role: Role): Promise<{ id: string; token: string }> {
  const input = createInvitationInput.parse({ mutationId: crypto.randomUUID(), role, note: `a ${role}` });
  const { id } = await createInvitation(db, secret, input);
  return { id, token: invitationToken(secret, id) };
}

/** Lets the account into the workspace, by an invitation. */
export async function aMember(
  client: Client,
  inviter: OrganizationDb,
  account: AccountDb,
  role: Role,
): Promise<OrganizationDb> {
  const { token } = await anInvitation(inviter, role);
  await enterByInvitation(client, account, { mutationId: crypto.randomUUID(), token });
  return await openOrganization(client, account, inviter.slug);
}
