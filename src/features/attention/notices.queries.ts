import { z } from "zod";
import type { Transaction } from "@/platform/db/organization-db";
import type { LogEntry } from "@/platform/events/consumer";
import { rolesAscending } from "@/platform/permissions";
import { mentionsIn } from "@/ui/mentions";
import { decisionPeople, hearersOf, type News, nothing } from "./audience.queries";
import { newsOfDecision } from "./decision-news.queries";
import { approvalsOfOwner, newsOfGate } from "./gate-news.queries";
import { newsOfProposal } from "./proposal-news.queries";

// What an entry of the log is to whom. The first notice for a member counts: those that name a person come first.

export async function newsOf(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News[]> {
  if (entry.subjectType === "decision" && !entry.type.startsWith("comment.")) {
    return await newsOfDecision(tx, organizationId, entry);
  }
  if (entry.subjectType === "gate") return await newsOfGate(tx, organizationId, entry);
  if (entry.subjectType === "member") return await newsOfProposal(tx, organizationId, entry);
  if (entry.type === "tasks.edited") return await ofTasks(tx, organizationId, entry);
  const news = await newsOfSubject(tx, organizationId, entry);
  if (news === null) return [];
  const owner = entry.type === "project.edited" ? news.notices[0]?.membershipId : undefined;
  if (owner === undefined) return [news];
  return [news, ...(await approvalsOfOwner(tx, organizationId, entry.subjectId, owner))];
}

async function newsOfSubject(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News | null> {
  switch (entry.type) {
    case "comment.written":
    case "comment.edited":
    case "comment.restored":
      return await ofComment(tx, organizationId, entry);
    case "task.edited":
      return await ofTask(tx, organizationId, entry);
    case "project.created":
    case "project.edited":
    case "project.moved":
      return await ofProject(tx, organizationId, entry);
    case "project.shared":
    case "project.unshared":
      return await ofSharing(tx, organizationId, entry);
    default:
      return null;
  }
}

const commentData = z.object({
  commentId: z.string(),
  before: z.object({ body: z.string() }).optional(),
  after: z.object({ body: z.string() }).optional(),
});

async function ofComment(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News | null> {
  const { commentId, before, after } = commentData.parse(entry.data);
  const comment = await tx.comment.findFirst({
    where: { organizationId, id: commentId, deletedAt: null, project: { deletedAt: null } },
  });
  if (comment === null) return null;
  const decision =
    comment.subjectType === "decision" ? await decisionPeople(tx, organizationId, comment.subjectId) : null;
  if (comment.subjectType === "decision" && decision === null) return null;
  const place = decision?.place ?? { projectId: comment.projectId, phase: null, decisionId: null };
  const subject = `thread:${comment.parentId ?? comment.id}`;
  const notice = (kind: string) => (membershipId: string) => ({ membershipId, kind, subject });

  // What the log says was written; the text may have been edited since.
  const body = after?.body ?? comment.body;
  const known = new Set(before === undefined ? [] : await mentionedIn(tx, organizationId, before.body));
  const mentioned = (await mentionedIn(tx, organizationId, body)).filter((id) => !known.has(id));
  const mentions = mentioned.map(notice("mention"));
  // An edit is news to those whom it names now.
  if (entry.type === "comment.edited") return { ...nothing, place, commentId, notices: mentions };

  const owner = decision?.ownerId ?? (await ownerOf(tx, organizationId, comment.projectId));
  const { muted, closely } = await hearersOf(tx, organizationId, place, []);
  const replies = await writersOf(tx, organizationId, comment);
  return {
    ...nothing,
    place,
    commentId,
    notices: [
      ...mentions,
      ...[...replies.map(notice("reply")), ...[owner, ...closely].map(notice("comment"))].filter(
        ({ membershipId }) => !muted.has(membershipId),
      ),
    ],
  };
}

/** The members that a text names, by name or by their role. */
async function mentionedIn(tx: Transaction, organizationId: string, body: string): Promise<string[]> {
  const mentions = mentionsIn(body);
  const ids = mentions.filter(({ kind }) => kind === "member").map(({ id }) => id.toLowerCase());
  const named = new Set(mentions.filter(({ kind }) => kind === "role").map(({ id }) => id));
  const ofRole = rolesAscending.filter((role) => named.has(role));
  if (ofRole.length === 0) return ids;
  const members = await tx.membership.findMany({
    where: { organizationId, role: { in: ofRole }, removedAt: null },
    select: { id: true },
  });
  return [...ids, ...members.map((member) => member.id)];
}

/** Whoever had written in the thread when the comment was written. */
async function writersOf(
  tx: Transaction,
  organizationId: string,
  { id, parentId, createdAt }: { id: string; parentId: string | null; createdAt: Date },
): Promise<string[]> {
  const threadId = parentId ?? id;
  const writers = await tx.comment.findMany({
    where: {
      organizationId,
      OR: [{ id: threadId }, { parentId: threadId }],
      createdAt: { lte: createdAt },
      deletedAt: null,
    },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  return writers.map((writer) => writer.authorId);
}

async function ownerOf(tx: Transaction, organizationId: string, projectId: string): Promise<string> {
  const { ownerId } = await tx.project.findFirstOrThrow({
    where: { organizationId, id: projectId },
    select: { ownerId: true },
  });
  return ownerId;
}

const ownedData = z.object({
  before: z.object({ ownerId: z.string().optional() }).nullish(),
  after: z.object({ ownerId: z.string().optional() }),
});

const taskData = z.object({
  taskKey: z.string(),
  before: z.object({ assigneeId: z.string().nullish() }).nullable(),
  after: z.object({ assigneeId: z.string().nullable(), status: z.string() }),
});

async function ofTask(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News | null> {
  const projectId = entry.subjectId;
  if (!(await projectStands(tx, organizationId, projectId))) return null;
  return newsOfTask(projectId, taskData.parse(entry.data));
}

/** Each of the tasks is an item of its own, as if it had been edited alone. */
async function ofTasks(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News[]> {
  const projectId = entry.subjectId;
  if (!(await projectStands(tx, organizationId, projectId))) return [];
  const { tasks } = z.object({ tasks: z.array(taskData) }).parse(entry.data);
  return tasks.map((task) => newsOfTask(projectId, task));
}

function newsOfTask(projectId: string, { taskKey, before, after }: z.output<typeof taskData>): News {
  const subject = `task:${projectId}/${taskKey}`;
  const { assigneeId } = after;
  const isOver = after.status === "done" || after.status === "dropped";
  const isNew = assigneeId !== null && assigneeId !== (before?.assigneeId ?? null);
  return {
    ...nothing,
    place: { projectId, decisionId: null },
    notices: isNew && !isOver ? [{ membershipId: assigneeId, kind: "task", subject }] : [],
    settled: [isOver || assigneeId === null ? { subject } : { subject, except: assigneeId }],
  };
}

const movedData = z.object({ after: z.object({ phase: z.string().optional() }) });

async function ofProject(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News | null> {
  const projectId = entry.subjectId;
  if (!(await projectStands(tx, organizationId, projectId))) return null;
  const place = { projectId, phase: null, decisionId: null };
  const subject = `project:${projectId}`;
  const owner = await ownerOf(tx, organizationId, projectId);
  const ownership = { membershipId: owner, kind: "owner", subject };
  if (entry.type === "project.created") return { ...nothing, place, notices: [ownership] };
  if (entry.type === "project.edited") {
    const { before, after } = ownedData.parse(entry.data);
    return before?.ownerId === after.ownerId ? null : { ...nothing, place, notices: [ownership] };
  }
  const phase = movedData.parse(entry.data).after.phase ?? null;
  // Another pass of alignment goes through no gate.
  if (phase === null) return null;
  const { hearers } = await hearersOf(tx, organizationId, { ...place, phase }, [owner]);
  return {
    ...nothing,
    place,
    notices: hearers.map((membershipId) => ({ membershipId, kind: "moved", subject })),
  };
}

const sharedData = z.object({ membershipId: z.string() });

/** Whoever a private project is shared with hears of it; when that ends there is nothing left to see to. */
async function ofSharing(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News | null> {
  const projectId = entry.subjectId;
  if (!(await projectStands(tx, organizationId, projectId))) return null;
  const { membershipId } = sharedData.parse(entry.data);
  const subject = `project:${projectId}`;
  const news = { ...nothing, place: { projectId, decisionId: null } };
  return entry.type === "project.shared"
    ? { ...news, notices: [{ membershipId, kind: "shared", subject }] }
    : { ...news, settled: [{ subject, only: membershipId }] };
}

async function projectStands(tx: Transaction, organizationId: string, projectId: string): Promise<boolean> {
  return (await tx.project.count({ where: { organizationId, id: projectId, deletedAt: null } })) > 0;
}
