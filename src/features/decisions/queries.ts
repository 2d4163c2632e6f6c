import { differenceInCalendarDays } from "date-fns";
import type { z } from "zod";
import { compare, figuresOf } from "@/features/plans/difference.service";
import { readPlanInputs } from "@/features/plans/inputs.queries";
import { planRecord } from "@/features/plans/record.schema";
import { optionEffects } from "@/features/plans/schema";
import { compute, computeIfChosen } from "@/features/plans/service";
import { type OptionEffect, type PhaseId, type PlanInput, phaseIds } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { mayDecide } from "@/platform/permissions";
import { type DecisionState, findDecision } from "./find.queries";
import { type listDecisionsInput, type previewEffectsInput, stances } from "./schema";

const memberName = { select: { id: true, account: { select: { name: true } } } } as const;

/** A decision as its page shows it. */
export async function decisionByNumber(db: OrganizationDb, projectKey: string, number: number) {
  const row = await db.read(async (tx) => await decisionRow(tx, db, projectKey, number));
  const outcomes = row.outcomes.map((outcome) => ({
    id: outcome.id,
    optionId: outcome.optionId,
    optionTitle: outcome.option.title,
    rationale: outcome.rationale,
    objectionsAnswered: outcome.objectionsAnswered,
    decidedBy: outcome.decidedBy.account.name,
    decidedAt: outcome.decidedAt,
    plan: planRecord.parse(outcome.difference),
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
  const owns = [row.owner.id, row.project.ownerId].includes(db.actor.membershipId);
  return {
    id: row.id,
    number: row.number,
    phase: toPhase(row.phase),
    question: row.question,
    context: row.context,
    state: stateOf(row.supersededBy !== null, standing !== null),
    owner: { id: row.owner.id, name: row.owner.account.name },
    askedBy: row.askedBy.account.name,
    askedAt: row.createdAt,
    dueOn: row.dueOn === null ? null : toDay(row.dueOn),
    version: row.version,
    project: row.project,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    options: row.options.map(({ effects, ...option }) => ({
      ...option,
      effects: optionEffects.parse(effects),
    })),
    standing,
    outcomes,
    positions: row.positions.map(({ membership, stance, ...position }) => ({
      ...position,
      stance: toStance(stance),
      membershipId: membership.id,
      name: membership.account.name,
    })),
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
        select: { id: true, title: true, description: true, effects: true, version: true },
      },
      outcomes: {
        orderBy: { decidedAt: "desc" },
        include: { option: { select: { title: true } }, decidedBy: memberName, ender: memberName },
      },
      positions: {
        where: { membership: { removedAt: null } },
        orderBy: { at: "asc" },
        select: { stance: true, optionId: true, reason: true, at: true, membership: memberName },
      },
      dependsOn: { select: { dependsOn: { select: linked } } },
      neededBy: { select: { decision: { select: linked } } },
    },
  });
  if (row === null) throw notFound("decision");
  return row;
}

function stateOf(isSuperseded: boolean, isDecided: boolean): DecisionState {
  if (isSuperseded) return "superseded";
  return isDecided ? "decided" : "open";
}

/**
 * What each option would do to the plan as it stands: the project's figures with that option chosen, and their difference
 * to now.
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
  const rows = await db.read(
    async (tx) =>
      await tx.decision.findMany({
        where: {
          organizationId: db.organizationId,
          deletedAt: null,
          project: { deletedAt: null, ...(input.projectKey === undefined ? {} : { key: input.projectKey }) },
          ...(input.state === "superseded" ? { supersededBy: { isNot: null } } : {}),
          ...(input.state === "open" ? { supersededBy: null, outcomes: { none: { endedAt: null } } } : {}),
          ...(input.state === "decided" ? { supersededBy: null, outcomes: { some: { endedAt: null } } } : {}),
        },
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
            select: { id: true, decidedAt: true, option: { select: { title: true } } },
          },
          _count: { select: { options: { where: { deletedAt: null } }, positions: true } },
        },
      }),
  );
  return rows.map((row) => ({
    ...brief(row),
    phase: toPhase(row.phase),
    askedAt: row.createdAt,
    ageDays: differenceInCalendarDays(new Date(), row.createdAt),
    dueOn: row.dueOn === null ? null : toDay(row.dueOn),
    ownerName: row.owner.account.name,
    project: row.project,
    chosen:
      row.outcomes[0] === undefined
        ? null
        : { title: row.outcomes[0].option.title, at: row.outcomes[0].decidedAt },
    options: row._count.options,
    positions: row._count.positions,
  }));
}

function toPhase(text: string): PhaseId {
  const phase = phaseIds.find((id) => id === text);
  if (phase === undefined) throw new Error(`Unknown phase ${text}`);
  return phase;
}

function toStance(text: string): (typeof stances)[number] {
  const stance = stances.find((known) => known === text);
  if (stance === undefined) throw new Error(`Unknown stance ${text}`);
  return stance;
}
