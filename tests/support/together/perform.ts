import type { EventType } from "@/platform/db/event-log";
import type { Client, Which } from "./client";
import type { Move } from "./moves";
import type { Told } from "./told";

/** What somebody does and what they go by: the decision as they saw it last. */
export type Act = {
  readonly client: Client;
  readonly which: Which;
  readonly move: Move;
  readonly told: Told;
  readonly scoring: Awaited<ReturnType<Client["asksAll"]>>["scoring"];
  /** A word that nobody else writes. */
  readonly mark: string;
};

/** What was acknowledged: the entry that the log must have of it, with the words in it; or what was done to the text. */
export type Done =
  | {
      readonly kind: "entry";
      readonly type: EventType;
      readonly words: readonly string[];
      /** What it added to the text as a whole. */
      readonly reworded?: string;
    }
  | { readonly kind: "written"; readonly word: string }
  | { readonly kind: "erased"; readonly word: string };

/** Does it. Answers null when there is nothing to do it to; throws the refusal. */
export async function perform(act: Act): Promise<Done | null> {
  return await performances[act.move.deed](act);
}

const once = ({ client }: Act) => ({ workspace: client.workspace, mutationId: crypto.randomUUID() });

const entry = (type: EventType, ...words: string[]): Done => ({ kind: "entry", type, words });

function chosen<T>(among: readonly T[], pick: number): T | undefined {
  return among[pick % Math.max(1, among.length)];
}

const performances: Readonly<Record<Move["deed"], (act: Act) => Promise<Done | null>>> = {
  comment: async (act) => {
    const { client, which, told, move, mark } = act;
    const parent = move.pick % 3 === 0 ? chosen(told.comments, move.pick) : undefined;
    const about = { subjectType: "decision", subjectId: which.id } as const;
    const comment = { parentId: parent?.id ?? null, body: mark };
    await client.api.comments.write.mutate({ ...once(act), ...about, ...comment });
    return entry("comment.written", mark);
  },

  "edit-comment": async (act) => {
    const { client, told, move, mark } = act;
    const own = told.comments.filter(({ authorId }) => authorId === client.membershipId);
    const comment = chosen(own, move.pick);
    if (comment === undefined) return null;
    const { id: commentId, version } = comment;
    await client.api.comments.edit.mutate({ ...once(act), commentId, version, body: mark });
    return entry("comment.edited", commentId, mark);
  },

  resolve: async (act) => {
    const { client, told, move } = act;
    const comment = chosen(told.comments, move.pick);
    if (comment === undefined) return null;
    const input = { ...once(act), commentId: comment.id };
    if (comment.isResolved) await client.api.comments.unresolve.mutate(input);
    else await client.api.comments.resolve.mutate(input);
    return entry(comment.isResolved ? "comment.unresolved" : "comment.resolved", comment.id);
  },

  write: async ({ client, which, move, mark }) => {
    await client.writes(which, (text) => {
      const places = [...text.toString().matchAll(/ /g)].map(({ index }) => index + 1);
      text.insert(chosen([0, ...places], move.pick) ?? 0, `${mark} `);
    });
    return { kind: "written", word: mark };
  },

  erase: async ({ client, which, move }) => {
    let word: string | undefined;
    await client.writes(which, (text) => {
      const words = [...text.toString().matchAll(/\S+ /g)];
      const found = chosen(words, move.pick);
      if (found === undefined) return;
      word = found[0].trim();
      text.delete(found.index, found[0].length);
    });
    return word === undefined ? null : { kind: "erased", word };
  },

  settle: async (act) => {
    const { client, which } = act;
    const { settled } = await client.api.decisions.settleText.mutate({
      ...once(act),
      decisionId: which.id,
      field: "context",
    });
    return settled ? entry("decision.edited") : null;
  },

  "take-position": async (act) => {
    const { client, which, told, move, mark } = act;
    const stance = chosen(["agree", "abstain", "object"] as const, move.pick) ?? "agree";
    const optionId = chosen(told.options, move.pick)?.id ?? null;
    await client.api.decisions.takePosition.mutate({
      ...once(act),
      decisionId: which.id,
      stance,
      optionId,
      reason: mark,
    });
    return entry("position.taken", stance, mark);
  },

  "add-option": async (act) => {
    const { client, which, mark } = act;
    const content = { title: mark, description: "", effects: [] };
    await client.api.decisions.addOption.mutate({ ...once(act), decisionId: which.id, ...content });
    return entry("option.added", mark);
  },

  "edit-option": async (act) => {
    const { client, told, move, mark } = act;
    const option = chosen(told.options, move.pick);
    if (option === undefined) return null;
    const { id: optionId, version } = option;
    const effects = [{ kind: "add-cost" as const, costMinor: 100 * (move.pick + 1) }];
    const content = { title: mark, description: "", effects };
    await client.api.decisions.editOption.mutate({ ...once(act), optionId, version, ...content });
    return entry("option.edited", optionId, mark);
  },

  // With the context as it was read, as a program may send it that knows only whole decisions.
  rename: async (act) => {
    await edit(act, { question: `Which one, ${act.mark}?`, context: act.told.context });
    return entry("decision.edited", act.mark);
  },

  reword: async (act) => {
    const { told, mark } = act;
    await edit(act, { question: told.question, context: `${told.context} ${mark}` });
    return { kind: "entry", type: "decision.edited", words: [mark], reworded: mark };
  },

  "hand-in": async (act) => {
    const { client, scoring, move } = act;
    const missing = scoring.optionIds.filter((optionId) => !scoring.given.has(optionId));
    const cells = missing.flatMap((optionId) =>
      scoring.criterionIds.map((criterionId) => ({
        optionId,
        criterionId,
        score: 1 + (move.pick % 5),
        note: "",
      })),
    );
    await client.api.scoring.handIn.mutate({ ...once(act), roundId: scoring.roundId, cells });
    return entry("scores.given");
  },

  reveal: async (act) => {
    await act.client.api.scoring.reveal.mutate({ ...once(act), roundId: act.scoring.roundId });
    return entry("scores.revealed");
  },

  "open-round": async (act) => {
    const { client, which, mark } = act;
    await client.api.scoring.openRound.mutate({ ...once(act), decisionId: which.id, reason: mark });
    return entry("scoring.round-opened", mark);
  },

  decide: async (act) => {
    const { client, which, told, move, mark } = act;
    const option = chosen(told.options, move.pick);
    if (option === undefined) return null;
    await client.api.decisions.decide.mutate({
      ...once(act),
      decisionId: which.id,
      version: told.version,
      optionId: option.id,
      rationale: mark,
      objectionsAnswered: "It was heard.",
    });
    return entry("decision.decided", mark);
  },

  reopen: async (act) => {
    const { client, which, told, mark } = act;
    const input = { ...once(act), decisionId: which.id, version: told.version, reason: mark };
    await client.api.decisions.reopen.mutate(input);
    return entry("decision.reopened", mark);
  },
};

async function edit(act: Act, words: { question: string; context: string }): Promise<void> {
  const { client, which, told } = act;
  const { id: decisionId, ownerId } = which;
  const input = { ...once(act), decisionId, version: told.version, ownerId, dueOn: null };
  await client.api.decisions.edit.mutate({ ...input, ...words });
}
