import type { Metadata } from "next";
import { readLearnAddress } from "@/features/learning/ui/address";
import { LearnScreen } from "@/features/learning/ui/learn-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Learn" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LearnPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const address = readLearnAddress(await searchParams);
  const { by, cohort } = address;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.learning.cohorts.queryOptions({ workspace, by })),
      cohort === null
        ? null
        : queryClient.fetchQuery(trpc.learning.cohort.queryOptions({ workspace, by, cohort })),
    ]),
  );
  return (
    <Hydrated>
      <LearnScreen workspace={workspace} address={address} />
    </Hydrated>
  );
}
