import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/api";

type Answers = inferRouterOutputs<AppRouter>;

/** What everybody is to see of a decision, whoever asks. */
export type Told = {
  readonly version: number;
  readonly question: string;
  readonly context: string;
  /** Every outcome, the first one first, and whether it still stands. */
  readonly outcomes: readonly {
    readonly option: string;
    readonly rationale: string;
    readonly plan: unknown;
    readonly stands: boolean;
  }[];
  readonly options: readonly { readonly id: string; readonly title: string; readonly version: number }[];
  readonly positions: readonly {
    readonly membershipId: string;
    readonly stance: string;
    readonly reason: string;
    readonly version: number;
  }[];
  readonly comments: readonly {
    readonly id: string;
    readonly authorId: string;
    readonly body: string | null;
    readonly version: number;
    readonly isResolved: boolean;
  }[];
  readonly rounds: readonly { readonly revealed: boolean; readonly finished: readonly string[] }[];
};

// What the procedures of the decision's page and of its scoring answer, put the way the log can tell it.

export function toldByDecision(decision: Answers["decisions"]["byNumber"]) {
  const { version, question, context } = decision;
  return {
    version,
    question,
    context,
    outcomes: decision.outcomes
      .map(({ optionTitle, rationale, plan, ended }) => ({
        option: optionTitle,
        rationale,
        plan,
        stands: ended === null,
      }))
      .reverse(),
    options: decision.options.map(({ id, title, version: seen }) => ({ id, title, version: seen })),
    positions: decision.positions
      .map(({ membershipId, stance, reason, version: seen }) => ({
        membershipId,
        stance,
        reason,
        version: seen,
      }))
      .sort((a, b) => order(a.membershipId, b.membershipId)),
  } satisfies Partial<Told>;
}

export function toldByDiscussion({ threads }: Answers["comments"]["discussion"]) {
  const comments = threads
    .flatMap(({ replies, ...thread }) => [thread, ...replies])
    .map((comment) => ({
      id: comment.id,
      authorId: comment.authorId,
      body: comment.body,
      version: comment.version,
      isResolved: "resolvedAt" in comment && comment.resolvedAt !== null,
    }))
    .sort((a, b) => order(a.id, b.id));
  return { comments } satisfies Partial<Told>;
}

export function toldByScoring({ rounds }: Answers["scoring"]["byNumber"]) {
  return {
    rounds: rounds.map(({ revealed, finished }) => ({
      revealed: revealed !== null,
      finished: finished.map(({ id }) => id).sort(order),
    })),
  } satisfies Partial<Told>;
}

export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
