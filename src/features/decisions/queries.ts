import { differenceInCalendarDays } from "date-fns";
import type { z } from "zod";
import { compare, figuresOf } from "@/features/plans/difference.service";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import { planRecord } from "@/features/plans/record.schema";
import { optionEffects } from "@/features/plans/schema";
import { compute, computeIfChosen } from "@/features/plans/service";
import { type OptionEffect, type PlanInput, tallyVotes } from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { mayDecide } from "@/platform/permissions";
import { findDecision, mayAnswer, memberName, stateOf, toPhase, toProcess, toStance } from "./find.queries";
import { positionsRecord } from "./record.schema";
import { costsOfChange, type listDecisionsInput, type previewEffectsInput } from "./schema";
import { decisionsOfLog } from "./search.queries";

/** A decision as its page shows it. */
export async function decisionByNumber(db: OrganizationDb, projectKey: string, number: number) {
  const { row, comment } = await db.read(async (tx) => {
    const found = await decisionRow(tx, db, projectKey, number);
    return { row: found, comment: await originComment(tx, db, found.commentId) };
  });
  const outcomes = row.outcomes.map((outcome) => ({
    id: outcome.id,
    optionId: outcome.optionId,
    optionTitle: outcome.option.title,
    rationale: outcome.rationale,
    objectionsAnswered: outcome.objectionsAnswered,
    decidedBy: outcome.decidedBy.account.name,
    decidedAt: outcome.decidedAt,
    plan: planRecord.parse(outcome.difference),
    positions: positionsRecord.nullable().parse(outcome.positions),
    reviewOn: outcome.reviewOn === null ? null : toDay(outcome.reviewOn),
    isReviewDue: outcome.endedAt === null && outcome.reviewOn !== null && toDay(outcome.reviewOn) <= today(),
    reviews: outcome.reviews.map(({ reviewer, nextOn, ...review }) => ({
      ...review,
      nextOn: nextOn === null ? null : toDay(nextOn),
      by: reviewer.account.name,
    })),
    ended:
      outcome.endedAt === null
        ? null
        : {
            by: outcome.endedBy,
            reason: outcome.endReason ?? "",
            at: outcome.endedAt,
            who: outcome.ender?.account.name ?? "",
          },
  }));
  const standing = outcomes.find((outcome) => outcome.ended === null) ?? null;
  const positions = row.positions.map(({ membership, stance, answeredBy, ...position }) => ({
    ...position,
    stance: toStance(stance),
    answeredBy: answeredBy?.account.name ?? null,
    membershipId: membership.id,
    name: membership.account.name,
  }));
  const owns = [row.owner.id, row.project.ownerId].includes(db.actor.membershipId);
  return {
    id: row.id,
    number: row.number,
    phase: toPhase(row.phase),
    question: row.question,
    context: row.context,
    rationale: row.rationale,
    state: stateOf(row.supersededBy !== null, standing !== null),
    owner: { id: row.owner.id, name: row.owner.account.name },
    askedBy: row.askedBy.account.name,
    askedAt: row.createdAt,
    dueOn: row.dueOn === null ? null : toDay(row.dueOn),
    version: row.version,
    process: toProcess(row.process),
    suggestion: row.suggestion,
    from: { taskKey: row.taskKey, comment },
    project: row.project,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    options: row.options.map(({ effects, costOfChangeLevel, ...option }) => ({
      ...option,
      effects: optionEffects.parse(effects),
      costOfChangeLevel: costsOfChange.find((level) => level === costOfChangeLevel) ?? null,
    })),
    criteria: row.criteria,
    standing,
    outcomes,
    positions,
    consulted: row.consulted.map(({ membership }) => ({
      membershipId: membership.id,
      name: membership.account.name,
      answered: positions.some((position) => position.membershipId === membership.id),
    })),
    tally: tallyVotes(row.options, positions),
    dependsOn: row.dependsOn.map(({ dependsOn }) => brief(dependsOn)),
    neededBy: row.neededBy.map(({ decision }) => brief(decision)),
    mayDecide: mayDecide(db.actor.role, owns),
  };
}

const linked = {
  id: true,
  number: true,
  question: true,
  supersededBy: { select: { id: true } },
  outcomes: { where: { endedAt: null }, select: { id: true } },
} as const;

function brief(row: {
  id: string;
  number: number;
  question: string;
  supersededBy: object | null;
  outcomes: object[];
}) {
  const { id, number, question } = row;
  return { id, number, question, state: stateOf(row.supersededBy !== null, row.outcomes.length > 0) };
}

async function decisionRow(tx: Transaction, db: OrganizationDb, projectKey: string, number: number) {
  const row = await tx.decision.findFirst({
    where: {
      organizationId: db.organizationId,
      number,
      deletedAt: null,
      project: { key: projectKey, deletedAt: null },
    },
    include: {
      project: { select: { id: true, key: true, name: true, ownerId: true } },
      owner: memberName,
      askedBy: memberName,
      supersedes: { select: { number: true, question: true } },
      supersededBy: { select: { number: true, question: true } },
      options: {
        where: { deletedAt: null },
        orderBy: { place: "asc" },
        select: {
          id: true,
          title: true,
          description: true,
          effects: true,
          version: true,
          pros: true,
          cons: true,
          costOfChange: true,
          costOfChangeLevel: true,
          modelId: true,
        },
      },
      criteria: {
        where: { deletedAt: null },
        orderBy: [{ place: "asc" }, { id: "asc" }],
        select: { id: true, name: true },
      },
      outcomes: {
        orderBy: { decidedAt: "desc" },
        include: {
          option: { select: { title: true } },
          decidedBy: memberName,
          ender: memberName,
          reviews: {
            orderBy: { at: "desc" },
            select: { id: true, note: true, nextOn: true, at: true, reviewer: memberName },
          },
        },
      },
      positions: {
        where: { membership: { removedAt: null } },
        orderBy: { at: "asc" },
        select: {
          stance: true,
          optionId: true,
          reason: true,
          at: true,
          answer: true,
          answeredBy: memberName,
          keptAt: true,
          version: true,
          membership: memberName,
        },
      },
      consulted: {
        where: { membership: mayAnswer },
        orderBy: { askedAt: "asc" },
        select: { membership: memberName },
      },
      dependsOn: { where: { dependsOn: { deletedAt: null } }, select: { dependsOn: { select: linked } } },
      neededBy: { where: { decision: { deletedAt: null } }, select: { decision: { select: linked } } },
    },
  });
  if (row === null) throw notFound("decision");
  return row;
}

/** The comment that a decision was asked from, as long as it is there to be read. */
async function originComment(tx: Transaction, db: OrganizationDb, commentId: string | null) {
  if (commentId === null) return null;
  const comment = await tx.comment.findFirst({
    where: { organizationId: db.organizationId, id: commentId, deletedAt: null },
    select: { id: true, subjectType: true, subjectId: true, author: memberName },
  });
  if (comment === null) return null;
  const about =
    comment.subjectType === "decision"
      ? await tx.decision.findFirst({
          where: { organizationId: db.organizationId, id: comment.subjectId },
          select: { number: true },
        })
      : null;
  return { id: comment.id, author: comment.author.account.name, decision: about?.number ?? null };
}

/**
 * What each option would do to the plan as it stands: the project's figures with that option chosen, and their difference
 * to now; and how much leaving the decision open widens them.
 */
export async function optionPreviews(db: OrganizationDb, projectKey: string, number: number) {
  const { decisionId, projectId, input, optionIds } = await db.read(async (tx) => {
    const row = await tx.decision.findFirst({
      where: {
        organizationId: db.organizationId,
        number,
        deletedAt: null,
        project: { key: projectKey, deletedAt: null },
      },
      select: {
        id: true,
        projectId: true,
        options: { where: { deletedAt: null }, orderBy: { place: "asc" }, select: { id: true } },
      },
    });
    if (row === null) throw notFound("decision");
    return {
      decisionId: row.id,
      projectId: row.projectId,
      input: await planInput(tx, db, row.projectId),
      optionIds: row.options.map((option) => option.id),
    };
  });
  const now = compute(projectId, input);
  const standing = input.decisions.some((decision) => decision.id === decisionId);
  return {
    now: figuresOf(now),
    runs: now.forecast.runs,
    asOf: now.forecast.asOf,
    /** What the forecast says of the decision while it is open. */
    open: now.forecast.openDecisions.find((open) => open.decisionId === decisionId) ?? null,
    options: standing
      ? optionIds.map((optionId) => ({
          optionId,
          ...compare(now, computeIfChosen(projectId, input, decisionId, optionId)),
        }))
      : [],
  };
}

/** What an option would do with effects that are still being edited. */
export async function previewEffects(db: OrganizationDb, input: z.output<typeof previewEffectsInput>) {
  return await db.read(async (tx) => {
    const decision = await findDecision(tx, db, input.decisionId);
    const plan = await planInput(tx, db, decision.projectId);
    const edited = withEffects(plan, decision.id, input.optionId, input.effects);
    const now = compute(decision.projectId, plan);
    return compare(now, computeIfChosen(decision.projectId, edited, decision.id, input.optionId ?? draftId));
  });
}

const draftId = "draft";

function withEffects(
  plan: PlanInput,
  decisionId: string,
  optionId: string | null,
  effects: OptionEffect[],
): PlanInput {
  return {
    ...plan,
    decisions: plan.decisions.map((decision) => {
      if (decision.id !== decisionId) return decision;
      const others = decision.options.filter((option) => option.id !== optionId);
      return { ...decision, options: [...others, { id: optionId ?? draftId, title: "Draft", effects }] };
    }),
  };
}

async function planInput(tx: Transaction, db: OrganizationDb, projectId: string): Promise<PlanInput> {
  const input = (await readPlanInputs(tx, db.organizationId, [projectId])).get(projectId);
  if (input === undefined) throw notFound("project");
  return input;
}

/** Decisions over all projects, or of one, the oldest open first and the newest decided first. */
export async function listDecisions(db: OrganizationDb, input: z.output<typeof listDecisionsInput>) {
  const rows = await db.read(async (tx) => {
    return await tx.decision.findMany({
      where: await decisionsOfLog(tx, db, input),
      orderBy: { createdAt: input.state === "open" ? "asc" : "desc" },
      take: 500,
      select: {
        ...linked,
        phase: true,
        createdAt: true,
        dueOn: true,
        owner: memberName,
        project: { select: { key: true, name: true } },
        outcomes: {
          where: { endedAt: null },
          select: { id: true, decidedAt: true, reviewOn: true, option: { select: { title: true } } },
        },
        process: true,
        _count: { select: { options: { where: { deletedAt: null } }, positions: true } },
      },
    });
  });
  return rows.map((row) => ({
    ...brief(row),
    phase: toPhase(row.phase),
    askedAt: row.createdAt,
    ageDays: differenceInCalendarDays(new Date(), row.createdAt),
    dueOn: row.dueOn === null ? null : toDay(row.dueOn),
    ownerName: row.owner.account.name,
    process: toProcess(row.process),
    project: row.project,
    reviewOn: row.outcomes[0]?.reviewOn == null ? null : toDay(row.outcomes[0].reviewOn),
    chosen:
      row.outcomes[0] === undefined
        ? null
        : { title: row.outcomes[0].option.title, at: row.outcomes[0].decidedAt },
    options: row._count.options,
    positions: row._count.positions,
  }));
}

/** What was decided and is to be looked at again by now, the longest due first. */
export async function reviewsDue(db: OrganizationDb) {
  const { organizationId } = db;
  const rows = await db.read(
    async (tx) =>
      await tx.outcome.findMany({
        where: {
          organizationId,
          reviewOn: { lte: fromDay(today()) },
          endedAt: null,
          decision: { deletedAt: null, supersededBy: null, project: { deletedAt: null } },
        },
        orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
        take: 100,
        select: {
          id: true,
          reviewOn: true,
          option: { select: { title: true } },
          decision: {
            select: {
              number: true,
              question: true,
              owner: memberName,
              project: { select: { key: true, name: true } },
            },
          },
        },
      }),
  );
  return rows.flatMap(({ reviewOn, option, decision, ...row }) => {
    if (reviewOn === null) return [];
    const { owner, ...asked } = decision;
    return [
      {
        ...row,
        ...asked,
        ownerId: owner.id,
        ownerName: owner.account.name,
        chosen: option.title,
        dueOn: toDay(reviewOn),
      },
    ];
  });
}
