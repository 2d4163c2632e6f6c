import { differenceInCalendarDays } from "date-fns";
import type { z } from "zod";
import { memberName, stateOf, toPhase, toProcess } from "@/features/decisions/find.queries";
import type { ForecastSummary } from "@/features/plans/schema";
import { currentForecasts } from "@/features/plans/service";
import { moneyBetween, orderLeftOpen } from "@/planning";
import { toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { openInput } from "./schema";
import { waitsOn } from "./waiting.queries";

const isOpen = { deletedAt: null, supersededBy: null, outcomes: { none: { endedAt: null } } };
/** Of what is launched nothing is planned any more: leaving it open moves no date. */
const beingWorkedOn = { deletedAt: null, launchedAt: null };

/** The open decisions of all projects that are being worked on, by what it costs to leave them open. */
export async function openDecisions(db: OrganizationDb, input: z.output<typeof openInput>) {
  return await db.derive(async (tx) => {
    const all = await withCosts(tx, db);
    const { projectKey, ownerId, phase } = input;
    const chosen = all.filter(
      (decision) =>
        (projectKey === null || decision.project.key === projectKey) &&
        (ownerId === null || decision.owner.id === ownerId) &&
        (phase === null || decision.phase === phase),
    );
    const shown = orderLeftOpen(chosen, input.order).slice(0, input.limit);
    const ids = shown.map(({ id }) => id);
    const waits = await waitsOn(tx, db, ids);
    const nudges = await latestNudges(tx, db, ids);
    const mine = await ownEntries(tx, db, ids);
    return {
      asOf: today(),
      total: chosen.length,
      of: all.length,
      widest: {
        workingDays: Math.max(0, ...chosen.map(({ spreadWorkingDays }) => spreadWorkingDays)),
        minor: Math.max(0, ...chosen.map(({ spreadMinor }) => spreadMinor)),
      },
      projects: distinct(all.map(({ project }) => ({ id: project.key, name: project.name }))),
      owners: distinct(all.map(({ owner }) => owner)),
      decisions: shown.map((decision) => ({
        ...decision,
        waitsFor: waits.get(decision.id) ?? { positions: [], scores: [], objections: [] },
        nudge: nudges.get(decision.id) ?? null,
        reviewEntryId: mine.get(decision.id) ?? null,
      })),
    };
  });
}

export type OpenDecisions = Awaited<ReturnType<typeof openDecisions>>;
export type OpenDecision = OpenDecisions["decisions"][number];

async function withCosts(tx: Transaction, db: OrganizationDb) {
  const rows = await tx.decision.findMany({
    where: { organizationId: db.organizationId, ...isOpen, project: beingWorkedOn },
    select: {
      id: true,
      number: true,
      phase: true,
      question: true,
      process: true,
      createdAt: true,
      dueOn: true,
      owner: memberName,
      project: { select: { id: true, key: true, name: true } },
    },
  });
  const forecasts = await currentForecasts(tx, db, [...new Set(rows.map(({ project }) => project.id))]);
  const now = new Date();
  return rows.map(({ owner, createdAt, dueOn, project, ...row }) => {
    return {
      ...row,
      phase: toPhase(row.phase),
      process: toProcess(row.process),
      project: { key: project.key, name: project.name },
      owner: { id: owner.id, name: owner.account.name },
      ageDays: differenceInCalendarDays(now, createdAt),
      dueOn: dueOn === null ? null : toDay(dueOn),
      ...costsOf(forecasts.get(project.id), row.id),
    };
  });
}

/** What the project's forecast says of leaving the decision open. */
function costsOf(forecast: ForecastSummary | undefined, id: string) {
  const costs = forecast?.openDecisions.find(({ decisionId }) => decisionId === id);
  return {
    spreadWorkingDays: costs?.spreadWorkingDays ?? 0,
    spreadMinor: moneyBetween(costs?.options ?? []),
  };
}

/** When each was last asked about, and by whom. */
async function latestNudges(tx: Transaction, { organizationId }: OrganizationDb, ids: readonly string[]) {
  const rows = await tx.nudge.findMany({
    where: { organizationId, decisionId: { in: [...ids] } },
    distinct: ["decisionId"],
    orderBy: [{ decisionId: "asc" }, { at: "desc" }],
    select: { decisionId: true, ownerId: true, nudgedOn: true, at: true, by: memberName },
  });
  return new Map(
    rows.map(({ decisionId, by, nudgedOn, ...row }) => [
      decisionId,
      { ...row, on: toDay(nudgedOn), by: by.account.name },
    ]),
  );
}

async function ownEntries(tx: Transaction, db: OrganizationDb, ids: readonly string[]) {
  const rows = await tx.reviewEntry.findMany({
    where: { ...ownList(db), decisionId: { in: [...ids] } },
    select: { id: true, decisionId: true },
  });
  return new Map(rows.map(({ id, decisionId }) => [decisionId, id]));
}

function ownList({ organizationId, actor }: OrganizationDb) {
  return { organizationId, memberId: actor.membershipId, reviewedAt: null };
}

/** What the member means to talk over, in their order, as it stands by now: some may be decided meanwhile. */
export async function reviewList(db: OrganizationDb) {
  return await db.derive(async (tx) => {
    const rows = await tx.reviewEntry.findMany({
      where: { ...ownList(db), decision: { deletedAt: null, project: { deletedAt: null } } },
      orderBy: [{ place: "asc" }, { id: "asc" }],
      select: {
        id: true,
        version: true,
        note: true,
        decision: {
          select: {
            id: true,
            number: true,
            question: true,
            dueOn: true,
            owner: memberName,
            project: { select: { id: true, key: true, name: true } },
            supersededBy: { select: { id: true } },
            outcomes: { where: { endedAt: null }, select: { option: { select: { title: true } } } },
          },
        },
      },
    });
    const forecasts = await currentForecasts(tx, db, [
      ...new Set(rows.map(({ decision }) => decision.project.id)),
    ]);
    return rows.map(({ decision, ...entry }) => ({
      ...entry,
      decisionId: decision.id,
      number: decision.number,
      question: decision.question,
      project: { key: decision.project.key, name: decision.project.name },
      ownerName: decision.owner.account.name,
      dueOn: decision.dueOn === null ? null : toDay(decision.dueOn),
      state: stateOf(decision.supersededBy !== null, decision.outcomes.length > 0),
      chosen: decision.outcomes[0]?.option.title ?? null,
      ...costsOf(forecasts.get(decision.project.id), decision.id),
    }));
  });
}

export type ReviewItem = Awaited<ReturnType<typeof reviewList>>[number];

function distinct(named: readonly { readonly id: string; readonly name: string }[]) {
  return [...new Map(named.map((one) => [one.id, one])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, "en"),
  );
}
