"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useNames } from "@/features/workspaces/ui";
import {
  disciplineIds,
  disciplineName,
  fewestTasks,
  isTechniqueId,
  isTemplateId,
  templateById,
} from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";
import type { Cohort } from "../queries";
import type { CohortKind } from "../schema";
import { type LearnAddress, learnAddress } from "./address";
import { CohortDetail } from "./cohort-detail";
import { CohortTable } from "./cohort-table";

const kinds = [
  { by: "template", name: "By template" },
  { by: "technique", name: "By technique" },
  { by: "discipline", name: "By discipline" },
  { by: "team", name: "By team" },
] as const;

/** What the workspace's own work teaches: estimates against actuals, days, passes and gates, by cohort. */
export function LearnScreen({ workspace, address }: { workspace: string; address: LearnAddress }) {
  const trpc = useTRPC();
  const { techniqueName } = useNames();
  const { data } = useSuspenseQuery(trpc.learning.cohorts.queryOptions({ workspace, by: address.by }));
  const nameOf = (cohort: Cohort) => cohort.teamName ?? nameIn(address.by, cohort.id, techniqueName);
  const opened = data.find(({ id }) => id === address.cohort);
  return (
    <>
      <PageHeader
        title="Learn"
        subtitle="What your own finished work teaches. Every figure opens the list it is made of."
      />
      <TabBar label="Cohorts">
        {kinds.map(({ by, name }) => (
          <Link
            key={by}
            href={learnAddress(workspace, { by, cohort: null })}
            aria-current={by === address.by ? "page" : undefined}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-muted hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {name}
          </Link>
        ))}
      </TabBar>
      {data.length === 0 ? (
        <EmptyState
          title="Nothing to learn from yet"
          description="Mark tasks as done and say what they took; move projects from phase to phase. What that teaches stands here."
        />
      ) : (
        <>
          <CohortTable workspace={workspace} by={address.by} cohorts={data} nameOf={nameOf} />
          <p className="mt-2 max-w-prose text-xs text-muted">
            Actual over estimated is the sum of what finished tasks took over the sum of what was estimated,
            with the range in which it lies with nine chances in ten. Fewer than {fewestTasks} tasks are too
            few to rely on. Days are calendar days in phases that were left; a project that came back counts
            once a stay.
            {(address.by === "technique" || address.by === "discipline") &&
              " Phases, passes and gates are those of the projects with such tasks."}
          </p>
          {opened !== undefined && (
            <CohortDetail
              workspace={workspace}
              by={address.by}
              cohort={opened}
              name={nameOf(opened)}
              close={learnAddress(workspace, { by: address.by, cohort: null })}
            />
          )}
        </>
      )}
    </>
  );
}

function nameIn(
  by: CohortKind,
  id: string,
  techniqueName: ReturnType<typeof useNames>["techniqueName"],
): string {
  if (by === "template") return isTemplateId(id) ? templateById(id).name : id;
  if (by === "team") return "No team";
  if (by === "technique") return isTechniqueId(id) ? techniqueName(id) : id;
  const discipline = disciplineIds.find((known) => known === id);
  return discipline === undefined ? id : disciplineName(discipline);
}
