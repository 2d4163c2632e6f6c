import type { z } from "zod";
import { readPlan } from "@/features/plans/service";
import { readBrief } from "@/features/projects/queries";
import { meetsTarget, techniqueIds } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { criteriaOf, metricKey } from "./criteria-rules";
import type { passesInput } from "./schema";

/** The passes of adapting and evaluating: what was tried, found and spent in each, against the brief and the plan's budget. */
export async function passesOf(db: OrganizationDb, { projectKey }: z.output<typeof passesInput>) {
  return await db.read(async (tx) => {
    const { organizationId } = db;
    const project = await tx.project.findFirst({
      where: { organizationId, key: projectKey, deletedAt: null },
      select: {
        id: true,
        version: true,
        phase: true,
        loopPass: true,
        launchedAt: true,
        brief: { select: { content: true } },
      },
    });
    if (project === null) throw notFound("project");
    const rows = await readPasses(tx, organizationId, project.id);
    const plan = await readPlan(tx, db, project.id);
    const criteria = criteriaOf(
      project.brief === null ? [] : readBrief(project.brief.content).successCriteria,
    );
    const criterionOf = new Map(criteria.map((criterion) => [metricKey(criterion.metric), criterion]));
    const rowOf = new Map(rows.map((row) => [row.number, row]));
    const alignment = plan.tasks.filter((task) => task.phase === "model-alignment");
    return {
      projectId: project.id,
      projectVersion: project.version,
      isInAlignment: project.phase === "model-alignment" && project.launchedAt === null,
      taken: project.loopPass,
      budget: plan.parameters["loop-passes"],
      criteria,
      passes: Array.from({ length: project.loopPass }, (_, place) => {
        const { results, ...pass } = toPass(place + 1, rowOf.get(place + 1));
        return {
          ...pass,
          results: results.map((result) => {
            const criterion = criterionOf.get(metricKey(result.metric));
            return { ...result, met: criterion === undefined ? null : meetsTarget(criterion, result.value) };
          }),
        };
      }),
      /** What the plan's tasks of the phase took so far, as recorded with them. */
      taskPersonDays: alignment.reduce((sum, task) => sum + (task.actualEffortPersonDays ?? 0), 0),
      techniques: plan.techniques
        .filter(({ technique }) => technique.phase === "model-alignment")
        .map(({ technique }) => technique.id),
      decisions: await tx.decision.findMany({
        where: { organizationId, projectId: project.id, phase: "model-alignment", deletedAt: null },
        orderBy: { number: "asc" },
        take: 200,
        select: { id: true, number: true, question: true },
      }),
    };
  });
}

export type PassesView = Awaited<ReturnType<typeof passesOf>>;

async function readPasses(tx: Transaction, organizationId: string, projectId: string) {
  return await tx.loopPass.findMany({
    where: { organizationId, projectId },
    orderBy: { number: "asc" },
    select: {
      number: true,
      version: true,
      begunAt: true,
      tried: true,
      techniques: true,
      startedOn: true,
      finishedOn: true,
      costMinor: true,
      personDays: true,
      decision: { select: { id: true, number: true, question: true, deletedAt: true } },
      nextDecision: {
        select: {
          number: true,
          question: true,
          deletedAt: true,
          outcomes: { where: { endedAt: null }, select: { option: { select: { title: true } } } },
        },
      },
      results: {
        where: { removedAt: null },
        orderBy: [{ measuredOn: "asc" }, { id: "asc" }],
        select: {
          id: true,
          metric: true,
          value: true,
          unit: true,
          dataSet: true,
          measuredOn: true,
          measuredBy: true,
        },
      },
    },
  });
}

type PassRow = Awaited<ReturnType<typeof readPasses>>[number];

function toPass(number: number, row: PassRow | undefined) {
  const { decision = null, nextDecision: next = null } = row ?? {};
  return {
    number,
    version: row?.version ?? 0,
    begunOn: row === undefined ? null : toDay(row.begunAt),
    tried: row?.tried ?? "",
    techniques: techniqueIds.filter((id) => row?.techniques.includes(id)),
    startedOn: row?.startedOn == null ? null : toDay(row.startedOn),
    finishedOn: row?.finishedOn == null ? null : toDay(row.finishedOn),
    costMinor: row?.costMinor == null ? null : Number(row.costMinor),
    personDays: row?.personDays ?? null,
    decision:
      decision === null || decision.deletedAt !== null
        ? null
        : { id: decision.id, number: decision.number, question: decision.question },
    next:
      next === null || next.deletedAt !== null
        ? null
        : {
            number: next.number,
            question: next.question,
            chosen: next.outcomes[0]?.option.title ?? null,
          },
    results: (row?.results ?? []).map(({ measuredOn, ...result }) => ({
      ...result,
      measuredOn: toDay(measuredOn),
    })),
  };
}
