import { v7 as uuidv7 } from "uuid";
import type { OrganizationDb, Transaction } from "../db/organization-db";
import { seeingAll } from "../db/sight";
import { AppError, notFound } from "../errors";
import type { FileStorage } from "./file-storage";

/** A file that lies whole on this machine's disk, checked, on its way into the storage. */
export type StagedFile = {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** Uploads and sweeps of one organization look at its files one after another, until the transaction ends. */
async function lockFiles(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`files of ${organizationId}`}, 0))`;
}

/**
 * Keeps an uploaded file. It has no event yet: whoever uploaded it names it as evidence next, and one that nobody names is swept
 * away. The row is there before the content, so that a content without a row is always left over from something that failed.
 */
export async function keepFile(
  db: OrganizationDb,
  storage: FileStorage,
  quotaBytes: number,
  file: StagedFile,
): Promise<{ id: string }> {
  const { organizationId } = db;
  const id = uuidv7();
  const { path, name, mediaType, sizeBytes, sha256 } = file;
  await db.derive(async (tx) => {
    await lockFiles(tx, organizationId);
    if ((await usedBytes(tx, organizationId)) + sizeBytes > quotaBytes) {
      throw new AppError(
        "INVALID",
        "FILES_FULL",
        `The files of this workspace may take ${quotaBytes / 1_000_000} MB together, and this one does not fit any more. Files of removed evidence make room after ${daysKeptAfterRemoval} days.`,
      );
    }
    await tx.storedFile.create({
      data: { organizationId, id, name, mediaType, sizeBytes, sha256, uploadedById: db.actor.membershipId },
    });
  });
  try {
    await storage.keep({ organizationId, sha256 }, path);
  } catch (error) {
    await db.derive(async (tx) => await tx.storedFile.deleteMany({ where: { organizationId, id } }));
    throw error;
  }
  await db.derive(
    async (tx) =>
      await tx.storedFile.updateMany({ where: { organizationId, id }, data: { storedAt: new Date() } }),
  );
  return { id };
}

/** What the files of the organization take of its quota. */
export async function usedBytes(tx: Transaction, organizationId: string): Promise<number> {
  const { _sum } = await seeingAll(
    tx,
    async () =>
      await tx.storedFile.aggregate({
        where: { organizationId, droppedAt: null },
        _sum: { sizeBytes: true },
      }),
  );
  return _sum.sizeBytes ?? 0;
}

/** A file that is evidence of a decision anybody can see, or NOT_FOUND. */
export async function findFile(db: OrganizationDb, id: string) {
  const file = await db.read(
    async (tx) =>
      await tx.storedFile.findFirst({
        where: {
          organizationId: db.organizationId,
          id,
          storedAt: { not: null },
          droppedAt: null,
          evidence: { deletedAt: null, decision: { deletedAt: null, project: { deletedAt: null } } },
        },
        select: { name: true, mediaType: true, sizeBytes: true, sha256: true },
      }),
  );
  if (file === null) throw notFound("file");
  return file;
}

/** How long the file of removed evidence can be brought back. */
const daysKeptAfterRemoval = 30;
const hoursKeptUnnamed = 24;

/**
 * Takes away what nobody needs: uploads that were never named as evidence, contents of evidence removed long ago, and contents
 * without a row. `hashes` is what the storage held before. Answers the hashes to remove; they must be gone before the transaction ends.
 */
export async function forgetFiles(
  tx: Transaction,
  organizationId: string,
  hashes: readonly string[],
  now: Date,
): Promise<string[]> {
  await lockFiles(tx, organizationId);
  await tx.storedFile.deleteMany({
    where: { organizationId, evidence: null, createdAt: { lt: hoursBefore(now, hoursKeptUnnamed) } },
  });
  await tx.storedFile.updateMany({
    where: {
      organizationId,
      droppedAt: null,
      evidence: { deletedAt: { lt: hoursBefore(now, 24 * daysKeptAfterRemoval) } },
    },
    data: { droppedAt: now },
  });
  const rows = await tx.storedFile.findMany({
    where: { organizationId, droppedAt: null },
    distinct: ["sha256"],
    select: { sha256: true },
  });
  const needed = new Set(rows.map((row) => row.sha256));
  return hashes.filter((hash) => !needed.has(hash));
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
