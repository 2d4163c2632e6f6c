import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { readConfig } from "@/platform/config";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { diskStorage } from "@/platform/storage/disk-storage";
import { type Receiving, receiveFile } from "@/platform/storage/receive-file";

/** A folder of this process's tests, gone with the process. */
const folder = mkdtempSync(join(tmpdir(), "phasewise-files-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Where files of tests go, with the limits that a server has when nothing is said. */
export const receiving: Receiving = {
  storage: diskStorage(join(folder, "files")),
  limits: readConfig({}).files,
  staging: join(folder, "incoming"),
};

/** A file that the member uploaded and has not named as evidence yet. */
export async function aFile(db: OrganizationDb, name: string, content: string | Buffer) {
  return await receiveFile(db, receiving, { name, content: Readable.from([Buffer.from(content)]) });
}

/** The smallest picture there is. */
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
