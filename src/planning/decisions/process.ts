/**
 * How a decision is decided. Advice: its owner decides after hearing the others. Consent: it holds when no objection is
 * unanswered. Vote: everybody chooses an option, and who decides against most of them says why. Scoring: members score the options by
 * criteria, and the owner decides with the ranking before them.
 */
export const decisionProcesses = ["advice", "consent", "vote", "scoring"] as const;
export type DecisionProcess = (typeof decisionProcesses)[number];

export const stances = ["agree", "abstain", "object"] as const;
export type Stance = (typeof stances)[number];

export interface StandingPosition {
  readonly stance: Stance;
  readonly optionId: string | null;
  /** Whether the objection was answered; says nothing of other stances. */
  readonly answered: boolean;
}

export type PositionRefusal = "reason-needed" | "option-needed";

/** Why a position can't be taken so, or null. An objection can only be answered with its reason; a vote is for an option. */
export function positionRefusal(
  process: DecisionProcess,
  position: { readonly stance: Stance; readonly optionId: string | null; readonly reason: string },
): PositionRefusal | null {
  if (position.stance === "object" && position.reason === "") return "reason-needed";
  if (process === "vote" && position.stance === "agree" && position.optionId === null) return "option-needed";
  return null;
}

/** The objections that nobody has answered yet. */
export function unansweredObjections<Position extends StandingPosition>(
  positions: readonly Position[],
): Position[] {
  return positions.filter(({ stance, answered }) => stance === "object" && !answered);
}

export interface Tally {
  /** Votes by option, in the options' order. */
  readonly votes: readonly { readonly optionId: string; readonly count: number }[];
  readonly abstentions: number;
  /** The options with the most votes: none where nobody voted, several where they are level. */
  readonly plurality: readonly string[];
}

/** Agreeing with an option is a vote for it. An objection is none: it says what not to do. */
export function tallyVotes(
  options: readonly { readonly id: string }[],
  positions: readonly Pick<StandingPosition, "stance" | "optionId">[],
): Tally {
  const votes = options.map(({ id: optionId }) => ({
    optionId,
    count: positions.filter((position) => position.stance === "agree" && position.optionId === optionId)
      .length,
  }));
  const most = Math.max(0, ...votes.map(({ count }) => count));
  return {
    votes,
    abstentions: positions.filter(({ stance }) => stance === "abstain").length,
    plurality: most === 0 ? [] : votes.filter(({ count }) => count === most).map(({ optionId }) => optionId),
  };
}

/** Whether choosing the option goes against what most voted for. Nobody is contradicted where nobody voted. */
export function goesAgainst({ plurality }: Tally, optionId: string): boolean {
  return plurality.length > 0 && !plurality.includes(optionId);
}
