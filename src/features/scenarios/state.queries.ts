import { readPlanInputs } from "@/features/plans/inputs.queries";
import { type PlanInput, readScenario, type ScenarioContent } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { faultsOf, type Known, stepsOf } from "./step-rules";

/** How a project stands now, for scenarios to be held against. */
export type ProjectState = Known & {
  readonly input: PlanInput;
  readonly versionOf: ReadonlyMap<string, number>;
};

export async function readState(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
): Promise<ProjectState> {
  const input = (await readPlanInputs(tx, organizationId, [projectId])).get(projectId);
  if (input === undefined) throw notFound("project");
  const where = { organizationId, projectId };
  const records = await tx.taskRecord.findMany({
    where,
    select: { taskKey: true, version: true, assigneeId: true },
  });
  const decisions = await tx.decision.findMany({
    where,
    orderBy: { number: "asc" },
    select: { id: true, number: true, question: true, options: { select: { id: true, title: true } } },
  });
  const members = await tx.membership.findMany({
    where: { organizationId },
    select: { id: true, account: { select: { name: true } } },
  });
  return {
    input,
    versionOf: new Map(records.map(({ taskKey, version }) => [taskKey, version])),
    assigneeOf: new Map(
      records.flatMap(({ taskKey, assigneeId }) => (assigneeId === null ? [] : [[taskKey, assigneeId]])),
    ),
    decisions,
    nameOf: new Map(members.map(({ id, account }) => [id, account.name])),
  };
}

/** The scenario held against the project as it stands: the plan it makes, what it would do, and what of it can't be any more. */
export function readAgainst(content: ScenarioContent, state: ProjectState) {
  const reading = readScenario(content, state.input, state.versionOf);
  return { reading, steps: stepsOf(content, reading, state), faults: faultsOf(reading, state) };
}
