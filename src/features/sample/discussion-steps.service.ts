import { commentInput, writeCommentInput } from "@/features/comments/schema";
import { resolveThread, writeComment } from "@/features/comments/service";
import { findDecision } from "./decision-steps.service";
import type { ProjectStory, Reply, StepOf } from "./story";
import { known, memberOf, type Telling } from "./telling";

export async function beginThread(
  telling: Telling,
  story: ProjectStory,
  step: StepOf<"thread">,
): Promise<void> {
  telling.threads.set(step, await write(telling, story, step, step, null));
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
  const subject =
    about.decision === null
      ? { subjectType: "project", subjectId: projectId }
      : { subjectType: "decision", subjectId: (await findDecision(db, projectId, about.decision)).id };
  const input = writeCommentInput.parse({
    mutationId: crypto.randomUUID(),
    ...subject,
    parentId,
    body: said.body,
  });
  return (await writeComment(db, input)).id;
}
