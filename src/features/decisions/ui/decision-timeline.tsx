"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { formatMonth } from "@/ui/format";
import { Link } from "@/ui/link";
import { DateText } from "@/ui/time";
import { asTimelineQuery, type DecisionFilter, filterAddress } from "./decision-filter";
import { NoDecisions } from "./no-decisions";
import { TimelineMoment } from "./timeline-moment";

/** The log along time: a rail of months, the latest on top, with what is ahead above today. */
export function DecisionTimeline({
  workspace,
  base,
  filter,
}: {
  workspace: string;
  base: string;
  filter: DecisionFilter;
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.decisionLog.timeline.queryOptions({ workspace, ...asTimelineQuery(filter) }),
  );
  const { months, earlier, today } = data;
  if (months.length === 0) return <NoDecisions filter={filter} />;
  const flat = months.flatMap(({ moments }) => moments);
  // The line of today stands above the first thing that is not ahead; a page that goes on further back has it on the page before.
  const firstPast = filter.before === null ? flat.find(({ on }) => on <= today) : undefined;
  return (
    <section aria-label="Timeline">
      {firstPast !== undefined && firstPast !== flat[0] && (
        <p className="mb-2 text-sm">
          <Link href="#today" className="text-accent underline underline-offset-2">
            Down to today
          </Link>
        </p>
      )}
      {filter.before !== null && (
        <p className="mb-4 text-sm">
          <Link
            href={filterAddress(base, { ...filter, before: null })}
            className="text-accent underline underline-offset-2"
          >
            Back to the latest
          </Link>
        </p>
      )}
      {months.map(({ month, moments }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="py-2 text-sm font-semibold">
            {formatMonth(`${month}-01`)}
          </h2>
          <ol className="ml-[7px] border-l border-line pb-3">
            {moments.map((moment) => (
              <Fragment key={`${moment.decision.id} ${moment.kind} ${moment.at?.getTime() ?? moment.on}`}>
                {moment === firstPast && (
                  <li
                    id="today"
                    tabIndex={-1}
                    className="relative mb-3 scroll-mt-20 flex items-center gap-2 pl-5 text-xs font-medium text-accent before:absolute before:-left-1 before:h-0.5 before:w-4 before:bg-accent after:h-px after:flex-1 after:bg-accent/40"
                  >
                    <span>
                      Today, <DateText date={today} />
                    </span>
                  </li>
                )}
                <TimelineMoment workspace={workspace} moment={moment} today={today} />
              </Fragment>
            ))}
          </ol>
        </section>
      ))}
      {earlier !== null && (
        <p className="text-sm">
          <Link
            href={filterAddress(base, { ...filter, before: earlier })}
            className="text-accent underline underline-offset-2"
          >
            Before {formatMonth(`${earlier}-01`)}
          </Link>
        </p>
      )}
    </section>
  );
}
