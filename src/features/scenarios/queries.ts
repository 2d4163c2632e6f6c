import { broughtUpToDate } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { scenarioContent } from "./schema";
import { readAgainst, readState } from "./state.queries";

/** More than so many that were applied or dropped are not listed. */
const mostSettled = 50;

/** The scenarios of a project: those to choose from, held against the plan as it is now, and what became of the others. */
export async function scenariosOf(db: OrganizationDb, projectKey: string) {
  return await db.read(async (tx) => {
    const { id: projectId } = await findProject(tx, db, projectKey);
    const state = await readState(tx, db, projectId);
    const where = { organizationId: db.organizationId, projectId };
    const open = await tx.scenario.findMany({
      where: { ...where, appliedAt: null, deletedAt: null },
      orderBy: [{ madeAt: "asc" }, { id: "asc" }],
      select: { id: true, name: true, content: true, version: true, madeAt: true, madeBy: memberName },
    });
    const settled = await tx.scenario.findMany({
      where: { ...where, OR: [{ appliedAt: { not: null } }, { deletedAt: { not: null } }] },
      orderBy: [{ madeAt: "desc" }, { id: "desc" }],
      take: mostSettled,
      select: { id: true, name: true, appliedAt: true, appliedBy: memberName, deletedAt: true },
    });
    return {
      projectId,
      open: open.map(({ content: kept, madeBy, ...row }) => {
        const content = scenarioContent.parse(kept);
        const { steps, faults } = readAgainst(content, state);
        return {
          ...row,
          madeBy: madeBy.account.name,
          content,
          steps,
          faults,
          /** What it would be without what can't be any more. */
          current: broughtUpToDate(content, state.input, state.versionOf),
        };
      }),
      applied: settled.flatMap(({ id, name, appliedAt, appliedBy }) =>
        appliedAt === null ? [] : [{ id, name, appliedAt, appliedBy: appliedBy?.account.name ?? "" }],
      ),
      dropped: settled.flatMap(({ id, name, deletedAt }) =>
        deletedAt === null ? [] : [{ id, name, droppedAt: deletedAt }],
      ),
      /** What is on record of tasks, whether they are in the plan or not: what an edit answers to. */
      records: [...state.versionOf].map(([taskKey, version]) => ({
        taskKey,
        version,
        assigneeId: state.assigneeOf.get(taskKey) ?? null,
      })),
    };
  });
}

const memberName = { select: { account: { select: { name: true } } } } as const;

export type Scenarios = Awaited<ReturnType<typeof scenariosOf>>;
export type ScenarioRow = Scenarios["open"][number];

export async function findProject(tx: Transaction, { organizationId }: OrganizationDb, key: string) {
  const project = await tx.project.findFirst({
    where: { organizationId, key, deletedAt: null },
    select: { id: true, targetOn: true, budgetMinor: true },
  });
  if (project === null) throw notFound("project");
  return project;
}
