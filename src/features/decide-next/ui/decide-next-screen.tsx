"use client";

import { useWorkspace } from "@/features/workspaces/ui";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";
import { type NextAddress, nextAddress } from "./address";
import { OpenList } from "./open-list";
import { ReviewList } from "./review-list";

const tabs = [
  { show: "open", name: "Open decisions" },
  { show: "review", name: "My review list" },
] as const;

/** What a lead settles first: the open decisions of all projects by what it costs to leave them open. */
export function DecideNextScreen({ workspace, address }: { workspace: string; address: NextAddress }) {
  const { may } = useWorkspace(workspace);
  return (
    <>
      <PageHeader
        title="Decide next"
        subtitle="Open decisions of all projects that are being worked on, by what it costs to leave them open"
      />
      {may("review.keep") && (
        <div className="print:hidden">
          <TabBar label="Show">
            {tabs.map(({ show, name }) => (
              <Link
                key={show}
                href={nextAddress(workspace, { ...address, show })}
                aria-current={address.show === show ? "page" : undefined}
                className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-muted hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
              >
                {name}
              </Link>
            ))}
          </TabBar>
        </div>
      )}
      {address.show === "review" && may("review.keep") ? (
        <ReviewList workspace={workspace} />
      ) : (
        <OpenList workspace={workspace} address={address} />
      )}
    </>
  );
}
