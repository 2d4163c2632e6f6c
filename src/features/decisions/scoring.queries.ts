import {
  type Criterion,
  cellOf,
  isComplete,
  type MemberScore,
  type ScoreAgreement,
  scoreAgreement,
  seesScores,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { mayDecide, mayDo, permissions } from "@/platform/permissions";
import { toPhase } from "./find.queries";
import { type KeptCell, keptCells, weightings } from "./scoring.schema";

type Within = { readonly organizationId: string };

/** The criteria of a decision as they stand, in their order. */
export async function liveCriteria(tx: Transaction, { organizationId }: Within, decisionId: string) {
  return await tx.criterion.findMany({
    where: { organizationId, decisionId, deletedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
}

type FoundCriterion = Awaited<ReturnType<typeof liveCriteria>>[number];

/** What a complete set of scores covers. */
export function wantedOf(
  decision: { readonly options: readonly { readonly id: string }[] },
  criteria: readonly { readonly id: string }[],
) {
  return {
    optionIds: decision.options.map(({ id }) => id),
    criterionIds: criteria.map(({ id }) => id),
  };
}

export function criterionContent({ name, description, worst, best, unit, words }: FoundCriterion) {
  return { name, description, worst, best, unit, words };
}

export function toWeighting(text: string): (typeof weightings)[number] {
  const weighting = weightings.find((known) => known === text);
  if (weighting === undefined) throw new Error(`Unknown weighting ${text}`);
  return weighting;
}

/** The page of scoring: what is scored by what, in which rounds, who has finished, and the asker's own scores. */
export async function scoringOf(db: OrganizationDb, projectKey: string, number: number) {
  const { decision, scorers, mine } = await db.read(async (tx) => {
    const found = await scoredDecision(tx, db, projectKey, number);
    const own = {
      organizationId: db.organizationId,
      membershipId: db.actor.membershipId,
      roundId: { in: found.rounds.slice(-2).map(({ id }) => id) },
    };
    return {
      decision: found,
      scorers: await tx.membership.count({
        where: {
          organizationId: db.organizationId,
          removedAt: null,
          role: { in: [...permissions["position.take"]] },
        },
      }),
      mine: {
        sheets: await tx.scoreSheet.findMany({ where: own }),
        drafts: await tx.scoreDraft.findMany({ where: own }),
      },
    };
  });
  const { rounds, wanted, criteria } = decision;
  const last = rounds.at(-1);
  const cellsIn = (kept: readonly { roundId: string; cells: unknown }[], roundId: string | undefined) =>
    within(keptCells.parse(kept.find((sheet) => sheet.roundId === roundId)?.cells ?? []), wanted);
  const given = rounds.flatMap(({ scorers: ofRound }) => ofRound.flatMap(({ criterionIds }) => criterionIds));
  const scored = new Set(given);
  return {
    id: decision.id,
    number: decision.number,
    phase: toPhase(decision.phase),
    suggestion: decision.suggestion,
    question: decision.question,
    /** For the discussion: what threads may quote, and the version a suggested wording is taken over from. */
    context: decision.context,
    version: decision.version,
    isOpen: decision.isOpen,
    project: decision.project,
    mayDecide: decision.mayDecide,
    weighting: decision.weighting,
    weightsVersion: decision.weightsVersion,
    options: decision.options,
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      version: criterion.version,
      importance: criterion.importance,
      ...criterionContent(criterion),
      /** Somebody handed in scores on its scale. */
      scored: scored.has(criterion.id),
    })),
    rounds: rounds.map((round) => ({
      id: round.id,
      number: round.number,
      reason: round.reason,
      openedBy: round.openedBy.account.name,
      openedAt: round.openedAt,
      revealed:
        round.revealedAt === null ? null : { by: round.revealedBy?.account.name ?? "", at: round.revealedAt },
      finished: finishedIn(round, wanted),
      sees: round.sees,
    })),
    scorers,
    mine: {
      /** Handed in, in the last round. */
      given: cellsIn(mine.sheets, last?.id),
      draft: cellsIn(mine.drafts, last?.id),
      /** From the round before: where a second round begins. */
      before: cellsIn(mine.sheets, rounds.at(-2)?.id),
    },
  };
}

/**
 * What was scored in a round, brought together per option and criterion; or that it is sealed for the asker, without a look at
 * anything that was scored.
 */
export async function scoringMatrix(
  db: OrganizationDb,
  projectKey: string,
  number: number,
  roundNumber: number,
) {
  return await db.read(async (tx) => {
    const decision = await scoredDecision(tx, db, projectKey, number);
    return await matrixOf(tx, db, decision, roundNumber);
  });
}

/** One cell of the matrix: who scored what, and their notes. */
export async function scoringCell(
  db: OrganizationDb,
  projectKey: string,
  number: number,
  place: { readonly round: number; readonly optionId: string; readonly criterionId: string },
) {
  return await db.read(async (tx) => {
    const decision = await scoredDecision(tx, db, projectKey, number);
    const round = roundOf(decision, place.round);
    if (!decision.wanted.optionIds.includes(place.optionId)) throw notFound("option");
    if (!decision.wanted.criterionIds.includes(place.criterionId)) throw notFound("criterion");
    if (!round.sees) return { sealed: true as const };
    const sheets = await sheetsOf(tx, db, round.id);
    return {
      sealed: false as const,
      scores: sheets.flatMap(({ member, cells }) =>
        cells
          .filter((cell) => cell.optionId === place.optionId && cell.criterionId === place.criterionId)
          .map(({ score, note }) => ({ ...member, score, note })),
      ),
    };
  });
}

/** The matrix of the last round that the asker may see and that somebody scored in, for what is told elsewhere. */
export async function lastSeenMatrix(db: OrganizationDb, projectKey: string, number: number) {
  return await db.read(async (tx) => {
    const decision = await scoredDecision(tx, db, projectKey, number);
    const { criteria, options, weighting, rounds, wanted } = decision;
    const seen = rounds.findLast(({ sees, scorers }) => sees && scorers.length > 0);
    const matrix = seen === undefined ? null : await matrixOf(tx, db, decision, seen.number);
    const last = rounds.at(-1);
    return {
      criteria: criteria.map(toCriterion),
      options,
      weighting,
      matrix: matrix?.sealed === false ? matrix : null,
      running:
        last === undefined || last.revealedAt !== null || !decision.isOpen
          ? null
          : { number: last.number, finished: finishedIn(last, wanted).length },
    };
  });
}

function toCriterion({
  id,
  worst,
  best,
  unit,
  importance,
}: Pick<FoundCriterion, "id" | "worst" | "best" | "unit" | "importance">): Criterion {
  return { id, importance, scale: { worst, best, unit } };
}

const memberName = { select: { id: true, account: { select: { name: true } } } } as const;

async function scoredDecision(tx: Transaction, db: OrganizationDb, projectKey: string, number: number) {
  const row = await tx.decision.findFirst({
    where: {
      organizationId: db.organizationId,
      number,
      deletedAt: null,
      project: { key: projectKey, deletedAt: null },
    },
    select: {
      id: true,
      number: true,
      phase: true,
      suggestion: true,
      question: true,
      context: true,
      version: true,
      ownerId: true,
      weighting: true,
      weightsVersion: true,
      project: { select: { id: true, key: true, name: true, ownerId: true } },
      supersededBy: { select: { id: true } },
      outcomes: { where: { endedAt: null }, select: { id: true } },
      options: {
        where: { deletedAt: null },
        orderBy: { place: "asc" },
        select: { id: true, title: true },
      },
      criteria: { where: { deletedAt: null }, orderBy: [{ place: "asc" }, { id: "asc" }] },
      scoringRounds: {
        orderBy: { number: "asc" },
        include: {
          openedBy: memberName,
          revealedBy: memberName,
          scorers: { select: { optionIds: true, criterionIds: true, membership: memberName } },
        },
      },
    },
  });
  if (row === null) throw notFound("decision");
  const { scoringRounds, weighting, ownerId, supersededBy, outcomes, ...decision } = row;
  const { membershipId, role } = db.actor;
  const wanted = wantedOf(row, row.criteria);
  return {
    ...decision,
    weighting: toWeighting(weighting),
    isOpen: supersededBy === null && outcomes.length === 0,
    mayDecide: mayDecide(role, [ownerId, row.project.ownerId].includes(membershipId)),
    wanted,
    rounds: scoringRounds.map((round) => ({
      ...round,
      sees: seesScores({
        revealed: round.revealedAt !== null,
        mayScore: mayDo(role, "position.take"),
        given: round.scorers.find(({ membership }) => membership.id === membershipId) ?? null,
        wanted,
      }),
    })),
  };
}

type ScoredDecisionRow = Awaited<ReturnType<typeof scoredDecision>>;
type Round = ScoredDecisionRow["rounds"][number];

function roundOf(decision: ScoredDecisionRow, number: number): Round {
  const round = decision.rounds.find((candidate) => candidate.number === number);
  if (round === undefined) throw notFound("round of scoring");
  return round;
}

/** Those whose set is complete, by name: in which order they finished says nothing. */
function finishedIn(round: Round, wanted: ScoredDecisionRow["wanted"]) {
  return round.scorers
    .filter((scorer) => round.revealedAt !== null || isComplete(scorer, wanted))
    .map(({ membership }) => ({ id: membership.id, name: membership.account.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function matrixOf(
  tx: Transaction,
  db: OrganizationDb,
  decision: ScoredDecisionRow,
  roundNumber: number,
) {
  const round = roundOf(decision, roundNumber);
  if (!round.sees) return { sealed: true as const };
  const { wanted } = decision;
  const sheets = (await sheetsOf(tx, db, round.id)).map((sheet) => ({
    ...sheet,
    cells: within(sheet.cells, wanted),
  }));
  const all = sheets.flatMap(({ member, cells }) => cells.map((cell) => ({ memberId: member.id, ...cell })));
  const scores = all.flatMap(({ score, ...cell }): MemberScore[] =>
    score === null ? [] : [{ ...cell, score }],
  );
  const nothing = wanted.optionIds.length === 0 || wanted.criterionIds.length === 0;
  const subject = { ...decision, criteria: decision.criteria.map(toCriterion), optionIds: wanted.optionIds };
  const agreement = nothing ? [] : scoreAgreement(subject, scores);
  const agreed = new Map(agreement.map((cell) => [cellOf(cell), cell]));
  const notes = new Map<string, number>();
  for (const cell of all) if (cell.note !== "") notes.set(cellOf(cell), (notes.get(cellOf(cell)) ?? 0) + 1);
  const placeOf = new Map(sheets.map(({ member }, place) => [member.id, place]));
  return {
    sealed: false as const,
    round: round.number,
    members: sheets.map(({ member }) => member),
    /** By option and criterion in their order; null where nobody scored. */
    cells: wanted.optionIds.map((optionId) =>
      wanted.criterionIds.map((criterionId) => {
        const place = cellOf({ optionId, criterionId });
        const cell = agreed.get(place);
        return cell === undefined ? null : shortened(cell, notes.get(place) ?? 0, placeOf);
      }),
    ),
  };
}

const mostNamed = 3;

/** What a cell of the matrix shows: 600 of them go over the wire. */
function shortened(cell: ScoreAgreement, notes: number, placeOf: ReadonlyMap<string, number>) {
  return {
    score: cell.score,
    mean: thousandths(cell.mean),
    lowest: cell.lowest,
    highest: cell.highest,
    members: cell.members,
    agreement: cell.agreement === null ? null : thousandths(cell.agreement),
    /** How many differ, and the places of those farthest off among the members. */
    differ: cell.differing.length,
    farthest: cell.differing.slice(0, mostNamed).map(({ memberId }) => placeOf.get(memberId) ?? 0),
    notes,
  };
}

const thousandths = (value: number) => Math.round(value * 1_000) / 1_000;

async function sheetsOf(tx: Transaction, db: OrganizationDb, roundId: string) {
  const sheets = await tx.scoreSheet.findMany({
    where: { organizationId: db.organizationId, roundId },
    orderBy: { membershipId: "asc" },
    select: { cells: true, membership: memberName },
  });
  return sheets.map(({ cells, membership }) => ({
    member: { id: membership.id, name: membership.account.name },
    cells: keptCells.parse(cells),
  }));
}

function within(cells: readonly KeptCell[], wanted: ScoredDecisionRow["wanted"]): KeptCell[] {
  const options = new Set(wanted.optionIds);
  const criteria = new Set(wanted.criterionIds);
  return cells.filter((cell) => options.has(cell.optionId) && criteria.has(cell.criterionId));
}
