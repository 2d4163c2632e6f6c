import type { Metadata } from "next";
import { readExpertiseAddress } from "@/features/expertise/ui/address";
import { ExpertiseScreen } from "@/features/expertise/ui/expertise-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Expertise" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ExpertisePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const address = readExpertiseAddress(await searchParams);
  const { quantile, open } = address;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.workspaces.proposals.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.teams.list.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.expertise.weeks.queryOptions({ workspace, quantile })),
      open === null
        ? null
        : queryClient.fetchQuery(trpc.expertise.cell.queryOptions({ workspace, quantile, ...open })),
    ]),
  );
  return (
    <Hydrated>
      <ExpertiseScreen workspace={workspace} address={address} />
    </Hydrated>
  );
}
