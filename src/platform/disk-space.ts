import { statfs } from "node:fs/promises";
import { StartError } from "./start-error";

/** PostgreSQL writes ahead in files of 16 MiB: with less than two of them left it may stop at any statement. */
const leastFreeBytes = 32 * 1_048_576;

/**
 * A start that failed while the disk of the data folder is full failed because of that, whatever the error of the moment says: a
 * database that stops half-way shows as a lost connection, a closed transaction or a refused write.
 */
export async function explainFullDisk(error: unknown, dataDir: string): Promise<unknown> {
  if (error instanceof StartError) return error;
  const disk = await statfs(dataDir).catch(() => null);
  if (disk === null || disk.bavail * disk.bsize >= leastFreeBytes) return error;
  return new StartError(`The disk that holds ${dataDir} is full; free some space and start again.`, {
    cause: error,
  });
}
