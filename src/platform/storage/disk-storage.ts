import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileKey, FileStorage } from "./file-storage";

/** Keeps contents in a folder, as organization/ab/abcdef…: moved there whole, so that nobody ever sees a part of one. */
export function diskStorage(folder: string): FileStorage {
  const placeOf = ({ organizationId, sha256 }: FileKey) =>
    join(folder, onlyName(organizationId), onlyName(sha256.slice(0, 2)), onlyName(sha256));
  return {
    keep: async (key, path) => {
      const place = placeOf(key);
      await mkdir(dirname(place), { recursive: true });
      await flush(path);
      await rename(path, place);
      await flush(dirname(place));
    },
    open: async (key) => {
      const file = await open(placeOf(key)).catch(nullWhenMissing);
      return file === null ? null : file.createReadStream();
    },
    remove: async (key) => await rm(placeOf(key), { force: true }),
    organizations: async () => await namesIn(folder),
    hashes: async (organizationId) => {
      const own = join(folder, onlyName(organizationId));
      const shelves = await namesIn(own);
      return (await Promise.all(shelves.map(async (shelf) => await namesIn(join(own, shelf))))).flat();
    },
    close: () => {},
  };
}

/** Ids and hashes only: nothing that could lead out of the folder. */
function onlyName(part: string): string {
  if (!/^[0-9a-f-]+$/.test(part)) throw new TypeError(`${JSON.stringify(part)} is no name in the storage.`);
  return part;
}

/** What is on the disk stays there when the machine loses its power. */
async function flush(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullWhenMissing)) ?? [];
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
