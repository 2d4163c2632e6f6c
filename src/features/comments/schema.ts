import { z } from "zod";
import { id, lineText, longText, mutationId, version } from "@/platform/schema";
import { whyNotMarkdown } from "@/ui/markdown-limits";
import { mentionsIn } from "@/ui/mentions";
import { longestComment, reactions } from "./comment-rules";
import { quoteLimit } from "./quote-rules";

/** Text of several lines that is shown as Markdown. */
export function markdownText(max: number, min = 0) {
  return longText(max, min).superRefine((text, context) => {
    const message = whyNotMarkdown(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });
}

const mostMentions = 50;

const body = markdownText(longestComment, 1).refine(
  (text) => mentionsIn(text).length <= mostMentions,
  `Please mention at most ${mostMentions} people and things in one comment.`,
);

const subject = { subjectType: z.enum(["decision", "project"]), subjectId: id };

/** A part of one line, whose blanks at the ends belong to it. */
const words = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((text) => lineText(max, 0).safeParse(text).success, "Please select text of one line.");

/** What of a decision a thread is about: an option, a criterion, one of them by the other, or words of its context. */
export const anchor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("option"), optionId: id }),
  z.strictObject({ kind: z.literal("criterion"), criterionId: id }),
  z.strictObject({ kind: z.literal("cell"), optionId: id, criterionId: id }),
  z.strictObject({
    kind: z.literal("text"),
    quote: words(quoteLimit, 1),
    before: words(60),
    after: words(60),
    /** What should stand there instead. */
    suggestion: longText(2_000).optional(),
  }),
]);

export type Anchor = z.output<typeof anchor>;

export const listCommentsInput = z.strictObject({
  ...subject,
  show: z.enum(["all", "open", "mine"]).default("all"),
  /** What is about an option by a criterion is about both. */
  about: z
    .union([
      z.enum(["anything", "whole", "text"]),
      z.strictObject({ optionId: id }),
      z.strictObject({ criterionId: id }),
      z.strictObject({ optionId: id, criterionId: id }),
    ])
    .default("anything"),
  /** How many threads, the newest ones. */
  threads: z.int().min(1).max(2_000).default(30),
});

/** Which threads are looked at. */
export type About = z.output<typeof listCommentsInput>["about"];

export const countCommentsInput = z.strictObject(subject);

export const writeCommentInput = z.strictObject({
  mutationId,
  ...subject,
  parentId: id.nullable(),
  /** Of a thread's first comment only. */
  anchor: anchor.optional(),
  body,
});

export const editCommentInput = z.strictObject({ mutationId, commentId: id, version, body });

export const commentInput = z.strictObject({ mutationId, commentId: id });

export type { Reaction } from "./comment-rules";

export const reactInput = z.strictObject({
  mutationId,
  commentId: id,
  emoji: z.enum(reactions),
  /** Whether it is to stand there afterwards. */
  on: z.boolean(),
});

export const whichCommentInput = z.strictObject({ commentId: id });

export const mentionableInput = z.strictObject({
  /** People and roles, any thing, or decisions by number. */
  of: z.enum(["people", "things", "decisions"]),
  /** How it begins. */
  text: z
    .string()
    .max(60)
    .refine((text) => lineText(60, 0).safeParse(text).success),
  /** The project whose decisions and tasks are meant. */
  projectId: id,
});
