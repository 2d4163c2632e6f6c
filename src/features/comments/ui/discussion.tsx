"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { formatCount } from "@/ui/format";
import { Composer } from "./composer";
import { ThreadItem } from "./thread-item";

export type Subject = { subjectType: "decision" | "project"; subjectId: string };

/** The discussion of a decision or project. */
export function Discussion({ workspace, subject }: { workspace: string; subject: Subject }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.comments.discussion.queryOptions({ workspace, ...subject }));
  const shown = data.threads.reduce((sum, thread) => sum + 1 + thread.replies.length, 0);
  return (
    <section aria-labelledby="discussion">
      <h2 id="discussion" className="mb-3 text-sm font-semibold">
        Discussion <span className="font-normal text-muted">{formatCount(data.total, "comment")}</span>
      </h2>
      {shown < data.total && (
        <p className="mb-3 text-xs text-muted">The latest {shown} comments are shown.</p>
      )}
      {data.threads.length === 0 && (
        <p className="mb-3 text-sm text-muted">
          Nobody has said anything yet. What would change your mind? What do you know that others may not?
        </p>
      )}
      <ol className="grid grid-cols-1 gap-4">
        {data.threads.map((thread) => (
          <ThreadItem key={thread.id} workspace={workspace} subject={subject} thread={thread} />
        ))}
      </ol>
      {frame.may("comment.write") && (
        <div className="mt-4">
          <Composer
            workspace={workspace}
            subject={subject}
            parentId={null}
            label="Comment"
            action="Comment"
          />
        </div>
      )}
    </section>
  );
}
