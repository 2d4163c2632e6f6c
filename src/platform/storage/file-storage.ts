import type { Readable } from "node:stream";

/** Where a content lies: under its organization, by what it is. Two organizations never share one, even of the same content. */
export type FileKey = { readonly organizationId: string; readonly sha256: string };

/**
 * The one port for what people upload. It keeps contents by their hash and knows nothing of names, people or permissions: those
 * are in the database.
 */
export type FileStorage = {
  /** Takes the file at `path`, which may be gone afterwards. Either all of it is kept, or nothing. Keeping it again is fine. */
  readonly keep: (key: FileKey, path: string) => Promise<void>;
  /** The content as a stream, or null when it is not there. */
  readonly open: (key: FileKey) => Promise<Readable | null>;
  readonly remove: (key: FileKey) => Promise<void>;
  /** The organizations that something is kept for. */
  readonly organizations: () => Promise<string[]>;
  /** The hashes of all that is kept for one. */
  readonly hashes: (organizationId: string) => Promise<string[]>;
  readonly close: () => void;
};
