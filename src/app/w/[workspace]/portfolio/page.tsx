import type { Metadata } from "next";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { PortfolioScreen } from "@/features/portfolio/ui/portfolio-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Portfolio" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PortfolioPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const filter = readFilter(await searchParams);
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.portfolio.overview.queryOptions({ workspace, filter })));
  return (
    <Hydrated>
      <PortfolioScreen workspace={workspace} filter={filter} />
    </Hydrated>
  );
}
