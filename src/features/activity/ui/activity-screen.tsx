"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/time";
import { olderEntries } from "./older-entries";
import { type FeedEntry, tellEvent } from "./tell-event";
import { toldTogether } from "./told-together";

export function ActivityScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    trpc.activity.feed.infiniteQueryOptions({ workspace }, olderEntries),
  );
  const days = byDay(data.pages.flat());
  return (
    <>
      <PageHeader title="Activity" subtitle="Everything that happened, the newest first" />
      <div className="grid max-w-3xl gap-6">
        {[...days].map(([day, entries]) => (
          <section key={day} aria-label={day}>
            <h2 className="mb-2 text-xs font-medium text-muted">{day}</h2>
            <ol className="grid gap-2.5">
              {toldTogether(entries).map((event) => (
                <Entry key={event.seq} workspace={workspace} event={event} />
              ))}
            </ol>
          </section>
        ))}
        {hasNextPage && (
          <div>
            <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function byDay(events: readonly FeedEntry[]): Map<string, FeedEntry[]> {
  const days = new Map<string, FeedEntry[]>();
  for (const event of events) {
    const day = formatDate(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return days;
}

function Entry({ workspace, event }: { workspace: string; event: FeedEntry }) {
  const { text, path } = tellEvent(event);
  const href = path === null ? null : `/w/${workspace}/${path}`;
  return (
    <li className="flex items-start gap-2.5">
      <Avatar name={event.actorName} />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <b className="font-medium">{event.actorName}</b>{" "}
        {href === null ? (
          text
        ) : (
          <Link href={href} className="hover:underline">
            {text}
          </Link>
        )}
        {event.project !== null && <span className="text-muted"> · {event.project.name}</span>}
      </p>
      <span className="shrink-0 text-xs text-muted">
        <RelativeTime at={event.at} />
      </span>
    </li>
  );
}
