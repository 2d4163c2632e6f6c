import type { Metadata } from "next";
import { PortfolioScreen } from "@/features/portfolio/ui/portfolio-screen";
import { readFilter } from "@/features/portfolio/ui/read-filter";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Portfolio" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PortfolioPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.portfolio.overview.queryOptions({ workspace })));
  return (
    <Hydrated>
      <PortfolioScreen workspace={workspace} filter={readFilter(await searchParams)} />
    </Hydrated>
  );
}
