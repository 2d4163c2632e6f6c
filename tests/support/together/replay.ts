import { z } from "zod";
import { order, type Told } from "./told";

// The log read by itself: what a decision is, by nothing but the entries about it. It also knows which entry may follow which, so that
// a write that slipped in where the rules forbid it is found even when everybody sees the same.

export type Entry = {
  readonly seq: number;
  readonly type: string;
  readonly actorId: string;
  readonly data: unknown;
};

type State = {
  version: number;
  question: string;
  context: string;
  outcomes: { optionId: string; rationale: string; plan: unknown; stands: boolean }[];
  readonly options: Map<string, { title: string; version: number }>;
  readonly positions: Map<string, { stance: string; reason: string; version: number }>;
  readonly comments: Map<string, { authorId: string; body: string; version: number; isResolved: boolean }>;
  /** Who handed in, and how many options there were then. */
  readonly rounds: { revealed: boolean; readonly given: Map<string, number> }[];
};

export class Replay {
  readonly #state: State;

  constructor(begun: Told) {
    this.#state = {
      version: begun.version,
      question: begun.question,
      context: begun.context,
      outcomes: [],
      options: new Map(begun.options.map(({ id, ...option }) => [id, option])),
      positions: new Map(),
      comments: new Map(),
      rounds: begun.rounds.map(({ revealed }) => ({ revealed, given: new Map() })),
    };
  }

  take(entry: Entry): void {
    const verb = verbs[entry.type];
    if (verb === undefined) throw new Error(`Nobody here writes ${entry.type}.`);
    const wrong = verb(this.#state, entry);
    if (wrong !== undefined) throw new Error(`Entry ${entry.seq}, ${entry.type}: ${wrong}`);
  }

  get told(): Told {
    const { version, question, context, outcomes, options, positions, comments, rounds } = this.#state;
    return {
      version,
      question,
      context,
      // An outcome names its option as it is called now.
      outcomes: outcomes.map(({ optionId, ...outcome }) => ({
        option: options.get(optionId)?.title ?? "",
        ...outcome,
      })),
      options: [...options].map(([id, option]) => ({ id, ...option })),
      positions: [...positions]
        .map(([membershipId, position]) => ({ membershipId, ...position }))
        .sort((a, b) => order(a.membershipId, b.membershipId)),
      comments: [...comments].map(([id, comment]) => ({ id, ...comment })).sort((a, b) => order(a.id, b.id)),
      rounds: rounds.map(({ revealed, given }) => ({
        revealed,
        finished: [...given]
          .filter(([, covered]) => revealed || covered === options.size)
          .map(([membershipId]) => membershipId)
          .sort(order),
      })),
    };
  }
}

/** Takes an entry into the state; answers what is wrong with its coming now. */
type Verb = (state: State, entry: Entry) => string | undefined;

const text = z.string();
const written = z.object({ commentId: text, after: z.object({ body: text }) });
const about = z.object({ commentId: text });
const option = z.object({ after: z.object({ optionId: text, title: text }) });
const position = z.object({ after: z.object({ stance: text, reason: text }) });
const edited = z.object({ after: z.object({ question: text.optional(), context: text.optional() }) });
const decided = z.object({
  after: z.object({ option: text, rationale: text, context: text.optional() }),
  plan: z.unknown(),
});

const whileOpen =
  (verb: Verb): Verb =>
  (state, entry) =>
    state.outcomes.some(({ stands }) => stands) ? "The decision was decided." : verb(state, entry);

const verbs: Readonly<Record<string, Verb>> = {
  "comment.written": (state, { actorId, data }) => {
    const { commentId, after } = written.parse(data);
    state.comments.set(commentId, { authorId: actorId, ...after, version: 1, isResolved: false });
    return undefined;
  },
  "comment.edited": (state, { data }) => {
    const { commentId, after } = written.parse(data);
    const comment = state.comments.get(commentId);
    if (comment === undefined) return "There is no such comment.";
    state.comments.set(commentId, { ...comment, ...after, version: comment.version + 1 });
    return undefined;
  },
  "comment.resolved": (state, { data }) => setResolved(state, about.parse(data).commentId, true),
  "comment.unresolved": (state, { data }) => setResolved(state, about.parse(data).commentId, false),
  "option.added": whileOpen((state, { data }) => {
    const { optionId, title } = option.parse(data).after;
    state.options.set(optionId, { title, version: 1 });
    return undefined;
  }),
  "option.edited": whileOpen((state, { data }) => {
    const { optionId, title } = option.parse(data).after;
    const before = state.options.get(optionId);
    if (before === undefined) return "There is no such option.";
    state.options.set(optionId, { title, version: before.version + 1 });
    return undefined;
  }),
  "position.taken": whileOpen((state, { actorId, data }) => {
    const { stance, reason } = position.parse(data).after;
    const version = (state.positions.get(actorId)?.version ?? 0) + 1;
    state.positions.set(actorId, { stance, reason, version });
    return undefined;
  }),
  "decision.edited": whileOpen((state, { data }) => {
    Object.assign(state, edited.parse(data).after);
    state.version += 1;
    return undefined;
  }),
  "decision.decided": whileOpen((state, { data }) => {
    const { after, plan } = decided.parse(data);
    const { rationale, context = state.context } = after;
    const [optionId] = [...state.options].find(([, { title }]) => title === after.option) ?? [];
    if (optionId === undefined) return "There is no such option.";
    state.outcomes.push({ optionId, rationale, plan, stands: true });
    state.context = context;
    state.version += 1;
    return undefined;
  }),
  "decision.reopened": (state) => {
    if (!state.outcomes.some(({ stands }) => stands)) return "The decision was open.";
    state.outcomes = state.outcomes.map((outcome) => ({ ...outcome, stands: false }));
    state.version += 1;
    return undefined;
  },
  "scores.given": whileOpen((state, { actorId }) => {
    const round = state.rounds.at(-1);
    if (round === undefined || round.revealed) return "No round was running.";
    if (round.given.get(actorId) === state.options.size) return "These scores were given before.";
    round.given.set(actorId, state.options.size);
    return undefined;
  }),
  "scores.revealed": (state) => {
    const round = state.rounds.at(-1);
    if (round === undefined || round.revealed) return "No round was running.";
    round.revealed = true;
    return undefined;
  },
  "scoring.round-opened": whileOpen((state) => {
    if (state.rounds.at(-1)?.revealed === false) return "A round was running.";
    state.rounds.push({ revealed: false, given: new Map() });
    return undefined;
  }),
};

function setResolved(state: State, commentId: string, to: boolean): string | undefined {
  const comment = state.comments.get(commentId);
  if (comment === undefined) return "There is no such comment.";
  if (comment.isResolved === to) return "It was so before.";
  state.comments.set(commentId, { ...comment, isResolved: to });
  return undefined;
}
