import type { ScoreAgreement } from "./agreement";
import { type Criterion, cellOf } from "./scored-decision";
import { scoreValue } from "./value-function";

/** How far a score moved from one round to the next. */
export interface Move {
  readonly optionId: string;
  readonly criterionId: string;
  readonly before: number;
  readonly after: number;
  /** In value, from −1 to 1: for the better above 0. */
  readonly gain: number;
  /** Agreement after less agreement before; null where a round had a single member's score. */
  readonly agreementGain: number | null;
}

/** What a second round changed, for all that both rounds scored; the largest change first. */
export function movesBetween(
  criteria: readonly Criterion[],
  before: readonly ScoreAgreement[],
  after: readonly ScoreAgreement[],
): Move[] {
  const scaleOf = new Map(criteria.map(({ id, scale }) => [id, scale]));
  const earlier = new Map(before.map((cell) => [cellOf(cell), cell]));
  const moves = after.flatMap((cell): Move[] => {
    const was = earlier.get(cellOf(cell));
    const scale = scaleOf.get(cell.criterionId);
    if (was === undefined || scale === undefined) return [];
    return [
      {
        optionId: cell.optionId,
        criterionId: cell.criterionId,
        before: was.score,
        after: cell.score,
        gain: scoreValue(scale, cell.score) - scoreValue(scale, was.score),
        agreementGain:
          cell.agreement === null || was.agreement === null ? null : cell.agreement - was.agreement,
      },
    ];
  });
  return moves.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
}
