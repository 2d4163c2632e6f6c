import type { z } from "zod";
import { deleteComment, resolveThread, writeComment } from "@/features/comments/service";
import { decide } from "@/features/decisions/outcome.service";
import { takePosition } from "@/features/decisions/positions.service";
import { ask } from "@/features/decisions/service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { moveProject } from "@/features/projects/phases.service";
import { createProject, deleteProject } from "@/features/projects/service";
import type { ownTaskContent } from "@/features/standards/schema";
import { addTask } from "@/features/standards/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { anInvitation } from "./factories";

/** A task that a workspace adds to the lifecycle. */
export const standardTask: z.input<typeof ownTaskContent> = {
  technique: "evaluation",
  name: "Ask the works council",
  deliverable: "Agreement",
  discipline: "security-legal",
  level: 2,
  effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 3 },
  durationWorkingDays: { optimistic: 5, mostLikely: 10, pessimistic: 20 },
  after: ["use-case-scoping/brief"],
  before: ["application/launch"],
  inLoop: false,
  retired: false,
};

export type FurnishedWorkspace = Awaited<ReturnType<typeof furnish>>;

/**
 * Fills a workspace with one of everything that procedures are about: a project in alignment and a deleted one, decisions that
 * are open and decided, threads that are open and resolved, an invitation, a task somebody settled.
 */
export async function furnish(db: OrganizationDb, keys: { project: string; deleted: string }) {
  const project = await aProject(db, keys.project);
  const deleted = await aProject(db, keys.deleted);
  await deleteProject(db, { mutationId: request(), projectId: deleted.id, version: 1 });

  const open = await aDecision(db, project.id, "Which model do we start from?");
  const other = await aDecision(db, project.id, "Where does the data come from?");
  const decided = await aDecision(db, project.id, "Who answers when it fails?");
  await decide(db, {
    mutationId: request(),
    decisionId: decided.id,
    version: 1,
    optionId: decided.firstOption.id,
    rationale: "It is the simplest.",
    objectionsAnswered: "",
  });
  await takePosition(db, {
    mutationId: request(),
    decisionId: open.id,
    stance: "agree",
    optionId: open.firstOption.id,
    reason: "",
  });

  const thread = await aComment(db, open.id, null);
  const answer = await aComment(db, open.id, thread.id);
  const resolved = await aComment(db, open.id, null);
  await resolveThread(db, { mutationId: request(), commentId: resolved.id });

  const taken = await aComment(db, open.id, thread.id);
  await deleteComment(db, { mutationId: request(), commentId: taken.id });

  const task = await aSettledTask(db, project);
  await moveProject(db, {
    mutationId: request(),
    projectId: project.id,
    version: await versionOf(db, project.id),
    to: "model-alignment",
    reason: "The model is given.",
  });

  const added = await addTask(db, { mutationId: request(), content: standardTask });

  return {
    organizationId: db.organizationId,
    standardTask: { key: added.subject, version: added.version },
    slug: db.slug,
    ownerId: db.actor.membershipId,
    project: { ...project, version: await versionOf(db, project.id) },
    deletedProject: deleted,
    openDecision: open,
    otherDecision: other,
    decidedDecision: { ...decided, version: 2 },
    thread,
    answer,
    resolvedThread: resolved,
    deletedComment: taken,
    invitation: await anInvitation(db, "member"),
    task,
  };
}

function request(): string {
  return crypto.randomUUID();
}

async function aProject(db: OrganizationDb, key: string) {
  return await createProject(db, {
    mutationId: request(),
    key,
    name: `Project ${key}`,
    summary: "",
    template: "prompt-hosted-model",
    ownerId: db.actor.membershipId,
    startsOn: "2026-01-05",
    targetOn: null,
    budgetMinor: null,
  });
}

async function versionOf(db: OrganizationDb, projectId: string): Promise<number> {
  const where = { organizationId_id: { organizationId: db.organizationId, id: projectId } };
  const { version } = await db.read(async (tx) => await tx.project.findUniqueOrThrow({ where }));
  return version;
}

async function aDecision(db: OrganizationDb, projectId: string, question: string) {
  const asked = await ask(db, {
    mutationId: request(),
    projectId,
    phase: "model-selection",
    question,
    context: "",
    ownerId: db.actor.membershipId,
    dueOn: null,
    options: [
      { title: "The plain one", description: "", effects: [] },
      { title: "The costly one", description: "", effects: [{ kind: "add-cost", costMinor: 100_000 }] },
    ],
    dependsOn: [],
  });
  const [firstOption, secondOption] = await db.read(
    async (tx) =>
      await tx.decisionOption.findMany({
        where: { organizationId: db.organizationId, decisionId: asked.id },
        orderBy: { place: "asc" },
        select: { id: true, version: true },
      }),
  );
  if (firstOption === undefined || secondOption === undefined)
    throw new Error("It was asked with two options.");
  return { ...asked, version: 1, firstOption, secondOption };
}

async function aComment(db: OrganizationDb, decisionId: string, parentId: string | null) {
  const { id } = await writeComment(db, {
    mutationId: request(),
    subjectType: "decision",
    subjectId: decisionId,
    parentId,
    body: "What does it **cost**?",
  });
  return { id, version: 1 };
}

async function aSettledTask(db: OrganizationDb, project: { id: string; key: string }) {
  const [task] = (await projectPlan(db, project.key)).tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  await editTask(db, {
    mutationId: request(),
    projectId: project.id,
    taskKey: task.key,
    version: 0,
    effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 4 },
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: db.actor.membershipId,
  });
  return { key: task.key, version: 1 };
}
