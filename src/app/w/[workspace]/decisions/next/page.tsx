import type { Metadata } from "next";
import { asOpenQuery, pageSize, readNextAddress } from "@/features/decide-next/ui/address";
import { DecideNextScreen } from "@/features/decide-next/ui/decide-next-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Decide next" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DecideNextPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const address = readNextAddress(await searchParams);
  const { trpc, queryClient } = api();
  const frame = await onPage(queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })));
  await onPage<unknown>(
    address.show === "review" && frame.permissions.includes("review.keep")
      ? queryClient.fetchQuery(trpc.decideNext.reviewList.queryOptions({ workspace }))
      : queryClient.fetchQuery(
          trpc.decideNext.open.queryOptions({ workspace, ...asOpenQuery(address, pageSize) }),
        ),
  );
  return (
    <Hydrated>
      <DecideNextScreen workspace={workspace} address={address} />
    </Hydrated>
  );
}
