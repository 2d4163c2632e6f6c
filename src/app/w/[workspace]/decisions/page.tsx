import type { Metadata } from "next";
import { asQuery, asTimelineQuery, readFilter } from "@/features/decisions/ui/decision-filter";
import { DecisionsScreen } from "@/features/decisions/ui/decisions-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Decisions" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const filter = readFilter(await searchParams);
  const { trpc, queryClient } = api();
  const viewed = {
    list: () => [
      queryClient.fetchQuery(trpc.decisions.list.queryOptions({ workspace, ...asQuery(filter) })),
      queryClient.fetchQuery(trpc.decisions.reviewsDue.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.decisions.suggestedNow.queryOptions({ workspace })),
    ],
    timeline: () => [
      queryClient.fetchQuery(
        trpc.decisionLog.timeline.queryOptions({ workspace, ...asTimelineQuery(filter) }),
      ),
    ],
    graph: () => [
      queryClient.fetchQuery(trpc.decisionLog.graph.queryOptions({ workspace, ...asQuery(filter) })),
    ],
  };
  await onPage(
    Promise.all<unknown>([
      queryClient.fetchQuery(trpc.decisionLog.projects.queryOptions({ workspace })),
      ...viewed[filter.view](),
    ]),
  );
  return (
    <Hydrated>
      <DecisionsScreen workspace={workspace} filter={filter} />
    </Hydrated>
  );
}
