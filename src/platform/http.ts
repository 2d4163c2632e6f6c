import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AnyTRPCRouter } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { Auth } from "./auth/auth";
import { clientAddress } from "./auth/client-address";
import { handleAuth } from "./auth/handler";
import type { Database } from "./db/database";
import { answerUnsubscribe, unsubscribePath } from "./mail/unsubscribe";
import { handleFiles } from "./storage/file-requests";
import { makeContext, type Services } from "./trpc/context";

export type Pages = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const bodyLimitBytes = 1_048_576;

/** The HTTP server of the process: answers /api itself and hands every other request to the pages. */
export function makeHttpServer(parts: {
  services: Services;
  auth: Auth;
  router: AnyTRPCRouter;
  database: Database;
  pages: Pages;
}): Server {
  return createServer((req, res) => {
    void respond(parts, req, res).catch((error: unknown) => {
      parts.services.log.error({ err: error, url: req.url }, "A request failed");
      if (!res.headersSent) res.writeHead(500, { "content-type": "text/plain" });
      res.end("Something went wrong on our side. The server's log says more.");
    });
  });
}

async function respond(
  parts: Parameters<typeof makeHttpServer>[0],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { services, auth, router, database, pages } = parts;
  const url = new URL(req.url ?? "/", "http://localhost");
  setSecurityHeaders(services, req, res, url);
  if (req.method === "POST" && url.pathname.startsWith(unsubscribePath)) {
    return await answerUnsubscribe(services, req, res, url.pathname.slice(unsubscribePath.length));
  }
  if (!url.pathname.startsWith("/api/")) return await pages(req, res);

  if (url.pathname === "/api/health/live") return json(res, 200, { status: "live" });
  if (url.pathname === "/api/health/ready") {
    const ready = await database.isReachable();
    return json(res, ready ? 200 : 503, { status: ready ? "ready" : "unavailable", database: ready });
  }
  if (isForeignWrite(req)) return json(res, 403, { error: "Requests from other sites are not accepted." });
  if (url.pathname.startsWith("/api/auth/")) return await handleAuth(auth, req, res, url);
  if (url.pathname.startsWith("/api/files/")) {
    return await handleFiles(services, async () => await auth.accountOf(req.headers.cookie), req, res, url);
  }
  if (url.pathname.startsWith("/api/trpc/")) {
    return await nodeHTTPRequestHandler({
      req,
      res,
      router,
      path: url.pathname.slice("/api/trpc/".length),
      maxBodySize: bodyLimitBytes,
      createContext: async () =>
        makeContext(services, {
          clientAddress: clientAddress(req, services.config.trustProxy),
          accountOf: async () => await auth.accountOf(req.headers.cookie),
        }),
    });
  }
  return json(res, 404, { error: "There is nothing here." });
}

function json(res: ServerResponse, status: number, body: object): void {
  res
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}

/** A browser says where a write comes from; cookies of ours must not serve another site's page. */
function isForeignWrite(req: IncomingMessage): boolean {
  if (req.method === "GET" || req.method === "HEAD") return false;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin, host } = req.headers;
  return origin !== undefined && new URL(origin).host !== host;
}

function setSecurityHeaders(services: Services, req: IncomingMessage, res: ServerResponse, url: URL): void {
  res.setHeader("x-content-type-options", "nosniff");
  res.setHeader("referrer-policy", "same-origin");
  res.setHeader("x-frame-options", "DENY");
  res.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
  if (url.pathname.startsWith("/share/")) {
    // The address is the key: it goes to no other site, and into no index or store.
    res.setHeader("referrer-policy", "no-referrer");
    res.setHeader("x-robots-tag", "noindex, nofollow, noarchive");
    res.setHeader("cache-control", "private, no-store");
  }
  if (services.config.publicUrl?.startsWith("https:")) {
    res.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
  if (url.pathname.startsWith("/_next/static/")) return;
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${services.config.development ? " 'unsafe-eval'" : ""}`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${services.config.development ? " ws:" : ""}`,
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
  res.setHeader("content-security-policy", policy);
  // Next reads the nonce from the request and puts it on its own scripts; pages learn their own address.
  req.headers["content-security-policy"] = policy;
  req.headers["x-phasewise-client"] = clientAddress(req, services.config.trustProxy);
  req.headers["x-phasewise-path"] = `${url.pathname}${url.search}`;
}
