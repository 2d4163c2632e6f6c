import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors";

// Per process: guessing is slowed by the number of processes at most.
const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: 100, duration: 15 * 60 });
const byEmail = new RateLimiterMemory({ keyPrefix: "email", points: 10, duration: 15 * 60 });

const byToken = new RateLimiterMemory({ keyPrefix: "token", points: 60, duration: 15 * 60 });

/** Counts an attempt to sign in or register. Throws TOO_MANY_ATTEMPTS with the minutes to wait. */
export async function countAttempt(clientAddress: string, email: string): Promise<void> {
  await orWait(async () => {
    await byEmail.consume(`${email.toLowerCase()} ${clientAddress}`);
    await byAddress.consume(clientAddress);
  });
}

/** Looks up what a token opens. Only those that open nothing count. Throws TOO_MANY_ATTEMPTS with the minutes to wait. */
export async function tryToken<T>(clientAddress: string, look: () => Promise<T>): Promise<T> {
  await orWait(async () => await byToken.consume(clientAddress));
  const found = await look();
  await byToken.reward(clientAddress);
  return found;
}

async function orWait(count: () => Promise<unknown>): Promise<void> {
  try {
    await count();
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    throw new AppError(
      "TOO_MANY_REQUESTS",
      "TOO_MANY_ATTEMPTS",
      `Too many attempts. Please wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    );
  }
}

/**
 * A right password clears the count, so that a person who mistyped is not locked out later, and gives the address its attempt back:
 * a whole office may sign in from one.
 */
export async function forgetAttempts(clientAddress: string, email: string): Promise<void> {
  await byAddress.reward(clientAddress);
  await byEmail.delete(`${email.toLowerCase()} ${clientAddress}`);
}
