import { v7 as uuidv7 } from "uuid";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { signalText } from "@/platform/db/text-signal";
import { invalid } from "@/platform/errors";
import { changeTo, lastStateSaying, stateOf, wordsAfter, wordsOf } from "./text-rules";

/** One of the texts of a record. */
export type TextKey = { readonly subjectId: string; readonly field: string };

export type OpenText = Awaited<ReturnType<typeof openText>>;

/** Whether somebody has opened the text before. */
export async function isBegun(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  key: TextKey,
): Promise<boolean> {
  return (await tx.textDocument.count({ where: { organizationId, ...key } })) > 0;
}

/**
 * The text with everything written so far; one that nobody has opened yet begins with the record's words, so who begins it holds the
 * record's lock: it must not begin with words of before.
 */
export async function openText(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  key: TextKey,
  record: { readonly projectId: string; readonly words: string },
) {
  const base = inLines(record.words);
  await tx.textDocument.createMany({
    data: { organizationId, id: uuidv7(), projectId: record.projectId, ...key, base },
    skipDuplicates: true,
  });
  const document = await tx.textDocument.findUniqueOrThrow({
    where: { organizationId_subjectId_field: { organizationId, ...key } },
    include: { changes: { orderBy: { seq: "asc" }, select: { change: true } } },
  });
  const changes = document.changes.map(({ change }) => change);
  const state = stateOf(document.base, changes);
  return {
    base: document.base,
    changes,
    id: document.id,
    seq: document.lastSeq,
    state,
    words: wordsOf(state),
  };
}

/** The same, for who is about to write: others wait until the transaction ends. */
export async function lockText(
  tx: Transaction,
  db: OrganizationDb,
  key: TextKey,
  record: Parameters<typeof openText>[3],
): Promise<OpenText> {
  await tx.$executeRaw`SELECT 1 FROM text_document WHERE organization_id = ${db.organizationId}::uuid
    AND subject_id = ${key.subjectId}::uuid AND field = ${key.field} FOR UPDATE`;
  return await openText(tx, db, key, record);
}

/** Keeps what somebody wrote, once `refuse` has no word against what the text becomes. The caller holds its lock. */
export async function writeInText(
  tx: Transaction,
  db: OrganizationDb,
  text: OpenText,
  change: Uint8Array,
  refuse: (words: string) => void,
): Promise<number> {
  const words = wordsAfter(text.state, change);
  if (words === null) {
    throw invalid("NOT_A_CHANGE", "This change could not be read. Copy what you wrote and reload the page.");
  }
  refuse(words);
  return await keepChange(tx, db, text, change);
}

async function keepChange(
  tx: Transaction,
  { organizationId, actor }: OrganizationDb,
  text: OpenText,
  change: Uint8Array,
): Promise<number> {
  const seq = text.seq + 1;
  await tx.textDocument.update({
    where: { organizationId_id: { organizationId, id: text.id } },
    data: { lastSeq: seq },
  });
  await tx.textChange.create({
    data: {
      organizationId,
      documentId: text.id,
      seq,
      change: Uint8Array.from(change),
      authorId: actor.membershipId,
    },
  });
  await signalText(tx, organizationId, text.id);
  return seq;
}

/** For when the record has the words: what made them becomes one change, so that a text does not grow with its history. */
export async function settleText(
  tx: Transaction,
  { organizationId, actor }: OrganizationDb,
  text: OpenText,
): Promise<void> {
  const ofText = { organizationId, documentId: text.id };
  await tx.textChange.deleteMany({ where: { ...ofText, seq: { lte: text.seq } } });
  await tx.textChange.create({
    data: {
      ...ofText,
      seq: text.seq,
      change: Uint8Array.from(text.state),
      authorId: actor.membershipId,
    },
  });
}

/**
 * Words that came another way than by writing together, from who had read `before`: what they changed is changed in the text, and what
 * others wrote there meanwhile stays. Answers the words that the record is to have; the caller, who holds its lock, gives them to it.
 */
export async function rewriteText(
  tx: Transaction,
  db: OrganizationDb,
  key: TextKey,
  projectId: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<string> {
  if (inLines(before) === inLines(after) || !(await isBegun(tx, db, key))) return after;
  const text = await lockText(tx, db, key, { projectId, words: before });
  const read = lastStateSaying(inLines(before), text.base, text.changes) ?? text.state;
  const change = changeTo(read, inLines(after));
  if (change === null) return after;
  const seq = await keepChange(tx, db, text, change);
  const state = stateOf(text.base, [...text.changes, change]);
  await settleText(tx, db, { ...text, seq, state });
  return wordsOf(state);
}

/** Lines end in one way, so that places in a text are the same for everybody. */
function inLines(words: string): string {
  return words.replace(/\r\n?/g, "\n");
}
