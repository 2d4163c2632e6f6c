import { join } from "node:path";
import type { Config } from "../config";
import { StartError } from "../start-error";
import { diskStorage } from "./disk-storage";
import type { FileStorage } from "./file-storage";

/** The storage that the configuration names, after it answered. */
export async function openStorage(config: Config): Promise<FileStorage> {
  if (config.files.s3 === null) return diskStorage(join(config.dataDir, "files"));
  // A large library, that who keeps files on a disk need not load.
  const { s3Storage } = await import("./s3-storage");
  const storage = s3Storage(config.files.s3);
  try {
    await storage.check();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartError(
      `The bucket ${config.files.s3.bucket} of FILES_S3_BUCKET cannot be used (${why}). Check it, its address and its keys.`,
      { cause },
    );
  }
  return storage;
}
