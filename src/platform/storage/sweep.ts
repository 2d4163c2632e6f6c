import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { validate as isUuid } from "uuid";
import type { Client } from "../db/client";
import { withinOrganization } from "../db/gate";
import type { FileStorage } from "./file-storage";
import { forgetFiles } from "./files";

const everyMilliseconds = 6 * 3_600_000;
/** As many as a transaction can wait for; the rest is for the next time. */
const mostAtOnce = 500;
const stagedMilliseconds = 24 * 3_600_000;

type Parts = {
  readonly client: Client;
  readonly storage: FileStorage;
  /** Where uploads lie until they are complete. */
  readonly staging: string;
  readonly log: Logger;
};

/** Sweeps now and every six hours, until it is told to stop. Several processes may: what one took away the next does not find. */
export function startSweeping(parts: Parts): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const run = () => {
    running = sweep(parts, () => stopped).catch((error: unknown) =>
      parts.log.warn({ err: error }, "Old files could not be swept away"),
    );
  };
  run();
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Removes what nobody needs any more. What belongs to organizations that this database does not know is left alone: another
 * installation may keep its files in the same place.
 */
export async function sweep(parts: Parts, isStopped = () => false, now = new Date()): Promise<void> {
  const { client, storage } = parts;
  await clearStaging(parts.staging, now);
  for (const organizationId of await storage.organizations()) {
    if (isStopped()) return;
    if (!isUuid(organizationId)) continue;
    const hashes = await storage.hashes(organizationId);
    await withinOrganization(client, organizationId, async (tx) => {
      const unneeded = await forgetFiles(tx, organizationId, hashes, now);
      for (const sha256 of unneeded.slice(0, mostAtOnce)) await storage.remove({ organizationId, sha256 });
    });
  }
}

/** What a process that was killed left of uploads under way. */
async function clearStaging(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && now.getTime() - found.mtimeMs > stagedMilliseconds) await rm(path, { force: true });
  }
}
