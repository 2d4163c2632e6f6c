import { PlanningError } from "../planning-error";
import { cellOf, checkScoredDecision, type Score, type ScoredDecision } from "./scored-decision";
import { type Scale, scoreValue } from "./value-function";

/** A score that a member gave without knowing those of others. */
export interface MemberScore extends Score {
  readonly memberId: string;
}

/** What members think of one option by one criterion. */
export interface ScoreAgreement {
  readonly optionId: string;
  readonly criterionId: string;
  /** The median score: one person alone can't drag it away. */
  readonly score: number;
  readonly mean: number;
  readonly members: number;
  readonly lowest: number;
  readonly highest: number;
  /**
   * 1 when all say the same, 0 when they might as well have drawn lots: 1 − s² / (1/12), the within-group agreement of
   * James, Demaree and Wolf (Journal of Applied Psychology 69, 1984), with s² the sample variance of the scores' values
   * and 1/12 that of a uniform one. Null for a single member.
   */
  readonly agreement: number | null;
  /** Who is a quarter of the scale or more away from the median of the others; the farthest first. */
  readonly differing: readonly {
    readonly memberId: string;
    readonly score: number;
    readonly distance: number;
  }[];
}

/** Phasewise default: on a scale from 1 to 5 it is one step. */
const notableDistance = 0.25;

/** Brings independent scores together, per option and criterion that anybody scored; the least agreement first. */
export function scoreAgreement(
  decision: Omit<ScoredDecision, "scores">,
  memberScores: readonly MemberScore[],
): ScoreAgreement[] {
  checkMemberScores(decision, memberScores);
  const byCell = groupedBy(memberScores, cellOf);
  const cells = decision.optionIds.flatMap((optionId) =>
    decision.criteria.flatMap(({ id: criterionId, scale }): ScoreAgreement[] => {
      const given = byCell.get(cellOf({ optionId, criterionId }));
      return given === undefined ? [] : [agreementOn({ optionId, criterionId }, scale, given)];
    }),
  );
  return cells.sort((a, b) => (a.agreement ?? 1) - (b.agreement ?? 1));
}

function agreementOn(
  cell: Pick<Score, "optionId" | "criterionId">,
  scale: Scale,
  given: readonly MemberScore[],
): ScoreAgreement {
  const scores = given.map(({ score }) => score).sort((a, b) => a - b);
  const values = given.map(({ score }) => scoreValue(scale, score)).sort((a, b) => a - b);
  return {
    ...cell,
    score: median(scores),
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    members: given.length,
    lowest: scores[0] ?? 0,
    highest: scores.at(-1) ?? 0,
    agreement: given.length === 1 ? null : Math.max(0, 1 - 12 * sampleVariance(values)),
    differing: given
      .map(({ memberId, score }) => {
        const own = scoreValue(scale, score);
        const others = values.length > 1 ? values.toSpliced(values.indexOf(own), 1) : values;
        return { memberId, score, distance: Math.abs(own - median(others)) };
      })
      .filter(({ distance }) => distance >= notableDistance - 1e-9)
      .sort((a, b) => b.distance - a.distance || (a.memberId < b.memberId ? -1 : 1)),
  };
}

/** The scores to rank by: the median of what members said, missing where nobody said anything. */
export function aggregateScores(
  decision: Omit<ScoredDecision, "scores">,
  memberScores: readonly MemberScore[],
): Score[] {
  return scoreAgreement(decision, memberScores).map(({ optionId, criterionId, score }) => ({
    optionId,
    criterionId,
    score,
  }));
}

function checkMemberScores(
  decision: Omit<ScoredDecision, "scores">,
  memberScores: readonly MemberScore[],
): void {
  checkScoredDecision({ ...decision, scores: [] });
  for (const [memberId, own] of groupedBy(memberScores, (score) => score.memberId)) {
    try {
      checkScoredDecision({ ...decision, scores: own });
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error;
      throw new PlanningError(error.code, `members.${memberId}.${error.field}`, error.reason);
    }
  }
}

function groupedBy(
  scores: readonly MemberScore[],
  keyOf: (score: MemberScore) => string,
): Map<string, MemberScore[]> {
  const groups = new Map<string, MemberScore[]>();
  for (const score of scores) {
    const key = keyOf(score);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [score]);
    else group.push(score);
  }
  return groups;
}

/** Of values in their order. */
function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
