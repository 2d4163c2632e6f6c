import type { inferRouterOutputs } from "@trpc/server";
import { fromBase64, toBase64 } from "lib0/buffer";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { AppRouter } from "@/api";
import { textOf } from "@/features/texts/text-rules";
import type { signInOverHttp } from "../api-client";
import { toldByDecision, toldByDiscussion, toldByScoring } from "./told";

export type Api = Awaited<ReturnType<typeof signInOverHttp>>["api"];
export type Which = {
  readonly id: string;
  readonly projectKey: string;
  readonly number: number;
  readonly ownerId: string;
};

type Scoring = inferRouterOutputs<AppRouter>["scoring"]["byNumber"];

type Heard = { readonly seq: number; readonly type: string; readonly actorId: string };

/** Somebody at a browser: what they are told when they ask, what they hear, and the text in front of them. */
export class Client {
  #heard: Heard[] = [];
  #lastHeard: number;
  readonly #texts = new Map<string, Doc>();
  readonly #writing = new Map<string, Promise<void>>();
  #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  readonly #subscription: { readonly unsubscribe: () => void };

  constructor(
    readonly api: Api,
    readonly workspace: string,
    readonly membershipId: string,
    after: number,
  ) {
    this.#lastHeard = after;
    this.#subscription = api.activity.follow.subscribe(
      { workspace, after, place: "decisions" },
      {
        onData: (message) => {
          const data = "data" in message ? message.data : message;
          if (data.kind !== "event") return;
          const { seq, type, actorId } = data.event;
          this.#heard.push({ seq, type, actorId });
          this.#lastHeard = seq;
          for (const waiting of this.#waiting) if (waiting.seq <= seq) waiting.resolve();
          this.#waiting = this.#waiting.filter((waiting) => waiting.seq > seq);
        },
      },
    );
  }

  leave(): void {
    this.#subscription.unsubscribe();
  }

  /** Waits until the stream has told of the entry. */
  async hears(seq: number): Promise<void> {
    if (this.#lastHeard >= seq) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push({ seq, resolve });
    });
  }

  /** What the stream told since this was asked last. */
  takeHeard(): readonly Heard[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** Asks everything that the pages of the decision ask, in one request. */
  async asksAll(which: Which) {
    const [decision, comments, scored] = await Promise.all([
      this.asksDecision(which),
      this.asksDiscussion(which),
      this.asksScoring(which),
    ]);
    return { told: { ...decision, ...comments, ...scored.told }, scoring: scored.scoring };
  }

  async asksDecision({ projectKey, number }: Which) {
    const place = { workspace: this.workspace, projectKey, number };
    return toldByDecision(await this.api.decisions.byNumber.query(place));
  }

  async asksDiscussion({ id }: Which) {
    const about = { workspace: this.workspace, subjectType: "decision", subjectId: id } as const;
    return toldByDiscussion(await this.api.comments.discussion.query(about));
  }

  async asksScoring({ projectKey, number }: Which) {
    const place = { workspace: this.workspace, projectKey, number };
    const scoring = await this.api.scoring.byNumber.query(place);
    return { told: toldByScoring(scoring), scoring: toScoring(scoring) };
  }

  /** The text as the server has it now, taken into what is in front of the person. */
  async readsText({ id }: Pick<Which, "id">): Promise<string> {
    const opened = await this.api.decisions.openText.query({
      workspace: this.workspace,
      decisionId: id,
      field: "context",
    });
    const text = this.#textOf(id);
    applyUpdate(text, fromBase64(opened.state));
    return textOf(text).toString();
  }

  /** Changes the text in front of the person and sends it, one change after another. A refused one is forgotten with its text. */
  async writes(which: Which, change: (text: ReturnType<typeof textOf>) => void): Promise<void> {
    const before = this.#writing.get(which.id) ?? Promise.resolve();
    const now = before.catch(() => {}).then(async () => await this.#send(which, change));
    this.#writing.set(which.id, now);
    await now;
  }

  async #send({ id }: Which, change: (text: ReturnType<typeof textOf>) => void): Promise<void> {
    if (!this.#texts.has(id)) await this.readsText({ id });
    const text = this.#textOf(id);
    const seen = encodeStateVector(text);
    change(textOf(text));
    try {
      await this.api.decisions.changeText.mutate({
        workspace: this.workspace,
        decisionId: id,
        field: "context",
        change: toBase64(encodeStateAsUpdate(text, seen)),
      });
    } catch (refusal) {
      this.#texts.delete(id);
      throw refusal;
    }
  }

  #textOf(decisionId: string): Doc {
    const text = this.#texts.get(decisionId) ?? new Doc();
    this.#texts.set(decisionId, text);
    return text;
  }
}

/** What somebody needs to know to score, to reveal, and to open a round. */
function toScoring({ id, options, criteria, rounds, mine }: Scoring) {
  return {
    decisionId: id,
    roundId: rounds.at(-1)?.id ?? "",
    given: new Set(mine.given.map(({ optionId }) => optionId)),
    optionIds: options.map((option) => option.id),
    criterionIds: criteria.map((criterion) => criterion.id),
  };
}
