import { react } from "@/features/comments/reactions.service";
import { commentInput, reactInput, writeCommentInput } from "@/features/comments/schema";
import { resolveThread, writeComment } from "@/features/comments/service";
import { mentionLink } from "@/ui/mentions";
import { findDecision } from "./decision-steps.service";
import { founder } from "./people";
import type { ProjectStory, Reply, StepOf } from "./story";
import { known, memberOf, type Telling } from "./telling";

export async function beginThread(
  telling: Telling,
  story: ProjectStory,
  step: StepOf<"thread">,
): Promise<void> {
  const commentId = await write(telling, story, step, step, null);
  telling.threads.set(step, commentId);
  for (const { who, emoji } of step.reactions ?? []) {
    const input = reactInput.parse({ mutationId: crypto.randomUUID(), commentId, emoji, on: true });
    await react(memberOf(telling, who), input);
  }
}

export async function answer(
  telling: Telling,
  story: ProjectStory,
  step: StepOf<"thread">,
  reply: Reply,
): Promise<void> {
  await write(telling, story, step, reply, known(telling.threads, step));
}

export async function resolve(telling: Telling, step: StepOf<"thread">, who: string): Promise<void> {
  const commentId = known(telling.threads, step);
  const input = commentInput.parse({ mutationId: crypto.randomUUID(), commentId });
  await resolveThread(memberOf(telling, who), input);
}

async function write(
  telling: Telling,
  story: ProjectStory,
  about: StepOf<"thread">,
  said: { readonly who: string; readonly body: string },
  parentId: string | null,
): Promise<string> {
  const db = memberOf(telling, said.who);
  const projectId = known(telling.projects, story.key);
  const decision = about.decision === null ? null : await findDecision(db, projectId, about.decision);
  const subject =
    decision === null
      ? { subjectType: "project", subjectId: projectId }
      : { subjectType: "decision", subjectId: decision.id };
  const anchor = parentId === null && decision !== null ? anchorOf(about, decision) : undefined;
  const input = writeCommentInput.parse({
    mutationId: crypto.randomUUID(),
    ...subject,
    parentId,
    ...(anchor === undefined ? {} : { anchor }),
    body: await withMentions(telling, projectId, said.body),
  });
  return (await writeComment(db, input)).id;
}

function anchorOf({ about }: StepOf<"thread">, decision: Awaited<ReturnType<typeof findDecision>>) {
  if (about === undefined) return undefined;
  if ("option" in about) return { kind: "option", optionId: decision.options[about.option]?.id };
  if ("criterion" in about) {
    return { kind: "criterion", criterionId: decision.criteria[about.criterion]?.id };
  }
  return { kind: "text", before: "", after: "", ...about };
}

/** Stories name people as `{@mara}` and decisions as `{D-2}`. */
async function withMentions(telling: Telling, projectId: string, body: string): Promise<string> {
  let written = body;
  for (const [place, name = ""] of body.matchAll(/\{(@\w+|D-\d+)\}/g)) {
    written = written.replace(place, await mentionOf(telling, projectId, name));
  }
  return written;
}

async function mentionOf(telling: Telling, projectId: string, name: string): Promise<string> {
  if (name.startsWith("@")) {
    const { actor } = memberOf(telling, name.slice(1));
    return mentionLink(`@${actor.name}`, { kind: "member", id: actor.membershipId });
  }
  const decision = await findDecision(memberOf(telling, founder.key), projectId, Number(name.slice(2)));
  return mentionLink(name, { kind: "decision", id: decision.id });
}
