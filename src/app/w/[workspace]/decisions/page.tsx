import type { Metadata } from "next";
import { DecisionsScreen } from "@/features/decisions/ui/decisions-screen";
import { decisionStates } from "@/features/decisions/ui/state-filter";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Decisions" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ state?: string | string[] }>;
};

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const wanted = (await searchParams).state;
  const state = decisionStates.find((known) => known === wanted) ?? "open";
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.decisions.list.queryOptions({ workspace, state })));
  return (
    <Hydrated>
      <DecisionsScreen workspace={workspace} state={state} />
    </Hydrated>
  );
}
