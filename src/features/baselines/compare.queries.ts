import { setImmediate as letOthers } from "node:timers/promises";
import { compute, planOf } from "@/features/plans/service";
import {
  canBePlanned,
  changedParts,
  isSameForecast,
  moveBetween,
  type PlanInput,
  type PlanMove,
  type PlanPart,
  phaseMoves,
  snapshotPlan,
  takeParts,
  taskMoves,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { type Cause, type Causes, causesOf, planEventTypes, standardEventTypes } from "./cause-rules";
import { keptInputSchema, snapshotSchema } from "./schema";

/** What made the plan move, with the move; the moves of all of them add up to that of the plan. */
export type Attribution = {
  readonly kind: Cause["kind"] | "time" | "calibration" | "version" | "unattributed";
  readonly cause: Omit<Cause, "parts" | "kind"> | null;
  readonly move: PlanMove;
};

/**
 * What moved between a baseline and now, and what moved it. The baseline's plan is brought to today's change by change, in the order
 * in which they came to be, and forecast after each with the same luck: what a change adds to those before it is its part.
 */
export async function compareWithNow(db: OrganizationDb, projectKey: string, baselineId: string) {
  const { baseline, now, decisions, causes, kept } = await db.read(async (tx) => {
    const found = await findBaseline(tx, db, projectKey, baselineId);
    const now = await planOf(tx, db, found.projectId);
    const decisions = await readDecisions(tx, db, found.projectId);
    const kept = keptInputSchema.safeParse(found.input);
    const parts = kept.success ? changedParts(kept.data, now.plan.input) : [];
    const events = await readEvents(tx, db, found);
    return { baseline: found, now, decisions, causes: causesOf(parts, events, decisions), kept };
  });
  const before = snapshotSchema.parse(baseline.snapshot);
  const after = snapshotPlan(now);
  const { calendar } = now.plan;
  const total = moveBetween(before, after, calendar);
  const steps = kept.success ? stepsOf(kept.data, now.plan.input, causes) : [];
  const attributions: Attribution[] = [];
  let reached: Parameters<typeof moveBetween>[0] = before;
  for (const { kind, cause, input } of steps) {
    // Other requests get their turn: each step is a whole forecast.
    await letOthers();
    const { forecast } = compute(baseline.projectId, input);
    if (kind !== "version" || !isSameForecast(reached, forecast))
      attributions.push({ kind, cause, move: moveBetween(reached, forecast, calendar) });
    reached = forecast;
  }
  const rest = moveBetween(reached, after, calendar);
  if (Object.values(rest).some((figure) => figure !== 0))
    attributions.push({ kind: "unattributed", cause: null, move: rest });
  const { id, name, madeAt, madeBy, isReference } = baseline;
  return {
    baseline: { id, name, madeAt, madeBy: madeBy.account.name, isReference },
    before: figuresOf(before),
    after: figuresOf(after),
    total,
    attributions,
    phases: phaseMoves(before, after),
    tasks: taskMoves(before, after),
    decisions: decisionMoves(before.decisions, after.decisions, decisions),
  };
}

export type BaselineComparison = Awaited<ReturnType<typeof compareWithNow>>;

type Step = Pick<Attribution, "kind" | "cause"> & { readonly input: PlanInput };

/** From the baseline's input to today's. Time passes first: what was done since happened after that day. */
function stepsOf(from: PlanInput, to: PlanInput, { known, unknown }: Causes): Step[] {
  const steps: Step[] = [{ kind: "version", cause: null, input: from }];
  let input = from;
  const take = (kind: Step["kind"], parts: readonly PlanPart[], cause: Step["cause"] = null) => {
    if (parts.length === 0) return;
    input = takeParts(input, to, parts);
    // Some changes only fit together: such a one is told with the next.
    if (!canBePlanned(input)) return;
    steps.push({ kind, cause, input });
  };
  const of = (kind: PlanPart["kind"]) => unknown.filter((part) => part.kind === kind);
  take("time", of("as-of"));
  for (const { kind, parts, ...cause } of known) take(kind, parts, cause);
  take("calibration", of("calibration"));
  take(
    "unattributed",
    unknown.filter(({ kind }) => kind !== "as-of" && kind !== "calibration"),
  );
  return steps;
}

async function findBaseline(tx: Transaction, db: OrganizationDb, projectKey: string, baselineId: string) {
  const baseline = await tx.baseline.findFirst({
    where: {
      organizationId: db.organizationId,
      id: baselineId,
      deletedAt: null,
      project: { key: projectKey, deletedAt: null },
    },
    include: { madeBy: { select: { account: { select: { name: true } } } } },
  });
  if (baseline === null) throw notFound("baseline");
  return baseline;
}

async function readDecisions(tx: Transaction, { organizationId }: OrganizationDb, projectId: string) {
  return await tx.decision.findMany({
    where: { organizationId, projectId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      question: true,
      supersedesId: true,
      options: { select: { id: true, title: true } },
    },
  });
}

/** More entries than these about one plan are not read: the last ones say what it is now. */
const eventsAtMost = 2_000;

async function readEvents(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { projectId, seq }: { projectId: string; seq: number },
) {
  const rows = await tx.event.findMany({
    where: {
      organizationId,
      seq: { gt: seq },
      OR: [
        { projectId, type: { in: [...planEventTypes] } },
        { projectId: null, type: { in: [...standardEventTypes] } },
      ],
    },
    orderBy: { seq: "desc" },
    take: eventsAtMost,
    select: {
      seq: true,
      type: true,
      at: true,
      subjectId: true,
      data: true,
      actor: { select: { account: { select: { name: true } } } },
    },
  });
  return rows.reverse().map(({ actor, ...row }) => ({ ...row, by: actor.account.name }));
}

function figuresOf({ finish, effortPersonDays, costMinor, machineHours }: ReturnType<typeof snapshotPlan>) {
  return { finish, effortPersonDays, costMinor, machineHours };
}

type Chosen = ReturnType<typeof snapshotPlan>["decisions"];

/** Decisions that chose otherwise, came or went. */
function decisionMoves(before: Chosen, after: Chosen, decisions: Awaited<ReturnType<typeof readDecisions>>) {
  return decisions.flatMap(({ id, number, question, options }) => {
    const earlier = before.find((decision) => decision.id === id);
    const later = after.find((decision) => decision.id === id);
    if (earlier?.chosenOptionId === later?.chosenOptionId) return [];
    const tell = (decision: Chosen[number] | undefined) => {
      if (decision === undefined) return null;
      return options.find((option) => option.id === decision.chosenOptionId)?.title ?? "open";
    };
    return [{ number, question, before: tell(earlier), after: tell(later) }];
  });
}
