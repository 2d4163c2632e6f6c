import { tracked } from "@trpc/server";
import { fromBase64, toBase64 } from "lib0/buffer";
import type { z } from "zod";
import type { NewEvent } from "@/platform/db/event-log";
import type { OrganizationDb, Request, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid } from "@/platform/errors";
import type { Services } from "@/platform/trpc/context";
import { followText, pointInText, type TextMessage } from "./live.service";
import type { Selection } from "./schema";
import { isBegun, lockText, openText, rewriteText, settleText, type TextKey, writeInText } from "./service";

/** A kind of record that has texts which several people write at once. */
export type TextRecord<Which, Found> = {
  readonly key: (which: Which) => TextKey;
  /** The record as it stands, or NOT_FOUND. */
  readonly find: (tx: Transaction, db: OrganizationDb, which: Which) => Promise<Found>;
  /** The same, held until the transaction ends. */
  readonly lock: (tx: Transaction, db: OrganizationDb, which: Which) => Promise<Found>;
  /** Throws why its texts may not be written now. */
  readonly refuse: (found: Found) => void;
  readonly words: (found: Found, which: Which) => { readonly projectId: string; readonly words: string };
  readonly fits: (which: Which) => z.ZodType<string>;
  /** Gives the record new words, and says so. */
  readonly give: (
    tx: Transaction,
    db: OrganizationDb,
    found: Found,
    which: Which,
    words: string,
  ) => Promise<NewEvent>;
};

type Cursor = {
  readonly connectionId: string;
  readonly clientId: number;
  readonly selection: Selection | null;
};
type Place = {
  readonly connectionId: string;
  readonly lastEventId?: number | null | undefined;
  readonly after: number;
};

/**
 * The verbs of a record's texts. Changes are kept as they come; the record gets the words, and the log its entry, when somebody is
 * done. Every verb finds the record anew: who may no longer write it is refused at the next word.
 */
export function textsOf<Which extends object, Found>(record: TextRecord<Which, Found>) {
  /** Who is the first to open a text holds the record meanwhile: it would begin with words that somebody is just changing. */
  const opened = async (tx: Transaction, db: OrganizationDb, which: Which) => {
    const find = (await isBegun(tx, db, record.key(which))) ? record.find : record.lock;
    const found = await find(tx, db, which);
    const open = async () => await openText(tx, db, record.key(which), record.words(found, which));
    return { found, open };
  };

  const documentOf = async (db: OrganizationDb, which: Which) =>
    await db.derive(async (tx) => (await (await opened(tx, db, which)).open()).id);

  const refuseUnfit = (words: string, which: Which) => {
    const checked = record.fits(which).safeParse(words);
    if (checked.success) return;
    throw invalid("TEXT_REFUSED", checked.error.issues[0]?.message ?? "This text can't be kept.");
  };

  /** What a text says that its record does not say yet, settled; null when they say the same. The caller gives it to the record. */
  const settledWords = async (tx: Transaction, db: OrganizationDb, found: Found, which: Which) => {
    const text = await lockText(tx, db, record.key(which), record.words(found, which));
    const words = record.fits(which).parse(text.words);
    if (words === record.words(found, which).words) return null;
    await settleText(tx, db, text);
    return words;
  };

  /** Gives the record the words as they stand, as one entry of the log; nothing happens when it has them already. */
  const settle = async (db: OrganizationDb, which: Which & Request) => {
    try {
      return await db.write(which, async (tx) => {
        const found = await record.lock(tx, db, which);
        record.refuse(found);
        const words = await settledWords(tx, db, found, which);
        if (words === null) throw nothingToSettle();
        return { answer: { settled: true }, event: await record.give(tx, db, found, which, words) };
      });
    } catch (error) {
      if (error instanceof AppError && error.code === "NOTHING_TO_SETTLE") return { settled: false };
      throw error;
    }
  };

  /** Who leaves settles what is there, also by closing the window. */
  async function* settleAfterwards(
    messages: AsyncGenerator<TextMessage>,
    services: Services,
    db: OrganizationDb,
    which: Which,
  ) {
    try {
      yield* messages;
    } finally {
      await settle(db, { ...which, mutationId: crypto.randomUUID() }).catch((error: unknown) =>
        services.log.debug({ err: error }, "A text was not settled"),
      );
    }
  }

  return {
    settledWords,
    settle,

    /** What an editor begins with. */
    open: async (db: OrganizationDb, which: Which) =>
      await db.derive(async (tx) => {
        const { found, open } = await opened(tx, db, which);
        record.refuse(found);
        const text = await open();
        return { seq: text.seq, state: toBase64(text.state) };
      }),

    /** Keeps what somebody wrote. Merging makes it the same however often it arrives. */
    change: async (db: OrganizationDb, which: Which & { readonly change: string }) => {
      const change = fromBase64(which.change);
      return await db.derive(async (tx) => {
        const found = await record.lock(tx, db, which);
        record.refuse(found);
        const text = await lockText(tx, db, record.key(which), record.words(found, which));
        return { seq: await writeInText(tx, db, text, change, (words) => refuseUnfit(words, which)) };
      });
    },

    /** A text that came by a form, with what others are writing in it. The caller, who holds the record, gives it to it. */
    byForm: async (tx: Transaction, db: OrganizationDb, found: Found, which: Which, after: string) => {
      const { projectId, words: before } = record.words(found, which);
      const words = await rewriteText(tx, db, record.key(which), projectId, { before, after });
      refuseUnfit(words, which);
      return record.fits(which).parse(words);
    },

    point: async (db: OrganizationDb, which: Which & Cursor) => {
      const documentId = await documentOf(db, which);
      const { connectionId, clientId, selection } = which;
      await pointInText(db, { documentId, connectionId, clientId, selection });
      return null;
    },

    /** What others write, until the editor closes. `which` names the text alone. */
    follow: async (
      services: Services,
      db: OrganizationDb,
      loginSessionId: string,
      which: Which,
      place: Place,
      signal: AbortSignal,
    ): Promise<AsyncGenerator<TextMessage>> => {
      const documentId = await documentOf(db, which);
      const { connectionId, lastEventId, after } = place;
      const from = { documentId, connectionId, after: lastEventId ?? after };
      const messages = followText(services, db, loginSessionId, from, signal);
      return settleAfterwards(messages, services, db, which);
    },
  };
}

function nothingToSettle(): AppError {
  return invalid("NOTHING_TO_SETTLE", "The record has these words already.");
}

/** A connection that is lost goes on after the last change that arrived. */
export async function* trackChanges(messages: AsyncIterable<TextMessage>) {
  for await (const message of messages)
    yield message.kind === "change" ? tracked(String(message.seq), message) : message;
}
