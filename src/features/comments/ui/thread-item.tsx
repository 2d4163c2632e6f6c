"use client";

import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { rankOf } from "@/platform/permissions";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { useFormFocus } from "@/ui/form-focus";
import { formatCount } from "@/ui/format";
import type { Thread } from "../queries";
import { CommentItem } from "./comment-item";
import { Composer } from "./composer";
import type { Subject } from "./discussion";

/** A thread: its first comment, the answers, and whether it is settled. A settled one is folded. */
export function ThreadItem({
  workspace,
  subject,
  thread,
}: {
  workspace: string;
  subject: Subject;
  thread: Thread;
}) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const [open, setOpen] = useState(thread.resolvedAt === null);
  const [answering, setAnswering] = useState(false);
  const focus = useFormFocus(answering);
  const resolve = useSubmit(api.comments.resolve.mutate, () => setOpen(false));
  const unresolve = useSubmit(api.comments.unresolve.mutate, () => setOpen(true));
  const mayResolve =
    frame.may("comment.write") &&
    (thread.authorId === frame.membershipId || rankOf(frame.role) >= rankOf("member"));
  const which = { workspace, commentId: thread.id };
  if (!open) {
    return (
      <li className="flex items-center justify-between gap-2 rounded-md bg-sunk px-3 py-2 text-sm text-muted">
        <span className="min-w-0 truncate">
          {thread.authorName}: {thread.body === null ? "deleted" : withoutMarks(thread.body)} ·{" "}
          {formatCount(thread.replies.length, "answer")}
          {thread.resolvedAt !== null && `, resolved by ${thread.resolvedBy ?? "somebody"}`}
        </span>
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          Show
        </Button>
      </li>
    );
  }
  return (
    <li className="grid grid-cols-1 gap-3">
      <CommentItem workspace={workspace} comment={thread} />
      {thread.replies.length > 0 && (
        <ol className="ml-3 grid grid-cols-1 gap-3 border-l border-line pl-4">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem workspace={workspace} comment={reply} />
            </li>
          ))}
        </ol>
      )}
      <FormError message={resolve.message ?? unresolve.message} />
      {answering ? (
        <div ref={focus.form} className="ml-3 pl-4">
          <Composer
            workspace={workspace}
            subject={subject}
            parentId={thread.id}
            label={`Answer ${thread.authorName}`}
            action="Answer"
            onSent={() => setAnswering(false)}
            onCancel={() => setAnswering(false)}
          />
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-1 pl-7">
          {frame.may("comment.write") && (
            <Button ref={focus.opener} size="sm" variant="ghost" onClick={() => setAnswering(true)}>
              Answer
            </Button>
          )}
          {mayResolve && thread.resolvedAt === null && (
            <Button
              size="sm"
              variant="ghost"
              pending={resolve.pending}
              onClick={() => void resolve.submit((mutationId) => ({ ...which, mutationId }))}
            >
              Resolve
            </Button>
          )}
          {mayResolve && thread.resolvedAt !== null && (
            <Button
              size="sm"
              variant="ghost"
              pending={unresolve.pending}
              onClick={() => void unresolve.submit((mutationId) => ({ ...which, mutationId }))}
            >
              Open again
            </Button>
          )}
          {thread.resolvedAt !== null && (
            <>
              <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
                Fold
              </Button>
              <span className="text-xs text-muted">Resolved by {thread.resolvedBy ?? "somebody"}</span>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** The beginning of a text as one line of plain words, for a glance. */
function withoutMarks(markdown: string): string {
  return markdown
    .slice(0, 300)
    .replace(/[*`#>|~]|-{3,}/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
