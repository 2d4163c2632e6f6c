import { editTaskInput } from "@/features/plans/schema";
import { createProjectInput } from "@/features/projects/schema";
import { createProject } from "@/features/projects/service";
import type { OrganizationDb } from "@/platform/db/organization-db";

// Projects and what is done to them, as a person would send it: through the schemas, with a request of its own.

type ProjectInput = ReturnType<typeof createProjectInput.parse>;

export function projectInput(db: OrganizationDb, change: Partial<ProjectInput> = {}): ProjectInput {
  return createProjectInput.parse({
    mutationId: crypto.randomUUID(),
    key: aKey(),
    name: "Support assistant",
    summary: "Answers the first line of support.",
    template: "retrieval-augmented-assistant",
    ownerId: db.actor.membershipId,
    startsOn: "2024-03-04",
    targetOn: null,
    budgetMinor: null,
    ...change,
  });
}

/** A new project in scoping, with its template's decisions open. */
export async function aProject(db: OrganizationDb, change: Partial<ProjectInput> = {}) {
  return await createProject(db, projectInput(db, change));
}

type TaskInput = ReturnType<typeof editTaskInput.parse>;

/** An edit of a task about which nothing is known yet. */
export function taskInput(change: Pick<TaskInput, "projectId" | "taskKey"> & Partial<TaskInput>): TaskInput {
  return editTaskInput.parse({
    mutationId: crypto.randomUUID(),
    version: 0,
    effortPersonDays: null,
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: null,
    ...change,
  });
}

let keys = 0;

function aKey(): string {
  keys += 1;
  return `K${keys}`;
}
