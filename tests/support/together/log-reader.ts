import type { OrganizationDb } from "@/platform/db/organization-db";
import type { Entry } from "./replay";

type Row = Entry & { readonly subjectId: string };

/** Reads the log as it grows, from the database. */
export class LogReader {
  readonly #db: OrganizationDb;
  readonly #untaken = new Map<string, Entry[]>();
  readonly #all: { readonly seq: number; readonly type: string; readonly actorId: string }[] = [];
  #reading: Promise<void> = Promise.resolve();

  constructor(db: OrganizationDb) {
    this.#db = db;
  }

  get position(): number {
    return this.#all.at(-1)?.seq ?? 0;
  }

  /** Reads what was committed before it was called. */
  async readOn(): Promise<void> {
    this.#reading = this.#reading.then(async () => await this.#read());
    await this.#reading;
  }

  /** The entries about something that were not taken yet. */
  take(subjectId: string): readonly Entry[] {
    const entries = this.#untaken.get(subjectId) ?? [];
    this.#untaken.delete(subjectId);
    return entries;
  }

  /** The part of the log between two of its numbers, as a stream tells it. */
  between(from: number, to: number) {
    return this.#all.slice(Math.max(0, from - 1), to);
  }

  async #read(): Promise<void> {
    const { position } = this;
    const rows: Row[] = await this.#db.read(
      async (tx) =>
        await tx.event.findMany({
          where: { organizationId: this.#db.organizationId, seq: { gt: position } },
          orderBy: { seq: "asc" },
          select: { seq: true, type: true, actorId: true, subjectId: true, data: true },
        }),
    );
    for (const { subjectId, ...entry } of rows) {
      if (entry.seq !== this.position + 1) throw new Error(`After ${this.position} came ${entry.seq}.`);
      const { seq, type, actorId } = entry;
      this.#all.push({ seq, type, actorId });
      const untaken = this.#untaken.get(subjectId) ?? [];
      this.#untaken.set(subjectId, untaken);
      untaken.push(entry);
    }
  }
}
