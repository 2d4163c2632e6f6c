import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { PortfolioScreen } from "@/features/portfolio/ui/portfolio-screen";
import { PortfolioViews } from "@/features/views/ui/portfolio-views";
import { firstAddress } from "@/features/views/ui/view-address";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Portfolio" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PortfolioPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const search = await searchParams;
  const filter = readFilter(search);
  const { trpc, queryClient } = api();
  const [views] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.views.mine.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.portfolio.overview.queryOptions({ workspace, filter })),
    ]),
  );
  const first = firstAddress(workspace, search, views);
  if (first !== null) redirect(first);
  return (
    <Hydrated>
      <PortfolioScreen
        workspace={workspace}
        filter={filter}
        views={<PortfolioViews workspace={workspace} />}
      />
    </Hydrated>
  );
}
