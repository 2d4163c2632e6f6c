import type { Metadata } from "next";
import { CheatSheetScreen } from "@/features/cheat-sheet/ui/cheat-sheet-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Cheat sheet" };

export default async function CheatSheetPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.plans.learned.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.learning.cohorts.queryOptions({ workspace, by: "technique" })),
    ]),
  );
  return (
    <Hydrated>
      <CheatSheetScreen workspace={workspace} />
    </Hydrated>
  );
}
