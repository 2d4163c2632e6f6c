import { setImmediate as letOthers } from "node:timers/promises";
import { currentPlan } from "@/features/plans/queries";
import { compute } from "@/features/plans/service";
import { chanceOfAtMost, chanceToFinishBy, type Forecast, type IsoDate, moveBetween } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { findProject } from "./queries";
import { scenarioContent } from "./schema";
import { readAgainst, readState } from "./state.queries";

/**
 * Today's plan and the plans that scenarios would make of it, in figures. They are forecast as the stored forecast is, with the same
 * luck: a scenario that changes nothing has today's figures, and one that is applied leaves its own.
 */
export async function compareScenarios(
  db: OrganizationDb,
  { projectKey, scenarioIds }: { projectKey: string; scenarioIds: readonly string[] },
) {
  const read = await db.derive(async (tx) => {
    const project = await findProject(tx, db, projectKey);
    const rows = await tx.scenario.findMany({
      where: {
        organizationId: db.organizationId,
        projectId: project.id,
        id: { in: [...scenarioIds] },
        deletedAt: null,
        appliedAt: null,
      },
      select: { id: true, name: true, content: true },
    });
    return {
      project,
      rows,
      today: await currentPlan(tx, db, project.id),
      state: await readState(tx, db, project.id),
    };
  });
  const { project, today, state } = read;
  const limits = {
    targetOn: project.targetOn === null ? null : toDay(project.targetOn),
    budgetMinor: project.budgetMinor === null ? null : Number(project.budgetMinor),
  };
  const columns = [];
  for (const scenarioId of new Set(scenarioIds)) {
    const row = read.rows.find(({ id }) => id === scenarioId);
    if (row === undefined) throw notFound("scenario");
    // Other requests get their turn: each column is a whole forecast.
    await letOthers();
    const { reading, faults } = readAgainst(scenarioContent.parse(row.content), state);
    const { forecast } = compute(project.id, reading.input);
    columns.push({
      id: row.id,
      name: row.name,
      isStale: faults.length > 0,
      figures: figuresOf(forecast, limits),
      move: moveBetween(today.forecast, forecast, today.plan.calendar),
    });
  }
  return {
    ...limits,
    runs: today.forecast.runs,
    seed: today.forecast.seed,
    asOf: today.forecast.asOf,
    today: figuresOf(today.forecast, limits),
    columns,
  };
}

export type ScenarioComparison = Awaited<ReturnType<typeof compareScenarios>>;
export type ScenarioFigures = ScenarioComparison["today"];

function figuresOf(
  forecast: Forecast,
  { targetOn, budgetMinor }: { targetOn: IsoDate | null; budgetMinor: number | null },
) {
  const { finish, effortPersonDays, costMinor, machineHours, monthlyCostMinor, spread } = forecast;
  return {
    finish,
    effortPersonDays,
    costMinor,
    machineHours,
    monthlyCostMinor,
    chanceByTarget: targetOn === null ? null : chanceToFinishBy(forecast, targetOn),
    chanceWithinBudget: budgetMinor === null ? null : chanceOfAtMost(spread.costMinor, budgetMinor),
  };
}
