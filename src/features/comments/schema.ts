import { z } from "zod";
import { id, longText, mutationId, version } from "@/platform/schema";

/** Beyond this, quotes and lists inside each other say nothing to a reader and cost the renderer dearly. */
const deepestNesting = 12;

const body = longText(10_000, 1).refine(
  (text) => text.split("\n").every((line) => nesting(line) <= deepestNesting),
  "Please nest quotes and lists less deeply.",
);

function nesting(line: string): number {
  const markers = /^(?:\s*(?:>|[-*+]\s|\d+[.)]\s))+/.exec(line)?.[0] ?? "";
  return (markers.match(/>|[-*+]|\d+[.)]/g) ?? []).length;
}

const subject = { subjectType: z.enum(["decision", "project"]), subjectId: id };

export const listCommentsInput = z.strictObject(subject);

export const writeCommentInput = z.strictObject({ mutationId, ...subject, parentId: id.nullable(), body });

export const editCommentInput = z.strictObject({ mutationId, commentId: id, version, body });

export const commentInput = z.strictObject({ mutationId, commentId: id });
