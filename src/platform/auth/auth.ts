import type { IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import type { Logger } from "pino";
import { z } from "zod";
import type { AccountDb } from "../db/account-db";
import type { Client } from "../db/client";
import { openAccount } from "../db/gate";
import { createLoginSession, findCredential, revokeLoginSession } from "../db/identity";
import { AppError } from "../errors";
import { clientAddress } from "./client-address";
import { readCookies } from "./cookies";
import { verifyPassword } from "./password";
import { countAttempt, forgetAttempts } from "./sign-in-limit";

// next-auth is CommonJS, whose default export Node's own import wraps once more.
const Credentials: typeof import("next-auth/providers/credentials").default = createRequire(import.meta.url)(
  "next-auth/providers/credentials",
).default;

const sessionDays = 30;
const sessionSeconds = sessionDays * 24 * 60 * 60;

const submitted = z.object({ email: z.string().max(320), password: z.string().max(1_000) });

export type Auth = {
  /** next-auth's options for one request: signing in needs to know where it comes from. */
  readonly options: (req: IncomingMessage) => AuthOptions;
  /** The signed-in person of a cookie header, checked against the database at each call, or null. */
  readonly accountOf: (cookieHeader: string | undefined) => Promise<AccountDb | null>;
};

export function makeAuth(settings: {
  client: Client;
  secret: string;
  secureCookies: boolean;
  trustProxy: boolean;
  log: Logger;
}): Auth {
  const { client, secret, secureCookies, log } = settings;
  const cookieName = secureCookies ? "__Host-phasewise-session" : "phasewise-session";

  const options = (req: IncomingMessage): AuthOptions => ({
    secret,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: cookieName,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies },
      },
    },
    providers: [
      Credentials({
        name: "E-mail and password",
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => {
          try {
            return await checkCredentials(credentials, clientAddress(req, settings.trustProxy));
          } catch (error) {
            // next-auth shows this message to the person.
            if (error instanceof AppError) throw error;
            log.error({ err: error }, "Sign-in failed");
            throw new AppError(
              "UNAVAILABLE",
              "SIGN_IN_UNAVAILABLE",
              "Signing in does not work right now. Please try again.",
            );
          }
        },
      }),
    ],
    callbacks: {
      // The cookie carries nothing but the id of a row that can be revoked.
      jwt: async ({ token, user }) => {
        if (user === undefined) return token;
        const session = await createLoginSession(client, {
          accountId: user.id,
          userAgent: (req.headers["user-agent"] ?? "").slice(0, 300),
          expiresAt: new Date(Date.now() + sessionSeconds * 1_000),
        });
        return { loginSessionId: session.id };
      },
      session: ({ session }) => session,
    },
    events: {
      signOut: async ({ token }) => {
        const loginSessionId = readSessionId(token);
        if (loginSessionId !== null) await revokeLoginSession(client, loginSessionId);
      },
    },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, "next-auth reports an error"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  });

  const checkCredentials = async (credentials: unknown, address: string) => {
    const parsed = submitted.safeParse(credentials);
    if (!parsed.success) return null;
    const email = parsed.data.email.trim();
    await countAttempt(address, email);
    const known = await findCredential(client, email);
    if (!(await verifyPassword(known?.passwordHash ?? null, parsed.data.password)) || known === null)
      return null;
    await forgetAttempts(address, email);
    return { id: known.id, name: known.name, email: known.email };
  };

  const accountOf = async (cookieHeader: string | undefined): Promise<AccountDb | null> => {
    const cookie = readCookies(cookieHeader)[cookieName];
    if (cookie === undefined) return null;
    // A cookie that was not encrypted by us is nobody's.
    const token = await decode({ token: cookie, secret }).catch(() => null);
    const loginSessionId = readSessionId(token);
    return loginSessionId === null ? null : await openAccount(client, loginSessionId);
  };

  return { options, accountOf };
}

function readSessionId(token: unknown): string | null {
  const parsed = z.object({ loginSessionId: z.uuid() }).safeParse(token);
  return parsed.success ? parsed.data.loginSessionId : null;
}
