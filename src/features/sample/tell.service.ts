import { resolveThread, writeComment } from "@/features/comments/service";
import { decide, reopen, supersede } from "@/features/decisions/outcome.service";
import { takePosition } from "@/features/decisions/positions.service";
import { ask } from "@/features/decisions/service";
import { editTask } from "@/features/plans/tasks.service";
import { saveBrief } from "@/features/projects/brief.service";
import { moveProject, startPass } from "@/features/projects/phases.service";
import { emptyBrief } from "@/features/projects/schema";
import { createProject } from "@/features/projects/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { backdate } from "./backdate.service";
import type { ProjectStory, Step } from "./story";

type Members = ReadonlyMap<string, OrganizationDb>;

/** Tells all stories in the order of time, so that the log's numbers and its dates agree. */
export async function tell(members: Members, stories: readonly ProjectStory[], began: Date): Promise<void> {
  const scenes = stories.flatMap((story) => {
    const projectId = { current: "" };
    return [
      {
        daysAgo: story.startsDaysAgo,
        run: async () => {
          projectId.current = await begin(members, story, began);
        },
      },
      ...story.steps.map((step) => ({
        daysAgo: step.daysAgo,
        run: async () => await take(members, story, projectId.current, step, began),
      })),
    ];
  });
  // Sorting is stable: steps of the same day stay in the order in which they are told.
  scenes.sort((a, b) => b.daysAgo - a.daysAgo);
  let last = 0;
  for (const scene of scenes) {
    await scene.run();
    const db = member(members, "mara");
    // Working hours of the day, and never before the scene before.
    const at = Math.max(last + 60_000, morning(began, scene.daysAgo));
    last = at;
    await backdate(db, began, new Date(Math.min(at, began.getTime() - 1)));
  }
}

async function begin(members: Members, story: ProjectStory, began: Date): Promise<string> {
  const db = member(members, story.owner);
  const lead = db.actor.role === "member" ? member(members, "mara") : db;
  const { id } = await createProject(lead, {
    mutationId: crypto.randomUUID(),
    key: story.key,
    name: story.name,
    summary: story.summary,
    template: story.template,
    ownerId: db.actor.membershipId,
    startsOn: day(began, story.startsDaysAgo),
    targetOn: story.targetInDays === null ? null : day(began, -story.targetInDays),
    budgetMinor: story.budgetMinor,
  });
  await saveBrief(db, {
    mutationId: crypto.randomUUID(),
    projectId: id,
    version: 1,
    content: { ...emptyBrief, ...story.brief },
  });
  return id;
}

async function take(
  members: Members,
  story: ProjectStory,
  projectId: string,
  step: Step,
  began: Date,
): Promise<void> {
  const db = member(members, step.who);
  const mutationId = crypto.randomUUID();
  switch (step.kind) {
    case "move": {
      const version = await projectVersion(db, projectId);
      await moveProject(db, { mutationId, projectId, version, to: step.to, reason: step.reason ?? "" });
      return;
    }
    case "pass": {
      const version = await projectVersion(db, projectId);
      await startPass(db, { mutationId, projectId, version, reason: step.reason });
      return;
    }
    case "ask": {
      const dependsOn = await Promise.all(
        (step.dependsOn ?? []).map(async (n) => (await find(db, projectId, n)).id),
      );
      await ask(db, {
        mutationId,
        projectId,
        phase: step.phase,
        question: step.question,
        context: step.context,
        ownerId: member(members, step.owner).actor.membershipId,
        dueOn: step.dueInDays === undefined ? null : day(began, -step.dueInDays),
        options: step.options.map((option) => ({ ...option, effects: [...option.effects] })),
        dependsOn,
      });
      return;
    }
    case "decide": {
      const decision = await find(db, projectId, step.decision);
      await decide(db, {
        mutationId,
        decisionId: decision.id,
        version: decision.version,
        optionId: optionOf(decision, step.option),
        rationale: step.rationale,
        objectionsAnswered: step.objectionsAnswered ?? "",
      });
      return;
    }
    case "reopen": {
      const { id: decisionId, version } = await find(db, projectId, step.decision);
      await reopen(db, { mutationId, decisionId, version, reason: step.reason });
      return;
    }
    case "supersede": {
      const { id: decisionId, version } = await find(db, projectId, step.decision);
      await supersede(db, { mutationId, decisionId, version, question: step.question, reason: step.reason });
      return;
    }
    case "position": {
      const decision = await find(db, projectId, step.decision);
      await takePosition(db, {
        mutationId,
        decisionId: decision.id,
        stance: step.stance,
        optionId: step.option === null ? null : optionOf(decision, step.option),
        reason: step.reason ?? "",
      });
      return;
    }
    case "comment": {
      const { id: subjectId } = await find(db, projectId, step.decision);
      const about = { subjectType: "decision", subjectId } as const;
      const thread = await writeComment(db, { mutationId, ...about, parentId: null, body: step.body });
      for (const reply of step.replies ?? []) {
        const answer = { mutationId: crypto.randomUUID(), ...about, parentId: thread.id, body: reply.body };
        await writeComment(member(members, reply.who), answer);
      }
      if (step.resolvedBy !== undefined) {
        const resolver = member(members, step.resolvedBy);
        await resolveThread(resolver, { mutationId: crypto.randomUUID(), commentId: thread.id });
      }
      return;
    }
    case "task": {
      await editTask(db, {
        mutationId,
        projectId,
        taskKey: step.task,
        version: 0,
        effortPersonDays: step.effortPersonDays ?? null,
        durationWorkingDays: null,
        status: step.status,
        startedOn: step.startedDaysAgo === undefined ? null : day(began, step.startedDaysAgo),
        finishedOn: step.finishedDaysAgo === undefined ? null : day(began, step.finishedDaysAgo),
        actualEffortPersonDays: step.actualEffortPersonDays ?? null,
        assigneeId: step.assignee === undefined ? null : member(members, step.assignee).actor.membershipId,
      });
      return;
    }
    default:
      throw new Error(`The story of ${story.key} has an unknown step.`);
  }
}

function member(members: Members, key: string): OrganizationDb {
  const db = members.get(key);
  if (db === undefined) throw new Error(`Nobody in the sample is called ${key}.`);
  return db;
}

async function projectVersion(db: OrganizationDb, projectId: string): Promise<number> {
  return await db.read(async (tx) => {
    const project = await tx.project.findFirstOrThrow({
      where: { organizationId: db.organizationId, id: projectId },
    });
    return project.version;
  });
}

async function find(db: OrganizationDb, projectId: string, number: number) {
  return await db.read(
    async (tx) =>
      await tx.decision.findFirstOrThrow({
        where: { organizationId: db.organizationId, projectId, number },
        select: {
          id: true,
          version: true,
          options: { where: { deletedAt: null }, orderBy: { place: "asc" }, select: { id: true } },
        },
      }),
  );
}

function optionOf(decision: { options: readonly { id: string }[] }, place: number): string {
  const option = decision.options[place];
  if (option === undefined) throw new Error(`The decision has no option ${place}.`);
  return option.id;
}

function day(began: Date, daysAgo: number): string {
  return new Date(began.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
}

function morning(began: Date, daysAgo: number): number {
  return Date.parse(`${day(began, daysAgo)}T08:30:00Z`);
}
