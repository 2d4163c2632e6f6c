import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FilesConfig } from "../config";
import type { OrganizationDb } from "../db/organization-db";
import { AppError } from "../errors";
import type { FileStorage } from "./file-storage";
import { cleanFileName, mediaTypeOf } from "./file-types";
import { keepFile } from "./files";

/** Where uploads lie on this machine's disk until they are complete and checked. */
export function stagingFolder(dataDir: string): string {
  return join(dataDir, "incoming");
}

export type Receiving = {
  readonly storage: FileStorage;
  readonly limits: FilesConfig;
  readonly staging: string;
};

/** Takes an upload in as it comes. Whatever goes wrong (too long, broken off, not what it says it is), nothing is left of it. */
export async function receiveFile(
  db: OrganizationDb,
  { storage, limits, staging }: Receiving,
  upload: { readonly name: string; readonly content: Readable },
): Promise<{ id: string; name: string; sizeBytes: number }> {
  const name = cleanFileName(upload.name);
  if (name === "")
    throw new AppError("INVALID", "FILE_NAME", "Please give the file a name that ends in its kind.");
  await mkdir(staging, { recursive: true });
  const path = join(staging, crypto.randomUUID());
  try {
    const { sizeBytes, sha256 } = await stage(upload.content, path, limits.maxBytes);
    if (sizeBytes === 0) throw new AppError("INVALID", "FILE_EMPTY", "This file is empty.");
    const mediaType = await mediaTypeOf(path, name, limits.types);
    const { id } = await keepFile(db, storage, limits.quotaBytes, {
      path,
      name,
      mediaType,
      sizeBytes,
      sha256,
    });
    return { id, name, sizeBytes };
  } finally {
    await rm(path, { force: true });
  }
}

/** Writes what comes to the disk. The sender is never cut off: what is too long is read on and thrown away, so that it hears why. */
async function stage(content: Readable, path: string, maxBytes: number) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return done(tooLarge(maxBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const breakOff = () => {
    if (!content.readableEnded)
      meter.destroy(new AppError("INVALID", "UPLOAD_BROKEN_OFF", "The upload broke off."));
  };
  content.once("error", breakOff).once("close", breakOff).pipe(meter);
  try {
    await pipeline(meter, createWriteStream(path, { flags: "wx" }));
  } finally {
    content.off("close", breakOff).unpipe(meter).resume();
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError("INVALID", "FILE_TOO_LARGE", `A file may have ${maxBytes / 1_000_000} MB at most.`);
}
