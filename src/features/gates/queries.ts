import type { z } from "zod";
import { readPlan } from "@/features/plans/service";
import { gateCriterionStatuses, gateReadiness, gateStanding, gateVerdicts, lifecycleWith } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { approverOf } from "./find.queries";
import { gateEvidenceKinds, type gateInput, shownCriteria } from "./schema";

const name = { select: { account: { select: { name: true } } } } as const;

/** A phase's gate: what it asks with what shows it, who says whether it is passed, and every round of that. */
export async function gateOf(db: OrganizationDb, { projectKey, phase }: z.output<typeof gateInput>) {
  return await db.read(async (tx) => {
    const { organizationId } = db;
    const project = await tx.project.findFirst({
      where: { organizationId, key: projectKey, deletedAt: null },
      select: { id: true, ownerId: true, gatePassages: { select: passageParts } },
    });
    if (project === null) throw notFound("project");
    const row = await readGate(tx, { organizationId, projectId: project.id, phase });
    const gate = row ?? { version: 0, approverId: null, criteria: [], rounds: [] };
    const plan = await readPlan(tx, db, project.id);
    const known = lifecycleWith(plan.standards.lifecycle).phaseById(phase);
    const included = new Set(plan.techniques.map(({ technique }) => technique.id));
    const { criteria, deliverables } = gateReadiness(known, included, plan.tasks);
    const said = new Map(gate.criteria.map((criterion) => [criterion.key, criterion]));
    const verdicts = gate.rounds.flatMap(({ verdict, decidedAt }) =>
      verdict === null || decidedAt === null ? [] : [{ verdict: toVerdict(verdict), at: decidedAt }],
    );
    return {
      projectId: project.id,
      phase,
      ownerId: project.ownerId,
      name: known.gate.name,
      leavesWith: known.leavesWith,
      /** The role that the lifecycle has approve it. */
      role: known.gate.approvedBy,
      version: gate.version,
      standing: gateStanding(phase, verdicts, project.gatePassages),
      approver: await approverOf(tx, db, { approverId: gate.approverId, project }),
      criteria: [
        ...criteria.map(({ criterion, evidence, tasks }) => ({
          ...toCriterion(criterion.id, criterion.text, said.get(criterion.id)),
          isOwn: false,
          sources: criterion.sources,
          tasks: { evidence, names: tasks.map((task) => task.name) },
        })),
        ...gate.criteria.flatMap((own) =>
          own.text === null
            ? []
            : [{ ...toCriterion(own.key, own.text, own), isOwn: true, sources: [], tasks: null }],
        ),
      ],
      deliverables: deliverables.map(({ deliverable, evidence }) => ({
        id: deliverable.id,
        name: deliverable.name,
        sources: deliverable.sources,
        evidence,
      })),
      rounds: gate.rounds.map(toRound),
      /** What can be pointed at as evidence. */
      ...(await shownBy(tx, db, project.id)),
    };
  });
}

export type GateView = Awaited<ReturnType<typeof gateOf>>;

const passageParts = { fromPhase: true, toPhase: true, at: true } as const;

const criteriaParts = {
  where: { removedAt: null },
  orderBy: { id: "asc" },
  select: {
    key: true,
    text: true,
    status: true,
    note: true,
    version: true,
    judgedAt: true,
    judgedBy: name,
    evidence: {
      where: { removedAt: null },
      orderBy: { id: "asc" },
      select: {
        id: true,
        kind: true,
        title: true,
        url: true,
        decision: { select: { number: true } },
        addedAt: true,
        addedBy: name,
      },
    },
  },
} as const;

const roundParts = {
  orderBy: { number: "desc" },
  select: {
    number: true,
    askedAt: true,
    askedBy: name,
    note: true,
    verdict: true,
    decidedAt: true,
    decidedBy: name,
    reason: true,
    shown: true,
    conditions: {
      orderBy: { place: "asc" },
      select: {
        id: true,
        text: true,
        dueOn: true,
        version: true,
        closedAt: true,
        closingNote: true,
        owner: name,
        closedBy: name,
      },
    },
  },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readGate>>>;
type Said = Row["criteria"][number];

async function readGate(
  tx: Transaction,
  where: { readonly organizationId: string; readonly projectId: string; readonly phase: string },
) {
  return await tx.gate.findFirst({
    where,
    select: { version: true, approverId: true, criteria: criteriaParts, rounds: roundParts },
  });
}

function toCriterion(key: string, text: string, said: Said | undefined) {
  return {
    key,
    text,
    status: gateCriterionStatuses.find((status) => status === said?.status) ?? "open",
    note: said?.note ?? "",
    version: said?.version ?? 0,
    judgedAt: said?.judgedAt ?? null,
    judgedBy: said?.judgedBy?.account.name ?? null,
    evidence: (said?.evidence ?? []).map(({ decision, addedBy, kind, ...evidence }) => ({
      ...evidence,
      kind: gateEvidenceKinds.find((known) => known === kind) ?? "note",
      decision: decision?.number ?? null,
      by: addedBy.account.name,
    })),
  };
}

function toRound({ askedBy, decidedBy, verdict, shown, conditions, ...round }: Row["rounds"][number]) {
  return {
    ...round,
    askedBy: askedBy.account.name,
    verdict: verdict === null ? null : toVerdict(verdict),
    decidedBy: decidedBy?.account.name ?? null,
    shown: shown === null ? [] : shownCriteria.parse(shown),
    conditions: conditions.map(({ owner, closedBy, dueOn, ...condition }) => ({
      ...condition,
      dueOn: toDay(dueOn),
      owner: owner.account.name,
      closedBy: closedBy?.account.name ?? null,
    })),
  };
}

function toVerdict(text: string) {
  const verdict = gateVerdicts.find((known) => known === text);
  if (verdict === undefined) throw new Error(`Unknown verdict ${text}`);
  return verdict;
}

/** Outcomes and results of the project, the newest first. */
async function shownBy(tx: Transaction, { organizationId }: OrganizationDb, projectId: string) {
  const decisions = await tx.decision.findMany({
    where: {
      organizationId,
      projectId,
      deletedAt: null,
      supersededBy: null,
      outcomes: { some: { endedAt: null } },
    },
    orderBy: { number: "desc" },
    take: 200,
    select: { id: true, number: true, question: true },
  });
  const results = await tx.loopResult.findMany({
    where: { organizationId, removedAt: null, pass: { projectId } },
    orderBy: { addedAt: "desc" },
    take: 200,
    select: { id: true, metric: true, value: true, unit: true, pass: { select: { number: true } } },
  });
  return {
    outcomes: decisions,
    results: results.map(({ pass, ...result }) => ({ ...result, pass: pass.number })),
  };
}
