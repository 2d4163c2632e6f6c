"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useSearchParams } from "next/navigation";
import { Suspense, useEffect, useRef } from "react";
import { viewParameter } from "@/features/portfolio/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Link } from "@/ui/link";
import { onDemand } from "@/ui/on-demand";
import { TakeAwayMenu } from "./take-away-menu";
import { addressOf, tabOf } from "./view-address";

const Changes = lazyPatiently(() => import("./view-changes"));
const panel = onDemand(() => import("./views-panel"));

/** All projects and the saved views as tabs; a filter that differs from its tab's can be saved. */
export default function ViewBar({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.views.mine.queryOptions({ workspace }));
  const search = useSearchParams().toString();
  const { view: current, query, isChanged } = tabOf(search, data.views);
  const bar = useRef<HTMLElement>(null);
  const currentId = current?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current tab is to be in sight
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (bar.current === null || tab == null) return;
    bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2;
  }, [currentId]);
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line print:hidden">
      <nav
        ref={bar}
        aria-label="Views"
        className="relative -mb-px flex max-w-full min-w-0 gap-4 overflow-x-auto"
      >
        {[null, ...data.views].map((view) => (
          <Link
            key={view?.id ?? "all"}
            href={addressOf(workspace, view)}
            aria-current={view?.id === current?.id ? "page" : undefined}
            className={clsx(
              "inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
              view?.id === current?.id
                ? "border-ink font-medium text-ink"
                : "border-transparent text-muted hover:text-ink",
            )}
          >
            {view?.name ?? "All"}
            {view?.scope === "shared" && (
              <span className="text-xs font-normal text-faint" title={`Shared by ${view.ownerName}`}>
                shared
              </span>
            )}
          </Link>
        ))}
      </nav>
      <div className="mb-1.5 flex flex-wrap items-center gap-2">
        {isChanged && (
          <Suspense>
            <Changes workspace={workspace} view={current} query={query} />
          </Suspense>
        )}
        <DialogOnDemand
          part={panel}
          trigger={
            <Button size="sm" variant="ghost">
              Views…
            </Button>
          }
        >
          {(Panel, dialog) => <Panel workspace={workspace} {...dialog} />}
        </DialogOnDemand>
        <TakeAwayMenu workspace={workspace} view={current} query={query} />
      </div>
      {/* The filter's form, which begins another address, stays under this tab. */}
      <input type="hidden" name={viewParameter} value={current?.id ?? "all"} form="portfolio-filter" />
    </div>
  );
}
