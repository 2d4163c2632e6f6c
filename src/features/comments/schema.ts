import { z } from "zod";
import { id, longText, mutationId, version } from "@/platform/schema";
import { whyNotMarkdown } from "@/ui/markdown-limits";

/** Text of several lines that is shown as Markdown. */
export function markdownText(max: number, min = 0) {
  return longText(max, min).superRefine((text, context) => {
    const message = whyNotMarkdown(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });
}

const body = markdownText(10_000, 1);

const subject = { subjectType: z.enum(["decision", "project"]), subjectId: id };

export const listCommentsInput = z.strictObject(subject);

export const writeCommentInput = z.strictObject({ mutationId, ...subject, parentId: id.nullable(), body });

export const editCommentInput = z.strictObject({ mutationId, commentId: id, version, body });

export const commentInput = z.strictObject({ mutationId, commentId: id });
