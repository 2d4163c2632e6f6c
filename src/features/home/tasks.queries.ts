import { dayPlus, isoDate } from "@/planning";
import { today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";

/**
 * The member's tasks that run, or that begin within a week as the stored forecasts have it; and how many come later. One statement, in
 * however many projects they are; also where those are that are not among the first.
 */
export async function myTasks(tx: Transaction, { organizationId, actor }: OrganizationDb) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.project_id::text AS "projectId", p.key AS "projectKey", p.name AS "projectName", t.task_key AS "taskKey", t.status,
      x.task ->> 'name' AS name, x.task ->> 'startP50' AS "startsOn", x.task ->> 'finishP50' AS "finishP50",
      x.task ->> 'finishP80' AS "finishP80"
    FROM task_record t
    JOIN project p ON p.organization_id = t.organization_id AND p.id = t.project_id
    JOIN project_forecast f ON f.organization_id = p.organization_id AND f.project_id = p.id
    JOIN LATERAL (
      SELECT task FROM jsonb_array_elements(f.forecast -> 'tasks') task WHERE task ->> 'key' = t.task_key LIMIT 1) x ON true
    WHERE t.organization_id = ${organizationId}::uuid AND t.assignee_id = ${actor.membershipId}::uuid
      AND t.status IN ('planned', 'started') AND p.deleted_at IS NULL AND p.launched_at IS NULL
    ORDER BY x.task ->> 'finishP50', t.task_key`;
  const inAWeek = dayPlus(today(), 7);
  const tasks = rows.map(({ status, startsOn, finishP50, finishP80, ...row }) => ({
    ...row,
    isRunning: status === "started",
    startsOn: isoDate(startsOn),
    finishP50: isoDate(finishP50),
    finishP80: isoDate(finishP80),
  }));
  const now = tasks.filter(({ isRunning, startsOn }) => isRunning || startsOn <= inAWeek);
  return {
    shown: { now: now.slice(0, mostTasks), nowCount: now.length, later: tasks.length - now.length },
    projectIds: new Set(now.map(({ projectId }) => projectId)),
  };
}

const mostTasks = 8;

type Row = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  readonly taskKey: string;
  readonly status: string;
  readonly name: string;
  readonly startsOn: string;
  readonly finishP50: string;
  readonly finishP80: string;
};
