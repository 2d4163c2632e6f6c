"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { memo, useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { rankOf } from "@/platform/permissions";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { useFormFocus } from "@/ui/form-focus";
import { formatCount } from "@/ui/format";
import type { Thread } from "../queries";
import { seenText } from "../quote-rules";
import { CommentItem } from "./comment-item";
import { Composer, draftKey } from "./composer";
import type { Subject } from "./discussion";
import { toDraft } from "./mention-draft";
import { ThreadAbout } from "./thread-about";
import { TypingLine } from "./typing-line";
import { hasDraft } from "./use-draft";

type Props = { workspace: string; subject: Subject; thread: Thread };

/** A thread; one that is `early`, far up, is its bare words until it comes near to being seen. */
export const ThreadItem = memo(function ThreadItem({ early, ...props }: Props & { early: boolean }) {
  const words = useRef<HTMLLIElement>(null);
  const near = useNear(words, !early);
  if (near) return <WholeThread early={early} {...props} />;
  return (
    <li
      id={`thread-${props.thread.id}`}
      ref={words}
      className="grid grid-cols-1 gap-3 [contain-intrinsic-size:auto_9rem] [content-visibility:auto]"
    >
      {[props.thread, ...props.thread.replies].map((comment) => (
        <article key={comment.id} aria-label={`Comment by ${comment.authorName}`} className="pl-8">
          {comment.body}
        </article>
      ))}
    </li>
  );
});

/** What the thread is about, its first comment, the answers, and whether it is settled. A settled one is folded. */
function WholeThread({ workspace, subject, thread, early }: Props & { early: boolean }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const [open, setOpen] = useState(thread.resolvedAt === null);
  const [answering, setAnswering] = useState(false);
  const [whole, setWhole] = useState(false);
  const focus = useFormFocus(answering);
  const all = useQuery(
    trpc.comments.answers.queryOptions({ workspace, commentId: thread.id }, { enabled: whole }),
  );
  const replies = (whole ? all.data?.replies : undefined) ?? thread.replies;
  const earlier = thread.answers - replies.length;
  const draft = draftKey(subject, thread.id);
  // An answer that was being written when the page was left goes on.
  useEffect(() => setAnswering((now) => now || hasDraft(draft)), [draft]);
  if (!open) {
    return (
      <li
        id={`thread-${thread.id}`}
        className="flex items-center justify-between gap-2 rounded-md bg-sunk px-3 py-2 text-sm text-muted"
      >
        <span className="min-w-0 truncate">
          <bdi>{thread.authorName}</bdi>: {thread.body === null ? "deleted" : glance(thread.body)} ·{" "}
          {formatCount(thread.answers, "answer")}
          {thread.resolvedAt !== null && `, resolved by ${thread.resolvedBy ?? "somebody"}`}
        </span>
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          Show
        </Button>
      </li>
    );
  }
  return (
    <li
      id={`thread-${thread.id}`}
      className={clsx(
        "-mx-1 grid scroll-mt-16 grid-cols-1 gap-3 px-1 target:bg-accent-soft",
        // Drawing what is far away would cost the scrolling; a list that opens below a field must not be cut off.
        early && "[contain-intrinsic-size:auto_9rem] not-focus-within:[content-visibility:auto]",
      )}
    >
      <ThreadAbout workspace={workspace} subject={subject} thread={thread} />
      <CommentItem workspace={workspace} subject={subject} comment={thread} />
      {thread.answers > 0 && (
        <ol className="ml-3 grid grid-cols-1 gap-3 border-l border-line pl-4">
          {earlier > 0 && (
            <li>
              <Button size="sm" variant="ghost" pending={all.isLoading} onClick={() => setWhole(true)}>
                Show {formatCount(earlier, "earlier answer")}
              </Button>
            </li>
          )}
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem workspace={workspace} subject={subject} comment={reply} />
            </li>
          ))}
        </ol>
      )}
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
          {frame.may("comment.write") && thread.body !== null && (
            <Button ref={focus.opener} size="sm" variant="ghost" onClick={() => setAnswering(true)}>
              Answer
            </Button>
          )}
          <Settling workspace={workspace} thread={thread} onSettled={(settled) => setOpen(!settled)} />
          {thread.resolvedAt !== null && (
            <>
              <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
                Fold
              </Button>
              <span className="text-xs text-muted">Resolved by {thread.resolvedBy ?? "somebody"}</span>
            </>
          )}
          <TypingLine workspace={workspace} threadId={thread.id} />
        </div>
      )}
    </li>
  );
}

/** The ways to settle a thread and to open it again. */
function Settling({
  workspace,
  thread,
  onSettled,
}: {
  workspace: string;
  thread: Thread;
  onSettled: (settled: boolean) => void;
}) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const resolve = useSubmit(api.comments.resolve.mutate, () => onSettled(true));
  const unresolve = useSubmit(api.comments.unresolve.mutate, () => onSettled(false));
  const may =
    frame.may("comment.write") &&
    (thread.authorId === frame.membershipId || rankOf(frame.role) >= rankOf("member"));
  if (!may) return null;
  const which = { workspace, commentId: thread.id };
  return (
    <>
      {thread.resolvedAt === null ? (
        <Button
          size="sm"
          variant="ghost"
          pending={resolve.pending}
          onClick={() => void resolve.submit((mutationId) => ({ ...which, mutationId }))}
        >
          Resolve
        </Button>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          pending={unresolve.pending}
          onClick={() => void unresolve.submit((mutationId) => ({ ...which, mutationId }))}
        >
          Open again
        </Button>
      )}
      <FormError message={resolve.message ?? unresolve.message} />
    </>
  );
}

/** Whether the element has come near to what is seen, at once or later. */
function useNear(element: { current: HTMLElement | null }, atOnce: boolean): boolean {
  const [near, setNear] = useState(atOnce);
  useEffect(() => {
    const at = element.current;
    if (near || at === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: "800px" },
    );
    observer.observe(at);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}

/** The beginning of a text as one line of plain words. */
function glance(markdown: string): string {
  return seenText(toDraft(markdown.slice(0, 600)).text).text.slice(0, 300);
}
