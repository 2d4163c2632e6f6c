import { addCriterion, weigh } from "@/features/decisions/criteria.service";
import {
  addCriterionInput,
  handInInput,
  openRoundInput,
  weighInput,
} from "@/features/decisions/scoring.schema";
import { handIn, openRound, reveal } from "@/features/decisions/scoring.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { findDecision } from "./decision-steps.service";
import type { StepOf } from "./story";

export async function criteriaStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"criteria">,
): Promise<void> {
  const { id: decisionId } = await findDecision(db, projectId, step.decision);
  const weights = [];
  for (const { scale, importance, ...content } of step.criteria) {
    const input = addCriterionInput.parse({
      mutationId: crypto.randomUUID(),
      decisionId,
      ...content,
      ...scale,
    });
    weights.push({ criterionId: (await addCriterion(db, input)).id, importance });
  }
  const input = weighInput.parse({
    mutationId: crypto.randomUUID(),
    decisionId,
    weightsVersion: step.criteria.length + 1,
    weighting: "swing",
    weights,
  });
  await weigh(db, input);
}

export async function scoreStep(db: OrganizationDb, projectId: string, step: StepOf<"score">): Promise<void> {
  const { options, criteria, roundId } = await toScore(db, projectId, step.decision);
  const noteOf = (option: number, criterion: number) =>
    step.notes.find((note) => note.option === option && note.criterion === criterion)?.text ?? "";
  const cells = step.scores.flatMap((row, option) =>
    row.map((score, criterion) => ({
      optionId: options[option]?.id,
      criterionId: criteria[criterion]?.id,
      score,
      note: noteOf(option, criterion),
    })),
  );
  await handIn(db, handInInput.parse({ mutationId: crypto.randomUUID(), roundId, cells }));
}

export async function revealStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"reveal">,
): Promise<void> {
  const { roundId } = await toScore(db, projectId, step.decision);
  await reveal(db, { mutationId: crypto.randomUUID(), roundId });
}

export async function roundStep(db: OrganizationDb, projectId: string, step: StepOf<"round">): Promise<void> {
  const { id: decisionId } = await findDecision(db, projectId, step.decision);
  const { reason } = step;
  await openRound(db, openRoundInput.parse({ mutationId: crypto.randomUUID(), decisionId, reason }));
}

/** The last round of a decision, and what there is to score in it. */
async function toScore(db: OrganizationDb, projectId: string, number: number) {
  const { id: decisionId, options } = await findDecision(db, projectId, number);
  const where = { organizationId: db.organizationId, decisionId };
  return await db.read(async (tx) => ({
    options,
    criteria: await tx.criterion.findMany({ where, orderBy: { place: "asc" }, select: { id: true } }),
    roundId: (await tx.scoringRound.findFirstOrThrow({ where, orderBy: { number: "desc" } })).id,
  }));
}
