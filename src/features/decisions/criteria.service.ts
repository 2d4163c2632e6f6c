import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import {
  checkScale,
  importancesFor,
  importancesWithOneMore,
  importancesWithout,
  PlanningError,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { type AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { type FoundDecision, lockDecision, refuseUnlessOpen } from "./find.queries";
import { criterionContent, liveCriteria, toWeighting } from "./scoring.queries";
import {
  type addCriterionInput,
  type editCriterionInput,
  judgedSteps,
  mostCriteria,
  type removeCriterionInput,
  type weighInput,
} from "./scoring.schema";

/** Adds a criterion, that counts as the others do on average; the first one opens the first round of scoring. */
export async function addCriterion(db: OrganizationDb, input: z.output<typeof addCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const content = contentOf(input);
    const criteria = await liveCriteria(tx, db, decision.id);
    if (criteria.length >= mostCriteria) {
      throw invalid("TOO_MANY_CRITERIA", `Please keep to ${mostCriteria} criteria.`);
    }
    refuseNameTaken(criteria, content.name, null);
    const id = uuidv7();
    const importances = importancesWithOneMore(toWeighting(decision.weighting), criteria.map(weightOf));
    await tx.criterion.create({
      data: {
        organizationId,
        id,
        decisionId: decision.id,
        place: criteria.length,
        ...content,
        importance: importances.at(-1) ?? 0,
      },
    });
    await saveImportances(tx, db, criteria, importances);
    await countWeights(tx, db, decision);
    const rounds = await tx.scoringRound.count({ where: { organizationId, decisionId: decision.id } });
    if (rounds === 0) await openFirstRound(tx, db, decision.id);
    return {
      answer: { id },
      event: aboutCriterion(decision, "criterion.added", { after: { criterionId: id, ...content } }),
    };
  });
}

/** The criteria of a decision for the one that takes its place, to be scored anew. */
export async function copyCriteria(
  tx: Transaction,
  db: OrganizationDb,
  decisionId: string,
  successorId: string,
): Promise<void> {
  const criteria = await liveCriteria(tx, db, decisionId);
  if (criteria.length === 0) return;
  await tx.criterion.createMany({
    data: criteria.map((criterion, place) => ({
      organizationId: db.organizationId,
      id: uuidv7(),
      decisionId: successorId,
      place,
      ...criterionContent(criterion),
      importance: criterion.importance,
    })),
  });
  await openFirstRound(tx, db, successorId);
}

async function openFirstRound(tx: Transaction, db: OrganizationDb, decisionId: string): Promise<void> {
  const { organizationId, actor } = db;
  const round = { id: uuidv7(), number: 1, reason: "", openedById: actor.membershipId };
  await tx.scoringRound.create({ data: { organizationId, decisionId, ...round } });
}

/** Changes a criterion. Its scale stays once somebody has handed in scores on it. */
export async function editCriterion(db: OrganizationDb, input: z.output<typeof editCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { decision, criterion, criteria } = await openDecisionOf(tx, db, input.criterionId);
    const content = contentOf(input);
    refuseNameTaken(criteria, content.name, criterion.id);
    const rescaled =
      content.worst !== criterion.worst ||
      content.best !== criterion.best ||
      content.words.length > 0 !== criterion.words.length > 0;
    if (rescaled && (await isScored(tx, db, criterion.id))) {
      throw invalid(
        "SCALE_IN_USE",
        "Scores were given on this scale, so it stays. Remove the criterion and add another one instead.",
        "worst",
      );
    }
    const changed = await tx.criterion.updateMany({
      where: { organizationId, id: criterion.id, version: input.version },
      data: { ...content, version: { increment: 1 } },
    });
    if (changed.count === 0) throw await stale(tx, db, criterion.id);
    return {
      answer: { version: input.version + 1 },
      event: aboutCriterion(decision, "criterion.edited", {
        before: criterionContent(criterion),
        after: { criterionId: criterion.id, ...content },
      }),
    };
  });
}

export async function removeCriterion(db: OrganizationDb, input: z.output<typeof removeCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { decision, criterion, criteria } = await openDecisionOf(tx, db, input.criterionId);
    const changed = await tx.criterion.updateMany({
      where: { organizationId, id: criterion.id, version: input.version },
      data: { deletedAt: new Date(), version: { increment: 1 } },
    });
    if (changed.count === 0) throw await stale(tx, db, criterion.id);
    const place = criteria.findIndex(({ id }) => id === criterion.id);
    const rest = criteria.toSpliced(place, 1);
    const importances = importancesWithout(toWeighting(decision.weighting), criteria.map(weightOf), place);
    await saveImportances(tx, db, rest, importances);
    await countWeights(tx, db, decision);
    return {
      answer: null,
      event: aboutCriterion(decision, "criterion.removed", { before: criterionContent(criterion) }),
    };
  });
}

/** Weighs all criteria at once and puts them in order. */
export async function weigh(db: OrganizationDb, input: z.output<typeof weighInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const criteria = await liveCriteria(tx, db, decision.id);
    if (decision.weightsVersion !== input.weightsVersion) {
      throw staleVersion("weighting", {
        weighting: decision.weighting,
        weights: criteria.map(({ id, importance }) => ({ criterionId: id, importance })),
        weightsVersion: decision.weightsVersion,
      });
    }
    const given = new Map(input.weights.map(({ criterionId, importance }) => [criterionId, importance]));
    if (given.size !== criteria.length || criteria.some(({ id }) => !given.has(id))) {
      throw invalid("UNKNOWN_CRITERION", "Please weigh each of this decision's criteria once.", "weights");
    }
    const importances = formed(input.weighting, [...given.values()]);
    await saveImportances(
      tx,
      db,
      [...given.keys()].map((id) => ({ id })),
      importances,
    );
    await countWeights(tx, db, decision, input.weighting);
    const nameOf = new Map(criteria.map(({ id, name }) => [id, name]));
    return {
      answer: { weightsVersion: input.weightsVersion + 1 },
      event: {
        type: "criteria.weighed",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          before: { weighting: decision.weighting, weights: criteria.map(told) },
          after: {
            weighting: input.weighting,
            weights: [...given.keys()].map((id, place) =>
              told({ name: nameOf.get(id) ?? "", importance: importances[place] ?? 0 }),
            ),
          },
        },
      },
    };
  });
}

const weightOf = ({ importance }: { importance: number }) => importance;
const told = ({ name, importance }: { name: string; importance: number }) => ({ name, importance });

type Content = Omit<z.output<typeof addCriterionInput>, "mutationId" | "decisionId">;

function contentOf({ name, description, worst, best, unit, words }: Content): Content {
  if (words.length !== 0 && words.length !== judgedSteps) {
    throw invalid("WORDS_MISSING", "Please give a word for each of the five steps.", "words");
  }
  if (words.length > 0 && (worst !== 1 || best !== judgedSteps)) {
    throw invalid("WORDS_NEED_STEPS", "Five words go with a scale from 1 to 5.", "worst");
  }
  try {
    checkScale({ worst, best, unit }, "scale");
  } catch (error) {
    if (error instanceof PlanningError) throw invalid("SCALE_WITHOUT_LENGTH", error.reason, "best");
    throw error;
  }
  return { name, description, worst, best, unit, words };
}

function formed(weighting: z.output<typeof weighInput>["weighting"], importances: number[]): number[] {
  try {
    return importancesFor(weighting, importances);
  } catch (error) {
    if (error instanceof PlanningError) throw invalid("NOTHING_COUNTS", error.reason, "weights");
    throw error;
  }
}

function refuseNameTaken(
  criteria: readonly { id: string; name: string }[],
  name: string,
  except: string | null,
) {
  const same = criteria.find(
    (other) => other.id !== except && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (same === undefined) return;
  throw invalid("NAME_TAKEN", "There is a criterion of this name already.", "name");
}

async function openDecisionOf(tx: Transaction, db: OrganizationDb, criterionId: string) {
  const found = await tx.criterion.findFirst({
    where: { organizationId: db.organizationId, id: criterionId, deletedAt: null },
    select: { decisionId: true },
  });
  if (found === null) throw notFound("criterion");
  const decision = await lockDecision(tx, db, found.decisionId);
  refuseUnlessOpen(decision);
  const criteria = await liveCriteria(tx, db, decision.id);
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) throw notFound("criterion");
  return { decision, criterion, criteria };
}

/** Drafts do not count: that there are any is nobody's to know. */
async function isScored(tx: Transaction, db: OrganizationDb, criterionId: string): Promise<boolean> {
  const where = { organizationId: db.organizationId, criterionIds: { has: criterionId } };
  return (await tx.scorer.count({ where })) > 0;
}

async function saveImportances(
  tx: Transaction,
  db: OrganizationDb,
  criteria: readonly { id: string }[],
  importances: readonly number[],
): Promise<void> {
  await tx.$executeRaw`UPDATE criterion SET importance = new.importance, place = new.place - 1
    FROM unnest(${criteria.map(({ id }) => id)}::uuid[], ${importances.slice(0, criteria.length)}::float8[])
      WITH ORDINALITY AS new(id, importance, place)
    WHERE criterion.organization_id = ${db.organizationId}::uuid AND criterion.id = new.id`;
}

async function countWeights(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  weighting = decision.weighting,
): Promise<void> {
  await tx.decision.updateMany({
    where: { organizationId: db.organizationId, id: decision.id },
    data: { weighting, weightsVersion: { increment: 1 } },
  });
}

async function stale(tx: Transaction, db: OrganizationDb, id: string): Promise<AppError> {
  const where = { organizationId: db.organizationId, id };
  const current = await tx.criterion.findFirstOrThrow({ where });
  return staleVersion("criterion", { ...criterionContent(current), version: current.version });
}

function aboutCriterion(
  decision: FoundDecision,
  type: "criterion.added" | "criterion.edited" | "criterion.removed",
  change: { before?: object; after?: object },
) {
  return {
    type,
    subject: { type: "decision", id: decision.id },
    projectId: decision.projectId,
    data: { number: decision.number, question: decision.question, ...change },
  };
}
