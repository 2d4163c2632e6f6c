import { readPlanInputs } from "@/features/plans/inputs.queries";
import { storedForecasts } from "@/features/plans/service";
import { readCalendar } from "@/features/standards/queries";
import { peopleWithTime, presentMembers } from "@/features/workspaces/queries";
import { absencesFrom, type LevellingPerson, type PortfolioInput } from "@/planning";
import { today } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";
import { planFingerprint } from "./fingerprint-rules";

/** The projects of a run as they are now, ready to be levelled, and what tells each plan from another. */
export async function readPortfolio(
  tx: Transaction,
  organizationId: string,
  projects: readonly { readonly id: string; readonly isFixed: boolean }[],
): Promise<{ readonly input: PortfolioInput; readonly fingerprints: ReadonlyMap<string, string> }> {
  const ids = projects.map(({ id }) => id);
  const where = { organizationId, deletedAt: null, launchedAt: null, id: { in: ids } };
  const live = new Set((await tx.project.findMany({ where, select: { id: true } })).map(({ id }) => id));
  const plans = await readPlansWithPeople(tx, organizationId, [...live]);
  const forecasts = await storedForecasts(tx, organizationId, [...live]);
  const fingerprints = new Map([...plans].map(([id, plan]) => [id, plan.fingerprint]));
  return {
    fingerprints,
    input: {
      people: await peopleToSchedule(tx, organizationId),
      projects: projects.flatMap(({ id, isFixed }) => {
        const plan = plans.get(id);
        const forecast = forecasts.get(id);
        if (plan === undefined || forecast === undefined) return [];
        const { seed, runs, finish: finishBefore } = forecast;
        const { input, assignees } = plan;
        return [{ id, isFixed, input, assignees, finishBefore, sampling: { seed, runs } }];
      }),
    },
  };
}

/** What a schedule has to know of each plan beside its tasks: who does them, and what tells it from what it was. */
export async function readPlansWithPeople(tx: Transaction, organizationId: string, ids: readonly string[]) {
  const inputs = await readPlanInputs(tx, organizationId, ids);
  const assigned = await tx.taskRecord.findMany({
    where: { organizationId, projectId: { in: [...ids] }, assigneeId: { not: null } },
    select: { projectId: true, taskKey: true, assigneeId: true },
  });
  return new Map(
    [...inputs].map(([id, input]) => {
      const assignees = assigned.flatMap(({ projectId, taskKey, assigneeId }) =>
        projectId === id && assigneeId !== null ? [{ taskKey, personId: assigneeId }] : [],
      );
      return [id, { input, assignees, fingerprint: planFingerprint(input, assignees) }] as const;
    }),
  );
}

/**
 * The people there are and the time they have, less the days on which they are away. Projects that are hidden from whoever schedules take
 * none of it: else one could tell from the days that are left that they are there. What is still to be learnt does not count yet.
 */
async function peopleToSchedule(tx: Transaction, organizationId: string): Promise<LevellingPerson[]> {
  const people = peopleWithTime(await presentMembers(tx, organizationId));
  const calendar = await readCalendar(tx, organizationId);
  return people.map(({ id, skills, capacityPersonDaysPerWeek, absences }) => ({
    id,
    skills,
    // Levelling spreads work over five days a week: whoever has more is there on all of them.
    capacityPersonDaysPerWeek: Math.min(5, capacityPersonDaysPerWeek),
    absences: absencesFrom(today(), absences, calendar),
  }));
}
