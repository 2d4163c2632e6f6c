import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import superjson from "superjson";
import type { AppRouter } from "@/api";

/** A browser's cookies, as far as signing in needs them. */
class CookieJar {
  readonly #cookies = new Map<string, string>();

  keep(response: Response): Response {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ""] = header.split(";");
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
    return response;
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/** Signs in over HTTP as a browser does, and returns a typed client that stays signed in. */
export async function signInOverHttp(baseUrl: string, email: string, password: string) {
  const jar = new CookieJar();
  const token: unknown = await jar.keep(await fetch(`${baseUrl}/api/auth/csrf`)).json();
  const csrfToken =
    token !== null && typeof token === "object" && "csrfToken" in token ? String(token.csrfToken) : "";
  const answer = jar.keep(
    await fetch(`${baseUrl}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { cookie: jar.header },
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
      redirect: "manual",
    }),
  );
  return { status: answer.status, cookie: jar.header, api: apiOver(baseUrl, jar.header) };
}

/** A typed client of whoever the cookie says, or of nobody; `from` is the address that a proxy would say it comes from. */
export function apiOver(baseUrl: string, cookie = "", from?: string) {
  const forwarded = from === undefined ? {} : { "x-forwarded-for": from };
  const url = `${baseUrl}/api/trpc`;
  const withCookie = async (address: string | URL, init?: RequestInit) =>
    await fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } });
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({
          url,
          transformer: superjson,
          EventSource,
          eventSourceOptions: () => ({ fetch: withCookie }),
        }),
        false: httpBatchLink({ url, transformer: superjson, headers: { cookie, ...forwarded } }),
      }),
    ],
  });
}
