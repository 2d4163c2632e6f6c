import { z } from "zod";
import { fromDay } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";
import type { LogEntry } from "@/platform/events/consumer";
import {
  type DecisionPeople,
  decisionPeople,
  hearersOf,
  type News,
  type Notice,
  nothing,
} from "./audience.queries";
import { awaitScores, scoresOver } from "./scores-news.queries";
import { asked, waitedFor, waitingFor } from "./waiting.queries";

// What happens to a decision, and what it needs of people: each in an item of its own.

export async function newsOfDecision(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
): Promise<News[]> {
  const decision = await decisionPeople(tx, organizationId, entry.subjectId);
  if (decision === null) return [];
  const news = [
    await ofDecision(tx, organizationId, decision, entry),
    await ofScores(tx, organizationId, decision, entry),
  ];
  if (entry.type === "decision.superseded") news.push(await ofSuccessor(tx, organizationId, entry.subjectId));
  return news.filter((known) => known !== null);
}

const positionData = z.object({ after: z.object({ stance: z.string() }) });
/** An entry about the words alone says nothing of these. */
const edited = z.object({ ownerId: z.string().optional(), process: z.string().optional() });
const editedData = z.object({ before: edited.nullish(), after: edited });
const members = z.object({ consulted: z.array(z.object({ id: z.string() })) });
const consultedData = z.object({ before: members, after: members });

async function ofDecision(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
  entry: LogEntry,
): Promise<News | null> {
  const subject = `decision:${entry.subjectId}`;
  const waiting = waitingFor(entry.subjectId);
  const review = `review:${entry.subjectId}`;
  const nudge = `nudge:${entry.subjectId}`;
  const news = { ...nothing, place: decision.place };
  const hear = async (kind: string) => {
    const { hearers } = await hearersOf(tx, organizationId, decision.place, decision.involved);
    return hearers.map((membershipId) => ({ membershipId, kind, subject }));
  };
  const owner = { membershipId: decision.ownerId, kind: "owner", subject };
  switch (entry.type) {
    case "decision.asked":
      return {
        ...news,
        notices: [owner, ...(await waitedFor(tx, organizationId, decision)), ...(await hear("asked"))],
      };
    case "decision.edited":
      return await ofEdit(tx, organizationId, decision, entry, owner);
    case "decision.consulted": {
      const { before, after } = consultedData.parse(entry.data);
      const known = new Set(before.consulted.map(({ id }) => id));
      const added = after.consulted.map(({ id }) => id).filter((id) => !known.has(id));
      const waitedOn = new Set(
        (await waitedFor(tx, organizationId, decision)).map((one) => one.membershipId),
      );
      return {
        ...news,
        notices: asked(decision).filter(({ membershipId }) => added.includes(membershipId)),
        // Who is not asked any more, unless they are waited for anyhow.
        settled: [...known].filter((id) => !waitedOn.has(id)).map((id) => ({ subject: waiting, only: id })),
      };
    }
    case "decision.reopened":
      return {
        ...news,
        notices: [...(await hear("reopened")), ...(await waitedFor(tx, organizationId, decision))],
        settled: [{ subject: review }],
      };
    case "decision.decided":
    case "decision.superseded":
      return {
        ...news,
        notices: await hear(entry.type === "decision.decided" ? "decided" : "superseded"),
        settled: [{ subject: waiting }, { subject: review }, { subject: nudge }],
      };
    case "decision.nudged":
      // Said to whoever owned it then; meanwhile it may be another's, or decided.
      return decision.isOpen ? { ...news, notices: [{ ...owner, kind: "nudge", subject: nudge }] } : null;
    case "decision.reviewed":
      return { ...news, settled: [{ subject: review }] };
    case "decision.review-due":
      return await ofReviewDue(tx, organizationId, decision, entry);
    case "suggestion.applied":
    case "suggestion.declined":
      return await ofSuggestion(tx, organizationId, decision, entry);
    case "position.taken": {
      const { after } = positionData.parse(entry.data);
      return {
        ...news,
        notices: after.stance === "object" ? [{ ...owner, kind: "objection" }] : [],
        settled: [{ subject: waiting, only: entry.actorId }],
      };
    }
    default:
      return null;
  }
}

const suggestionData = z.object({ commentId: z.string() });

/** Whoever suggested another wording hears what became of it. */
async function ofSuggestion(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
  entry: LogEntry,
): Promise<News | null> {
  const { commentId } = suggestionData.parse(entry.data);
  const comment = await tx.comment.findFirst({
    where: { organizationId, id: commentId, deletedAt: null },
    select: { id: true, authorId: true },
  });
  if (comment === null) return null;
  const kind = entry.type === "suggestion.applied" ? "taken-over" : "turned-down";
  const notice = { membershipId: comment.authorId, kind, subject: `thread:${comment.id}` };
  return { ...nothing, place: decision.place, notices: [notice] };
}

/** Another owner takes over what is due; another process waits for other people, or for something else of them. */
async function ofEdit(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
  entry: LogEntry,
  owner: Notice,
): Promise<News> {
  const { before, after } = editedData.parse(entry.data);
  const isOthers = before?.ownerId !== after.ownerId;
  const isDecidedOtherwise = before?.process !== after.process;
  const subject = waitingFor(entry.subjectId);
  const waited = isDecidedOtherwise ? await waitedFor(tx, organizationId, decision) : [];
  const waitedOn = new Set(waited.map(({ membershipId }) => membershipId));
  const items = isDecidedOtherwise
    ? await tx.inboxItem.findMany({
        where: { organizationId, subject, doneAt: null },
        select: { membershipId: true },
      })
    : [];
  const known = new Set(items.map(({ membershipId }) => membershipId));
  return {
    ...nothing,
    place: decision.place,
    notices: [...(isOthers ? [owner] : []), ...waited.filter(({ membershipId }) => !known.has(membershipId))],
    settled: [
      ...(isOthers ? [{ subject: `review:${entry.subjectId}`, except: decision.ownerId }] : []),
      ...[...known].filter((id) => !waitedOn.has(id)).map((id) => ({ subject, only: id })),
    ],
  };
}

const dueData = z.object({
  reasons: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("review"), outcomeId: z.string(), on: z.string() }),
      z.object({ kind: z.literal("model") }),
    ]),
  ),
});

/** The owner is to look again, unless somebody has, or it is somebody else's, since it was found. */
async function ofReviewDue(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
  entry: LogEntry,
): Promise<News | null> {
  if (decision.isSuperseded || decision.ownerId !== entry.actorId) return null;
  const { reasons } = dueData.parse(entry.data);
  const outcomes = reasons.flatMap((reason) =>
    reason.kind === "review" ? [{ id: reason.outcomeId, reviewOn: fromDay(reason.on) }] : [],
  );
  const standing = await tx.outcome.count({ where: { organizationId, endedAt: null, OR: outcomes } });
  if (standing === 0 && outcomes.length === reasons.length) return null;
  const { place, ownerId } = decision;
  const subject = `review:${entry.subjectId}`;
  return {
    ...nothing,
    place,
    notices: [{ membershipId: ownerId, kind: "review", subject }],
    byNobody: true,
  };
}

async function ofScores(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
  entry: LogEntry,
): Promise<News | null> {
  switch (entry.type) {
    case "criterion.added":
    case "criterion.removed":
    case "option.added":
    case "option.removed":
    case "scoring.round-opened":
    case "decision.edited":
    case "decision.reopened":
      return await awaitScores(tx, organizationId, decision);
    case "scores.given":
      return scoresOver(decision, { only: entry.actorId });
    case "scores.revealed":
    case "decision.decided":
    case "decision.superseded":
      return scoresOver(decision, {});
    default:
      return null;
  }
}

/** The decision that takes the place of a superseded one is open, and waits for positions. */
async function ofSuccessor(
  tx: Transaction,
  organizationId: string,
  decisionId: string,
): Promise<News | null> {
  const next = await tx.decision.findFirst({
    where: { organizationId, supersedesId: decisionId, deletedAt: null },
    select: { id: true },
  });
  const decision = next === null ? null : await decisionPeople(tx, organizationId, next.id);
  if (decision === null) return null;
  const notices = await waitedFor(tx, organizationId, decision);
  return { ...nothing, place: decision.place, notices };
}
