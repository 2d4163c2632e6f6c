import { Agent, get, type IncomingMessage } from "node:http";

/** What was heard of one commit: when, by how many so far. */
type Awaited = { readonly times: number[]; readonly all: () => void };

/** Open streams, and when each of them heard of what. */
export class Subscribers {
  readonly #agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  readonly #streams: IncomingMessage[] = [];
  readonly #awaited = new Map<string, Awaited>();
  readonly #early = new Map<string, number[]>();

  /** `markOf` finds what a line of the stream is about; null for a line about nothing. */
  constructor(readonly markOf: (line: string) => string | null) {}

  get count(): number {
    return this.#streams.length;
  }

  /** Opens a stream, and waits until the server has said something on it. */
  async open(url: string, cookie: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      get(url, { agent: this.#agent, headers: { cookie, accept: "text/event-stream" } }, (stream) => {
        if (stream.statusCode !== 200) reject(new Error(`${url} answered ${stream.statusCode}.`));
        this.#streams.push(stream);
        let rest = "";
        stream.setEncoding("utf8");
        stream.on("data", (chunk: string) => {
          resolve();
          const lines = `${rest}${chunk}`.split("\n");
          rest = lines.pop() ?? "";
          for (const line of lines) this.#hear(line);
        });
      }).on("error", reject);
    });
  }

  /** When everybody has heard of it: the times at which each did. */
  async heard(mark: string): Promise<readonly number[]> {
    const times = this.#early.get(mark) ?? [];
    this.#early.delete(mark);
    if (times.length < this.count) {
      await new Promise<void>((all) => {
        this.#awaited.set(mark, { times, all });
      });
    }
    this.#awaited.delete(mark);
    return times;
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy();
    this.#agent.destroy();
  }

  #hear(line: string): void {
    const mark = this.markOf(line);
    if (mark === null) return;
    const now = performance.now();
    const awaited = this.#awaited.get(mark);
    const times = awaited?.times ?? this.#early.get(mark) ?? [];
    times.push(now);
    if (awaited === undefined) this.#early.set(mark, times);
    else if (times.length === this.count) awaited.all();
  }
}
