import { createAccount, findCredential, replacePassword } from "../db/identity";
import { AppError, invalid } from "../errors";
import type { Services } from "../trpc/context";
import { hashPassword, verifyPassword } from "./password";
import { countAttempt } from "./sign-in-limit";

/** Passwords that guessing begins with; longer lists belong to a service that knows leaks. */
const obvious = new Set([
  "password123",
  "passwordpassword",
  "1234567890",
  "12345678901",
  "qwertyuiop",
  "letmeinplease",
]);

/** Makes an account. Throws EMAIL_TAKEN, PASSWORD_OBVIOUS or TOO_MANY_ATTEMPTS. */
export async function register(
  services: Services,
  clientAddress: string,
  person: { email: string; name: string; password: string },
): Promise<{ id: string }> {
  await countAttempt(clientAddress, person.email);
  refuseObvious(person.password, person.email);
  const passwordHash = await hashPassword(person.password);
  return await createAccount(services.client, { email: person.email, name: person.name, passwordHash });
}

/** Changes the password of who knows the present one. Throws PASSWORD_WRONG. */
export async function changePassword(
  services: Services,
  clientAddress: string,
  change: { email: string; current: string; next: string },
): Promise<void> {
  await countAttempt(clientAddress, change.email);
  const known = await findCredential(services.client, change.email);
  if (known === null || !(await verifyPassword(known.passwordHash, change.current))) {
    throw invalid("PASSWORD_WRONG", "This is not your present password.", "currentPassword");
  }
  refuseObvious(change.next, change.email);
  await replacePassword(services.client, known.id, await hashPassword(change.next));
}

function refuseObvious(password: string, email: string): void {
  const lower = password.toLowerCase();
  if (obvious.has(lower) || lower === email.toLowerCase() || new Set(lower).size < 4) {
    throw new AppError(
      "INVALID",
      "PASSWORD_OBVIOUS",
      "This password is too easy to guess. Please choose another.",
      {
        fieldErrors: { password: ["This password is too easy to guess. Please choose another."] },
      },
    );
  }
}
