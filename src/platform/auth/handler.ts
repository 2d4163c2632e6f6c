import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { Auth } from "./auth";
import { readCookies } from "./cookies";

const bodyLimitBytes = 16_384;

// next-auth is CommonJS, whose default export Node's own import wraps once more.
const NextAuth: typeof import("next-auth").default = createRequire(import.meta.url)("next-auth").default;

/** Answers /api/auth/* with next-auth, on plain Node requests. */
export async function handleAuth(
  auth: Auth,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readForm(req);
  if (body === null) {
    res.writeHead(413).end();
    return;
  }
  const nextauth = url.pathname.replace(/^\/api\/auth\/?/, "").split("/");
  const request = Object.assign(req, {
    query: { ...Object.fromEntries(url.searchParams), nextauth },
    cookies: readCookies(req.headers.cookie),
    body,
  });
  // Of Next's API response next-auth uses these three.
  const response = Object.assign(res, {
    status: (code: number) => {
      res.statusCode = code;
      return response;
    },
    json: (value: unknown) => res.setHeader("content-type", "application/json").end(JSON.stringify(value)),
    send: (value: unknown) => res.end(typeof value === "object" ? JSON.stringify(value) : value),
  });
  await Reflect.apply(NextAuth, undefined, [request, response, auth.options(req)]);
}

/** The fields of a submitted form or JSON object; null when there is more than a sign-in could need. */
async function readForm(req: IncomingMessage): Promise<Record<string, unknown> | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req) {
    bytes += chunk.length;
    if (bytes > bodyLimitBytes) return null;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (!(req.headers["content-type"] ?? "").includes("json"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? { ...value } : {};
  } catch {
    return {};
  }
}
