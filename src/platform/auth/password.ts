import { hash, verify } from "@node-rs/argon2";

// The library's default algorithm is argon2id; 19 MiB, two passes and one lane follow OWASP's password storage cheat sheet.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return await hash(password, parameters);
}

/** Takes as long for an unknown account as for a known one, so that timing does not tell which addresses exist. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

const decoy = hashPassword("no account has this password hash");
