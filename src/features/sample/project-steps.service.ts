import { editTaskInput } from "@/features/plans/schema";
import { editTask } from "@/features/plans/tasks.service";
import { saveBrief } from "@/features/projects/brief.service";
import { moveProject, startPass } from "@/features/projects/phases.service";
import { brief, projectByKey } from "@/features/projects/queries";
import {
  createProjectInput,
  editProjectInput,
  emptyBrief,
  moveProjectInput,
  saveBriefInput,
  startPassInput,
} from "@/features/projects/schema";
import { createProject, editProject } from "@/features/projects/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { mayDo } from "@/platform/permissions";
import { teamNamed } from "./members.service";
import { founder } from "./people";
import type { ProjectStory, StepOf } from "./story";
import { known, memberOf, type Telling } from "./telling";
import { workingDay } from "./timetable";

/** Creates the project, as its owner where they may, and writes its first brief. */
export async function begin(telling: Telling, story: ProjectStory): Promise<void> {
  const owner = memberOf(telling, story.owner);
  const creator = mayDo(owner.actor.role, "project.create") ? owner : memberOf(telling, founder.key);
  const teamId = story.team === undefined ? null : await teamNamed(telling, story.team);
  const { id } = await createProject(
    creator,
    createProjectInput.parse({
      mutationId: crypto.randomUUID(),
      key: story.key,
      name: story.name,
      summary: story.summary,
      template: story.template,
      ownerId: owner.actor.membershipId,
      startsOn: workingDay(telling.today, story.startsDaysAgo),
      targetOn: workingDay(telling.today, -story.targetInDays),
      budgetMinor: story.budgetMinor,
      teamId,
    }),
  );
  telling.projects.set(story.key, id);
  const input = saveBriefInput.parse({
    mutationId: crypto.randomUUID(),
    projectId: id,
    version: 1,
    content: { ...emptyBrief, ...story.brief },
  });
  await saveBrief(owner, input);
}

export async function move(db: OrganizationDb, story: ProjectStory, step: StepOf<"move">): Promise<void> {
  const { to, reason } = step;
  await moveProject(db, moveProjectInput.parse({ ...(await seen(db, story)), to, reason }));
}

export async function pass(db: OrganizationDb, story: ProjectStory, step: StepOf<"pass">): Promise<void> {
  await startPass(db, startPassInput.parse({ ...(await seen(db, story)), reason: step.reason }));
}

export async function retarget(
  telling: Telling,
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"retarget">,
): Promise<void> {
  const project = await projectByKey(db, story.key);
  const input = editProjectInput.parse({
    mutationId: crypto.randomUUID(),
    projectId: project.id,
    version: project.version,
    name: project.name,
    summary: project.summary,
    ownerId: project.owner.id,
    startsOn: project.startsOn,
    targetOn: workingDay(telling.today, -step.targetInDays),
    budgetMinor: step.budgetMinor,
  });
  await editProject(db, input);
}

export async function reviseBrief(
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"revise-brief">,
): Promise<void> {
  const { projectId, version, content } = await brief(db, story.key);
  const input = saveBriefInput.parse({
    mutationId: crypto.randomUUID(),
    projectId,
    version,
    content: { ...content, ...step.changes },
  });
  await saveBrief(db, input);
}

export async function settleTask(
  telling: Telling,
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"task">,
): Promise<void> {
  const projectId = known(telling.projects, story.key);
  const dayOf = (daysAgo: number | null) => (daysAgo === null ? null : workingDay(telling.today, daysAgo));
  const record = await db.read(
    async (tx) =>
      await tx.taskRecord.findFirst({
        where: { organizationId: db.organizationId, projectId, taskKey: step.task },
        select: { version: true, effortOptimistic: true, effortMostLikely: true, effortPessimistic: true },
      }),
  );
  const earlier =
    record === null || record.effortMostLikely === null
      ? null
      : {
          optimistic: record.effortOptimistic,
          mostLikely: record.effortMostLikely,
          pessimistic: record.effortPessimistic,
        };
  const input = editTaskInput.parse({
    mutationId: crypto.randomUUID(),
    projectId,
    taskKey: step.task,
    version: record?.version ?? 0,
    effortPersonDays: step.estimate ?? earlier,
    durationWorkingDays: null,
    status: step.status,
    startedOn: dayOf(step.startedDaysAgo),
    finishedOn: dayOf(step.finishedDaysAgo),
    actualEffortPersonDays: step.spentPersonDays,
    actualMachineHours: step.spentMachineHours,
    assigneeId: memberOf(telling, step.assignee).actor.membershipId,
  });
  await editTask(db, input);
}

async function seen(db: OrganizationDb, story: ProjectStory) {
  const project = await projectByKey(db, story.key);
  return { mutationId: crypto.randomUUID(), projectId: project.id, version: project.version };
}
