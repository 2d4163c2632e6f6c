import type { z } from "zod";
import { readPlan } from "@/features/plans/service";
import type { PhaseId } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { questionIn, quoted } from "./draft-rules";
import { toPhase } from "./find.queries";
import type { draftInput } from "./schema";

export type DecisionDraftText = {
  readonly phase: PhaseId;
  readonly question: string;
  readonly context: string;
  /** What it is asked from, in words. */
  readonly from: string;
};

/** What a decision asked from a task or a comment begins with. */
export async function draftDecision(
  db: OrganizationDb,
  input: z.output<typeof draftInput>,
): Promise<DecisionDraftText | null> {
  return await db.read(async (tx) => {
    const project = await tx.project.findFirst({
      where: { organizationId: db.organizationId, key: input.projectKey, deletedAt: null },
      select: { id: true, phase: true },
    });
    if (project === null) throw notFound("project");
    if (input.commentId !== null) {
      const comment = await findComment(tx, db, project.id, input.commentId);
      const decision = await tx.decision.findFirst({
        where: { organizationId: db.organizationId, id: comment.subjectId },
        select: { phase: true },
      });
      const author = comment.author.account.name;
      return {
        phase: toPhase(decision?.phase ?? project.phase),
        question: questionIn(comment.body),
        context: quoted(comment.body, author),
        from: `a comment by ${author}`,
      };
    }
    if (input.taskKey === null) return null;
    const task = await findTask(tx, db, project.id, input.taskKey);
    return {
      phase: task.phase,
      question: `How do we go about “${task.name}”?`,
      context: `The task “${task.name}” is to bring: ${task.deliverable}`,
      from: `the task “${task.name}”`,
    };
  });
}

/** A comment of the project that is there to be read, or NOT_FOUND. */
export async function findComment(tx: Transaction, db: OrganizationDb, projectId: string, commentId: string) {
  const comment = await tx.comment.findFirst({
    where: { organizationId: db.organizationId, id: commentId, projectId, deletedAt: null },
    select: {
      body: true,
      subjectType: true,
      subjectId: true,
      author: { select: { account: { select: { name: true } } } },
    },
  });
  if (comment === null) throw notFound("comment");
  return comment;
}

/** A task of the project's plan as it stands, or NOT_FOUND. */
export async function findTask(tx: Transaction, db: OrganizationDb, projectId: string, taskKey: string) {
  const task = (await readPlan(tx, db, projectId)).tasks.find(({ key }) => key === taskKey);
  if (task === undefined) throw notFound("task");
  return task;
}
