import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import contentDisposition from "content-disposition";
import { validate as isUuid } from "uuid";
import type { AccountDb } from "../db/account-db";
import { openOrganization } from "../db/gate";
import type { OrganizationDb } from "../db/organization-db";
import { AppError, type AppErrorKind, notFound } from "../errors";
import { mayDo } from "../permissions";
import { workspaceSlug } from "../schema";
import type { Services } from "../trpc/context";
import { shownInPlace } from "./file-types";
import { findFile } from "./files";
import { receiveFile, stagingFolder, tooLarge } from "./receive-file";

const statuses = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<AppErrorKind, number>;

const statusesOfCodes: Readonly<Record<string, number>> = {
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  FILES_FULL: 507,
};

/** Uploads under way in this process at once; each may fill the disk up to the limit of a file. */
const mostUploads = 16;
let uploads = 0;

/**
 * /api/files/WORKSPACE: POST with ?name= takes a file in, as the plain body. /api/files/WORKSPACE/ID: GET saves one. Who asks must be
 * a member at that moment, whatever link they hold; to everybody else there is no such file.
 */
export async function handleFiles(
  services: Services,
  accountOf: () => Promise<AccountDb | null>,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const [slug = "", id, ...more] = url.pathname.slice("/api/files/".length).split("/");
    if (more.length > 0) throw notFound("file");
    const account = await accountOf();
    if (account === null) throw new AppError("UNAUTHENTICATED", "SIGN_IN_FIRST", "Please sign in first.");
    const workspace = workspaceSlug.safeParse(slug);
    if (!workspace.success) throw notFound("workspace");
    const db = await openOrganization(services.client, account, workspace.data);
    if (id === undefined && req.method === "POST") return await upload(services, db, req, res, url);
    if (id !== undefined && (req.method === "GET" || req.method === "HEAD")) {
      if (!isUuid(id)) throw notFound("file");
      return await download(services, db, id, req, res, url);
    }
    answer(res, 405, { error: "This is not how files are asked for.", code: "METHOD" });
  } catch (error) {
    // Whoever left hears nothing.
    if (res.destroyed || res.socket === null || res.socket.destroyed) return;
    if (!(error instanceof AppError) || res.headersSent) throw error;
    const status = statusesOfCodes[error.code] ?? statuses[error.kind];
    answer(res, status, { error: error.message, code: error.code });
  }
}

async function upload(
  services: Services,
  db: OrganizationDb,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  if (!mayDo(db.actor.role, "decision.edit")) {
    throw new AppError(
      "FORBIDDEN",
      "ROLE_NOT_ALLOWED",
      `Your role in this workspace (${db.actor.role}) may not do this.`,
    );
  }
  const { files: limits, dataDir } = services.config;
  if (Number(req.headers["content-length"] ?? 0) > limits.maxBytes) throw tooLarge(limits.maxBytes);
  if (uploads >= mostUploads) {
    throw new AppError(
      "TOO_MANY_REQUESTS",
      "TOO_MANY_UPLOADS",
      "Many files are being uploaded. Please try again in a moment.",
    );
  }
  uploads += 1;
  try {
    const receiving = { storage: services.storage, limits, staging: stagingFolder(dataDir) };
    const name = url.searchParams.get("name") ?? "";
    answer(res, 200, await receiveFile(db, receiving, { name, content: req }));
  } finally {
    uploads -= 1;
  }
}

async function download(
  services: Services,
  db: OrganizationDb,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const file = await findFile(db, id);
  const inPlace = url.searchParams.has("show") && shownInPlace.includes(file.mediaType);
  const etag = `"${file.sha256}"`;
  res.setHeader(
    "content-disposition",
    contentDisposition(file.name, { type: inPlace ? "inline" : "attachment" }),
  );
  // Even what a browser opens against our word runs nothing and reaches nothing.
  res.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  res.setHeader("cross-origin-resource-policy", "same-origin");
  // A browser may keep it, but asks each time whether the person is still a member.
  res.setHeader("cache-control", "private, no-cache");
  res.setHeader("etag", etag);
  if (req.headers["if-none-match"] === etag) return void res.writeHead(304).end();
  const isText = /^text\/|json|yaml/.test(file.mediaType);
  res.setHeader("content-type", isText ? "text/plain; charset=utf-8" : file.mediaType);
  res.setHeader("content-length", file.sizeBytes);
  if (req.method === "HEAD") return void res.writeHead(200).end();
  const content = await services.storage.open({ organizationId: db.organizationId, sha256: file.sha256 });
  if (content === null) {
    services.log.error(
      { fileId: id, sha256: file.sha256 },
      "The storage does not have a file that the database names",
    );
    for (const name of ["content-length", "etag", "content-disposition"]) res.removeHeader(name);
    throw new AppError(
      "UNAVAILABLE",
      "FILE_LOST",
      "The storage does not have this file. Its administrator finds more in the log.",
    );
  }
  res.writeHead(200);
  await pipeline(content, res).catch((error: unknown) => {
    if (!res.destroyed) throw error;
  });
}

function answer(res: ServerResponse, status: number, body: object): void {
  res
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}
