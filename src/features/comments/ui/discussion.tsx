"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { formatCount } from "@/ui/format";
import { MentionsKnown } from "./comment-body";
import { Composer } from "./composer";
import { useDiscussionView } from "./discussion-view";
import { type Show, ThreadFilter } from "./thread-filter";
import { ThreadItem } from "./thread-item";
import { useLinkedThread } from "./use-linked-thread";

/** What a discussion is about. */
export type Subject = {
  readonly subjectType: "decision" | "project";
  readonly subjectId: string;
  readonly projectId: string;
  /** Of a decision: what threads may be about, and whether and from which version its context may be changed. */
  readonly options?: readonly { readonly id: string; readonly title: string }[];
  readonly criteria?: readonly { readonly id: string; readonly name: string }[];
  readonly context?: string;
  readonly version?: number;
  readonly mayEdit?: boolean;
};

const atFirst = 30;
const most = 2_000;

/** The discussion of a decision or project: the newest threads, and older ones for who asks. */
export default function Discussion({ workspace, ...props }: { workspace: string; subject: Subject }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const view = useDiscussionView();
  const [show, setShow] = useState<Show>("all");
  const [length, setLength] = useState(atFirst);
  const wanted = useMemo(() => ({ show, about: view.about, length }), [show, view.about, length]);
  // What was asked for before stands until the answer is there.
  const shown = useDeferredValue(wanted);
  const pending = shown !== wanted;
  const subject = useSame(props.subject);
  const { subjectType, subjectId } = subject;
  const { data } = useSuspenseQuery(
    trpc.comments.discussion.queryOptions({
      workspace,
      subjectType,
      subjectId,
      ...(shown.show === "all" ? {} : { show: shown.show }),
      ...(shown.about === "anything" ? {} : { about: shown.about }),
      ...(shown.length === atFirst ? {} : { threads: shown.length }),
    }),
  );
  useLinkedThread(data.threads, () => setLength(most));
  const known = useMemo(() => ({ workspace, mentions: data.mentions }), [workspace, data.mentions]);
  const filtered = shown.show !== "all" || shown.about !== "anything";
  const mayWrite = frame.may("comment.write");
  return (
    <section aria-labelledby="discussion" aria-busy={pending}>
      <h2 id="discussion" className="mb-3 text-sm font-semibold">
        Discussion <span className="font-normal text-muted">{formatCount(data.total, "comment")}</span>
      </h2>
      {data.total > 0 && (
        <ThreadFilter subject={subject} show={show} onShow={setShow} about={view.about} onAbout={view.show} />
      )}
      {data.more && (
        <div className="mb-4">
          <Button size="sm" pending={pending} onClick={() => setLength(Math.min(most, length * 3))}>
            Show older threads
          </Button>
        </div>
      )}
      {data.threads.length === 0 && (
        <p className="mb-3 text-sm text-muted">
          {filtered
            ? "No thread is like that."
            : "Nobody has said anything yet. What would change your mind? What do you know that others may not?"}
        </p>
      )}
      <MentionsKnown value={known}>
        <ol className="grid grid-cols-1 gap-5">
          {data.threads.map((thread, place) => (
            <ThreadItem
              key={thread.id}
              workspace={workspace}
              subject={subject}
              thread={thread}
              // The newest are drawn at once, also by the server; earlier ones when they come near.
              early={place < data.threads.length - atFirst}
            />
          ))}
        </ol>
      </MentionsKnown>
      {mayWrite && (
        <div className="mt-4">
          <Composer
            workspace={workspace}
            subject={subject}
            parentId={null}
            beginning={view}
            label="Comment"
            action="Comment"
          />
        </div>
      )}
    </section>
  );
}

/** The subject of before while nothing in it has changed: threads are drawn again only when something has. */
function useSame({
  subjectType,
  subjectId,
  projectId,
  options,
  criteria,
  context,
  version,
  mayEdit,
}: Subject): Subject {
  return useMemo(
    () => ({
      subjectType,
      subjectId,
      projectId,
      ...(options === undefined ? {} : { options }),
      ...(criteria === undefined ? {} : { criteria }),
      ...(context === undefined ? {} : { context }),
      ...(version === undefined ? {} : { version }),
      ...(mayEdit === undefined ? {} : { mayEdit }),
    }),
    [subjectType, subjectId, projectId, options, criteria, context, version, mayEdit],
  );
}
