"use client";

import { useQuery } from "@tanstack/react-query";
import { refusalOf, useTRPC } from "@/platform/trpc/client";
import { FormError } from "@/ui/form-error";
import { RelativeTime } from "@/ui/time";
import { CommentBody } from "./comment-body";

/** What a comment said before it was edited. */
export function HistoryList({ workspace, commentId }: { workspace: string; commentId: string }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.comments.history.queryOptions({ workspace, commentId }));
  if (error !== null) return <FormError message={refusalOf(error).message} />;
  if (data === undefined) return <p className="text-sm text-muted">Loading…</p>;
  return (
    <ol className="grid grid-cols-1 gap-4">
      {data.map((version) => (
        <li key={version.seq} className="grid gap-1 border-b border-line pb-3 last:border-0">
          <p className="text-xs text-muted">
            Until <RelativeTime at={version.until} />
          </p>
          <CommentBody text={version.body} />
        </li>
      ))}
    </ol>
  );
}
