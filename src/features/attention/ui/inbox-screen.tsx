"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Keyboard } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { Kbd } from "@/ui/kbd";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";
import { type InboxFilter, inboxFilters } from "./inbox-filter";
import { ItemRow } from "./item-row";
import { useInboxKeys } from "./use-inbox-keys";
import { type Marks, useMarks } from "./use-marks";

const pageSize = 50;

/** "For you": what needs the person's eye, by mouse or by keyboard. */
export function InboxScreen({ workspace, filter }: { workspace: string; filter: InboxFilter }) {
  const trpc = useTRPC();
  const [limit, setLimit] = useState(pageSize);
  const { data } = useQuery(
    trpc.attention.inbox.queryOptions({ workspace, filter, limit }, { placeholderData: keepPreviousData }),
  );
  const items = data?.items ?? [];
  const { shown, mark, undo } = useMarks(workspace, filter, items);
  const [helping, setHelping] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const focusNext = useRef<number | null>(null);

  const markAt = (index: number, marks: Marks, told?: string) => {
    const item = shown[index];
    if (item === undefined) return;
    focusNext.current = index;
    mark([item], marks, told);
  };
  useInboxKeys(list, {
    done: (index) => {
      const isDone = shown[index]?.doneAt != null;
      markAt(index, isDone ? { done: false } : { done: true, read: true }, isDone ? "It is back" : "Done");
    },
    toggleRead: (index) => markAt(index, { read: shown[index]?.readAt === null }),
    undo,
    help: () => setHelping(true),
  });
  // What was marked may have left the list: the focus goes on to the row that took its place.
  useLayoutEffect(() => {
    const wanted = focusNext.current;
    if (wanted === null) return;
    focusNext.current = null;
    const item = shown[Math.min(wanted, shown.length - 1)];
    if (item !== undefined) links.current.get(item.id)?.focus();
  });

  const unread = shown.filter((item) => item.readAt === null && item.doneAt === null);
  return (
    <div className="max-w-4xl">
      <PageHeader
        title="For you"
        subtitle="Mentions, answers, decisions and tasks that concern you"
        actions={
          <>
            {unread.length > 0 && (
              <Button size="sm" onClick={() => mark(unread, { read: true }, "Marked as read")}>
                Mark all as read
              </Button>
            )}
            <IconButton label="Keys" onClick={() => setHelping(true)}>
              <Keyboard aria-hidden="true" className="size-4" />
            </IconButton>
          </>
        }
      />
      <TabBar label="Show">
        {inboxFilters.map((known) => (
          <Link
            key={known}
            href={`/w/${workspace}/inbox?show=${known}`}
            aria-current={known === filter ? "page" : undefined}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-muted capitalize hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {known}
          </Link>
        ))}
      </TabBar>
      {shown.length === 0 ? (
        <EmptyState {...empty[filter]} />
      ) : (
        <ul
          ref={list}
          aria-label="Inbox"
          className={clsx("overflow-hidden rounded-lg border border-line bg-surface shadow-card")}
        >
          {shown.map((item, index) => (
            <ItemRow
              key={item.id}
              workspace={workspace}
              item={item}
              link={(element) => {
                if (element === null) links.current.delete(item.id);
                else links.current.set(item.id, element);
              }}
              onMark={(marks, told) => markAt(index, marks, told)}
            />
          ))}
        </ul>
      )}
      {data?.hasMore === true && (
        <Button className="mt-3" onClick={() => setLimit(Math.min(limit + pageSize, 500))}>
          Show more
        </Button>
      )}
      <Dialog title="Keys" size="sm" open={helping} onOpenChange={setHelping}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 text-sm">
          {keyHelp.map(([keys, words]) => (
            <div key={words} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}

const keyHelp = [
  [["j", "↓"], "the next one"],
  [["k", "↑"], "the one before"],
  [["Enter"], "open it"],
  [["e"], "done, or not done yet"],
  [["h"], "snooze"],
  [["u"], "unread or read"],
  [["z"], "take the last one back"],
  [["?"], "this list"],
] as const;

const empty = {
  unread: {
    title: "Nothing new for you",
    description:
      "When somebody mentions you, answers you, asks for your position or assigns you a task, it is here.",
  },
  mentions: {
    title: "Nobody has mentioned you",
    description: "Comments that name you with an @ are here.",
  },
  all: {
    title: "Nothing for you yet",
    description: "Follow a project or a decision with the bell on its page to hear what happens there.",
  },
  snoozed: {
    title: "Nothing is asleep",
    description: "What you snooze waits here, and comes back as unread at its time.",
  },
  done: { title: "Nothing done yet", description: "What you are done with is kept here." },
} as const;
