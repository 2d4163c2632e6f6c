// Random histories of a workspace's plans, for whatever has to hold after any of them.
import * as fc from "fast-check";
import { decide } from "@/features/decisions/outcome.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { deleteProject, restoreProject } from "@/features/projects/service";
import { setHolidays } from "@/features/standards/service";
import { today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { aProject, taskInput } from "./projects";

type Project = { readonly id: string; readonly key: string };

export const planHistories = fc.array(
  fc.record({
    kind: fc.constantFrom("task", "task", "decide", "delete", "restore", "holidays"),
    project: fc.nat(1),
    pick: fc.nat(200),
  }),
  { minLength: 3, maxLength: 6 },
);

type PlanHistory = typeof planHistories extends fc.Arbitrary<infer History> ? History : never;

/** Two projects live through the history; answers those that stand at its end. */
export async function live(db: OrganizationDb, history: PlanHistory): Promise<Project[]> {
  const projects = [await aProject(db), await aProject(db, { template: "fine-tune-open-model" })];
  const gone = new Set<Project>();
  let holidays = 0;
  for (const { kind, project: at, pick } of history) {
    const project = projects[at];
    if (project === undefined) continue;
    if (kind === "restore" && gone.delete(project)) await bringBack(db, project);
    else if (kind === "holidays") {
      await setHolidays(db, {
        mutationId: crypto.randomUUID(),
        version: holidays,
        content: { days: [{ on: today(), name: "A day off" }] },
      });
      holidays += 1;
    } else if (gone.has(project)) continue;
    else if (kind === "task") await settleSomeTask(db, project, pick);
    else if (kind === "decide") await decideSome(db, project, pick);
    else if (kind === "delete") {
      await removeProject(db, project);
      gone.add(project);
    }
  }
  return projects.filter((project) => !gone.has(project));
}

async function versionOf(db: OrganizationDb, projectId: string): Promise<number> {
  const where = { organizationId_id: { organizationId: db.organizationId, id: projectId } };
  const row = await db.read(async (tx) => await tx.project.findUniqueOrThrow({ where }));
  return row.version;
}

export async function removeProject(db: OrganizationDb, { id: projectId }: Project): Promise<void> {
  await deleteProject(db, {
    mutationId: crypto.randomUUID(),
    projectId,
    version: await versionOf(db, projectId),
  });
}

async function bringBack(db: OrganizationDb, { id: projectId }: Project): Promise<void> {
  await restoreProject(db, { mutationId: crypto.randomUUID(), projectId });
}

async function settleSomeTask(db: OrganizationDb, { id: projectId, key }: Project, pick: number) {
  const { tasks } = await projectPlan(db, key);
  const task = tasks[pick % tasks.length];
  if (task === undefined) return;
  const effort = 1 + (pick % 17);
  await editTask(
    db,
    taskInput({
      projectId,
      taskKey: task.key,
      version: task.version,
      status: (["planned", "started", "done"] as const)[pick % 3] ?? "planned",
      startedOn: pick % 3 === 0 ? null : "2024-03-04",
      finishedOn: pick % 3 === 2 ? "2024-03-08" : null,
      effortPersonDays: { optimistic: effort, mostLikely: effort + 1, pessimistic: 2 * effort + 2 },
    }),
  );
}

async function decideSome(db: OrganizationDb, { id: projectId }: Project, pick: number) {
  const [decision] = await db.read(
    async (tx) =>
      await tx.decision.findMany({
        where: { projectId, outcomes: { none: {} } },
        orderBy: { number: "asc" },
        take: 1,
        include: { options: true },
      }),
  );
  const option = decision?.options[pick % decision.options.length];
  if (decision === undefined || option === undefined) return;
  await decide(db, {
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    version: decision.version,
    optionId: option.id,
    rationale: "It fits.",
    objectionsAnswered: "",
    departure: "",
    reviewOn: null,
  });
}
