import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { type Coverage, cellOf, isComplete } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { type AppError, invalid, notFound } from "@/platform/errors";
import {
  type FoundDecision,
  findDecision,
  lockDecision,
  refuseStranger,
  refuseUnlessOpen,
} from "./find.queries";
import { liveCriteria, wantedOf } from "./scoring.queries";
import {
  type handInInput,
  judgedSteps,
  type KeptCell,
  keptCells,
  type openRoundInput,
  type revealInput,
  type saveDraftInput,
} from "./scoring.schema";

/**
 * Keeps scores that are not handed in yet. It leaves no entry in the log: that somebody is at it is nobody's to know, and a draft
 * may be forgotten.
 */
export async function saveDraft(db: OrganizationDb, input: z.output<typeof saveDraftInput>) {
  const { organizationId, actor } = db;
  return await db.derive(async (tx) => {
    const round = await findRound(tx, db, input.roundId);
    if (round.revealedAt !== null) throw roundClosed();
    const decision = await findDecision(tx, db, round.decisionId);
    refuseUnlessOpen(decision);
    refuseUnknown(input.cells, wantedOf(decision, await liveCriteria(tx, db, decision.id)));
    const key = { organizationId, roundId: input.roundId, membershipId: actor.membershipId };
    await tx.scoreDraft.upsert({
      where: { organizationId_roundId_membershipId: key },
      create: { ...key, cells: input.cells },
      update: { cells: input.cells },
    });
    return { kept: input.cells.length };
  });
}

/**
 * Hands in scores for everything there is to score; only then does the member see those of others, and what was handed in stays
 * until the next round. Where an option or a criterion was added since, the scores for it are handed in beside the others.
 */
export async function handIn(db: OrganizationDb, input: z.output<typeof handInInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { round, decision } = await lockRunning(tx, db, input.roundId);
    const criteria = await liveCriteria(tx, db, decision.id);
    const wanted = wantedOf(decision, criteria);
    if (wanted.optionIds.length === 0 || wanted.criterionIds.length === 0) {
      throw invalid("NOTHING_TO_SCORE", "There must be an option and a criterion to score.");
    }
    const key = { organizationId, roundId: round.id, membershipId: actor.membershipId };
    const where = { organizationId_roundId_membershipId: key };
    const earlier = await tx.scoreSheet.findUnique({ where });
    const scorer = await tx.scorer.findUnique({ where });
    if (scorer !== null && isComplete(scorer, wanted)) {
      throw invalid("ALREADY_GIVEN", "Your scores are handed in, and stay as they are until the next round.");
    }
    const kept = earlier === null ? [] : keptCells.parse(earlier.cells);
    const cells = joined(kept, input.cells);
    refuseUnknown(cells.slice(kept.length), wanted);
    refuseUnlessComplete(cells, wanted);
    refuseOffScale(input.cells, criteria);
    await tx.scorer.upsert({
      where,
      create: { ...key, ...wanted, givenAt: new Date() },
      update: { ...wanted, givenAt: new Date() },
    });
    if (earlier === null) await tx.scoreSheet.createMany({ data: { ...key, cells } });
    else await tx.scoreSheet.updateMany({ where: key, data: { cells } });
    await tx.scoreDraft.deleteMany({ where: key });
    return { answer: null, event: aboutRound(decision, round, "scores.given") };
  });
}

/** Shows everybody what was handed in, and ends the round. Drafts stay where they are: with their writers. */
export async function reveal(db: OrganizationDb, input: z.output<typeof revealInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { round, decision } = await lockRound(tx, db, input.roundId);
    refuseStranger(db, decision);
    if (round.revealedAt !== null) throw roundClosed();
    await tx.scoringRound.updateMany({
      where: { organizationId, id: round.id },
      data: { revealedAt: new Date(), revealedById: actor.membershipId },
    });
    return { answer: null, event: aboutRound(decision, round, "scores.revealed") };
  });
}

/** Has everybody score once more, after the last round was seen and discussed. The last one stays beside it. */
export async function openRound(db: OrganizationDb, input: z.output<typeof openRoundInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    refuseUnlessOpen(decision);
    const last = await tx.scoringRound.findFirst({
      where: { organizationId, decisionId: decision.id },
      orderBy: { number: "desc" },
    });
    if (last === null) throw invalid("NO_CRITERIA", "Add a criterion first: the first round begins with it.");
    if (last.revealedAt === null) {
      throw invalid("ROUND_RUNNING", "A round is running. Reveal its scores before you open another.");
    }
    const round = { id: uuidv7(), number: last.number + 1 };
    await tx.scoringRound.create({
      data: {
        organizationId,
        decisionId: decision.id,
        ...round,
        reason: input.reason,
        openedById: actor.membershipId,
      },
    });
    return {
      answer: round,
      event: aboutRound(decision, round, "scoring.round-opened", input.reason),
    };
  });
}

async function lockRunning(tx: Transaction, db: OrganizationDb, roundId: string) {
  const found = await lockRound(tx, db, roundId);
  refuseUnlessOpen(found.decision);
  if (found.round.revealedAt !== null) throw roundClosed();
  return found;
}

/** The round as it stands while nobody else changes the decision: of a hand-in and a reveal at once, the later sees the earlier. */
async function lockRound(tx: Transaction, db: OrganizationDb, roundId: string) {
  const { decisionId } = await findRound(tx, db, roundId);
  const decision = await lockDecision(tx, db, decisionId);
  return { decision, round: await findRound(tx, db, roundId) };
}

async function findRound(tx: Transaction, db: OrganizationDb, roundId: string) {
  const round = await tx.scoringRound.findFirst({
    where: {
      organizationId: db.organizationId,
      id: roundId,
      decision: { deletedAt: null, project: { deletedAt: null } },
    },
  });
  if (round === null) throw notFound("round of scoring");
  return round;
}

function roundClosed(): AppError {
  return invalid("ROUND_CLOSED", "This round was revealed, so nothing more is scored in it.");
}

/** What was handed in stays; more comes beside it. */
function joined(kept: readonly KeptCell[], given: readonly KeptCell[]): KeptCell[] {
  const places = new Set(kept.map(cellOf));
  for (const cell of given) {
    if (places.has(cellOf(cell))) {
      throw invalid("SCORED_TWICE", "Please score each option by each criterion once.", "cells");
    }
    places.add(cellOf(cell));
  }
  return [...kept, ...given];
}

function refuseUnknown(given: readonly KeptCell[], wanted: Coverage): void {
  const options = new Set(wanted.optionIds);
  const criteria = new Set(wanted.criterionIds);
  const why = "changed meanwhile. Look at what there is to score now, and send your scores again.";
  if (given.some((cell) => !options.has(cell.optionId))) {
    throw invalid("UNKNOWN_OPTION", `The options have ${why}`, "cells");
  }
  if (given.some((cell) => !criteria.has(cell.criterionId))) {
    throw invalid("UNKNOWN_CRITERION", `The criteria have ${why}`, "cells");
  }
}

function refuseUnlessComplete(cells: readonly KeptCell[], { optionIds, criterionIds }: Coverage): void {
  const places = new Set(cells.map(cellOf));
  const missing = optionIds.reduce(
    (sum, optionId) =>
      sum + criterionIds.filter((criterionId) => !places.has(cellOf({ optionId, criterionId }))).length,
    0,
  );
  if (missing > 0) {
    const scores = missing === 1 ? "1 score is" : `${missing} scores are`;
    throw invalid(
      "SCORES_MISSING",
      `${scores} missing. Score everything, or say where you can't judge.`,
      "cells",
    );
  }
  if (cells.every(({ score }) => score === null)) {
    throw invalid("NOTHING_SCORED", "Please score at least one option by one criterion.", "cells");
  }
}

function refuseOffScale(
  cells: readonly KeptCell[],
  criteria: readonly { id: string; name: string; words: readonly string[] }[],
): void {
  const judged = new Map(criteria.filter(({ words }) => words.length > 0).map(({ id, name }) => [id, name]));
  for (const { criterionId, score } of cells) {
    const name = judged.get(criterionId);
    if (name === undefined || score === null) continue;
    if (Number.isInteger(score) && score >= 1 && score <= judgedSteps) continue;
    throw invalid("OFF_SCALE", `“${name}” is scored from 1 to ${judgedSteps}.`, "cells");
  }
}

/** Says who did what, and never what was scored. */
function aboutRound(
  decision: FoundDecision,
  round: { number: number },
  type: "scores.given" | "scores.revealed" | "scoring.round-opened",
  reason?: string,
) {
  return {
    type,
    subject: { type: "decision", id: decision.id },
    projectId: decision.projectId,
    data: {
      number: decision.number,
      question: decision.question,
      after: { round: round.number },
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
