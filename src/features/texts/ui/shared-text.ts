import { fromBase64, toBase64 } from "lib0/buffer";
import { Awareness } from "y-protocols/awareness";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { type Refusal, refusalOf } from "@/platform/trpc/client";
import type { TextMessage } from "../live.service";
import { type Selection, selection } from "../schema";
import { textOf } from "../text-rules";

/** How a shared text reaches its record: the procedures of the feature it belongs to. */
export type TextDoor = {
  readonly open: () => Promise<{ readonly seq: number; readonly state: string }>;
  readonly change: (change: string) => Promise<unknown>;
  readonly point: (cursor: {
    connectionId: string;
    clientId: number;
    selection: Selection | null;
  }) => Promise<unknown>;
  readonly follow: (
    from: { connectionId: string; after: number },
    on: { message: (message: TextMessage) => void; lost: () => void; found: () => void },
  ) => { unsubscribe: () => void };
};

export type TextStatus = {
  /** Whether the server has every word. */
  readonly saved: boolean;
  readonly connected: boolean;
  /** Why the server does not take the words as they stand. They stay here to be changed or copied. */
  readonly refusal: Refusal | null;
  readonly others: readonly string[];
};

const gatherMs = 250;
const pointMs = 150;
const retryMs = 1_500;
const fromServer = "server";

/** The text in one window: what is written here goes to the server, what others write appears here, whatever the connection does. */
export class SharedText {
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  readonly #door: TextDoor;
  readonly #onStatus: (status: TextStatus) => void;
  readonly #connectionId = crypto.randomUUID();
  #status: TextStatus = { saved: true, connected: true, refusal: null, others: [] };
  #known: Map<number, number> = new Map();
  #unsent = false;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pointTimer: ReturnType<typeof setTimeout> | null = null;
  #following: { unsubscribe: () => void } | null = null;
  #closed = false;

  constructor(door: TextDoor, onStatus: (status: TextStatus) => void) {
    this.#door = door;
    this.#onStatus = onStatus;
    this.doc.on("update", (_change: Uint8Array, origin: unknown) => {
      if (origin === fromServer) return;
      this.#unsent = true;
      this.#tell({ saved: false });
      this.#sendIn(gatherMs);
    });
    this.awareness.on("update", (_change: object, origin: unknown) => {
      if (origin !== fromServer) this.#pointSoon();
    });
  }

  get text() {
    return textOf(this.doc);
  }

  async open(): Promise<void> {
    const { seq, state } = await this.#door.open();
    if (this.#closed) return;
    this.#take(state);
    this.#following = this.#door.follow(
      { connectionId: this.#connectionId, after: seq },
      {
        message: (message) => this.#hear(message),
        lost: () => this.#tell({ connected: false }),
        found: () => {
          this.#tell({ connected: true });
          if (this.#unsent) this.#sendIn(0);
        },
      },
    );
  }

  /** Sends what is left. Answers whether the server has every word now. */
  async flush(): Promise<boolean> {
    await this.#sending;
    if (this.#unsent) await this.#send();
    return !this.#unsent;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer ?? undefined);
    clearTimeout(this.#pointTimer ?? undefined);
    this.#following?.unsubscribe();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #hear(message: TextMessage): void {
    if (this.#closed) return;
    if (message.kind === "change") this.#take(message.change);
    else this.#showCursors(message.cursors);
  }

  #take(change: string): void {
    applyUpdate(this.doc, fromBase64(change), fromServer);
    // What others wrote is known to the server; of what was written here only what it answered to.
    const own = this.#known.get(this.doc.clientID);
    this.#known = clocksOf(this.doc);
    if (own === undefined) this.#known.delete(this.doc.clientID);
    else this.#known.set(this.doc.clientID, own);
  }

  #sendIn(ms: number): void {
    if (this.#timer !== null || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#sending ??= this.#send().finally(() => {
        this.#sending = null;
        // Typed while it was on its way, or lost on it.
        if (this.#unsent && this.#status.refusal === null)
          this.#sendIn(this.#status.connected ? gatherMs : retryMs);
      });
    }, ms);
  }

  async #send(): Promise<void> {
    this.#unsent = false;
    const change = encodeStateAsUpdate(this.doc, encodeStateVector(this.#known));
    const own = clocksOf(this.doc).get(this.doc.clientID);
    try {
      await this.#door.change(toBase64(change));
      if (own !== undefined) this.#known.set(this.doc.clientID, own);
      this.#tell({ saved: !this.#unsent, connected: true, refusal: null });
    } catch (error) {
      this.#unsent = true;
      const refusal = refusalOf(error);
      const passes = refusal.code === "UNREACHABLE" || refusal.code === "BUSY";
      this.#tell(passes ? { connected: false } : { refusal });
    }
  }

  #pointSoon(): void {
    if (this.#pointTimer !== null || this.#closed) return;
    this.#pointTimer = setTimeout(() => {
      this.#pointTimer = null;
      const cursor: unknown = this.awareness.getLocalState()?.cursor;
      const at = selection.safeParse(JSON.parse(JSON.stringify(cursor ?? null)));
      // A cursor that did not arrive is replaced by the next.
      void this.#door
        .point({
          connectionId: this.#connectionId,
          clientId: this.doc.clientID,
          selection: at.success ? at.data : null,
        })
        .catch(() => {});
    }, pointMs);
  }

  /** The editor's parts draw what awareness holds; here the server says who is where, so that nobody speaks for another. */
  #showCursors(cursors: Extract<TextMessage, { kind: "cursors" }>["cursors"]): void {
    const { states, meta, clientID } = this.awareness;
    const here = new Set(cursors.map(({ clientId }) => clientId));
    const removed = [...states.keys()].filter((client) => client !== clientID && !here.has(client));
    for (const client of removed) states.delete(client);
    const updated = cursors.filter(({ clientId }) => clientId !== clientID);
    for (const { clientId, name, selection: cursor } of updated) {
      states.set(clientId, { user: { name, ...colourOf(name) }, cursor });
      meta.set(clientId, { clock: 0, lastUpdated: Date.now() });
    }
    const changed = { added: [], updated: updated.map(({ clientId }) => clientId), removed };
    this.awareness.emit("change", [changed, fromServer]);
    this.#tell({ others: [...new Set(updated.map(({ name }) => name))] });
  }

  #tell(part: Partial<TextStatus>): void {
    if (this.#closed) return;
    this.#status = { ...this.#status, ...part };
    this.#onStatus(this.#status);
  }
}

/** How many changes of each author a document has. */
function clocksOf(doc: Doc): Map<number, number> {
  return new Map([...doc.store.clients].map(([client, structs]) => [client, endOf(structs.at(-1))]));
}

function endOf(last: { id: { clock: number }; length: number } | undefined): number {
  return last === undefined ? 0 : last.id.clock + last.length;
}

const hues = ["scope", "select", "align", "build"] as const;

/** The hue of a person's cursor and selection, the same in every window. */
function colourOf(name: string) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const hue = hues[sum % hues.length] ?? "scope";
  return { color: `var(--${hue})`, colorLight: `var(--${hue}-soft)` };
}
