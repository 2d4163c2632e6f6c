import { v7 as uuidv7 } from "uuid";
import { invalid } from "../errors";
import { breaksUnique, type Client } from "./client";
import { revocationChannel } from "./revocation";

// What sign-in needs of the database before anybody is signed in. Used by platform/auth alone.

export async function findCredential(client: Client, email: string) {
  const account = await client.account.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, name: true, email: true, credential: { select: { passwordHash: true } } },
  });
  if (account === null || account.credential === null) return null;
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    passwordHash: account.credential.passwordHash,
  };
}

export async function createAccount(
  client: Client,
  account: { email: string; name: string; passwordHash: string },
): Promise<{ id: string }> {
  try {
    return await client.account.create({
      data: {
        id: uuidv7(),
        email: account.email.toLowerCase(),
        name: account.name,
        credential: { create: { passwordHash: account.passwordHash } },
      },
      select: { id: true },
    });
  } catch (error) {
    if (breaksUnique(error, "email")) {
      throw invalid(
        "EMAIL_TAKEN",
        "There is an account with this e-mail address already. Sign in instead.",
        "email",
      );
    }
    throw error;
  }
}

export async function createLoginSession(
  client: Client,
  session: { accountId: string; userAgent: string; expiresAt: Date },
): Promise<{ id: string }> {
  return await client.loginSession.create({ data: { id: uuidv7(), ...session }, select: { id: true } });
}

/** Ends one login session, and tells who follows something by it. */
export async function revokeLoginSession(client: Client, id: string): Promise<void> {
  await client.$executeRaw`WITH ended AS (
      UPDATE login_session SET revoked_at = now() WHERE id = ${id}::uuid AND revoked_at IS NULL RETURNING account_id)
    SELECT pg_notify(${revocationChannel}, account_id::text) FROM ended`;
}

export async function replacePassword(
  client: Client,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await client.credential.update({ where: { accountId }, data: { passwordHash, updatedAt: new Date() } });
}

export async function countAccounts(client: Client): Promise<number> {
  return await client.account.count();
}
