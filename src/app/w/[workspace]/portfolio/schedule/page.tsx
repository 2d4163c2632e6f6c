import type { Metadata } from "next";
import { ScheduleScreen } from "@/features/schedule/ui/schedule-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Schedule" };

type Props = { params: Promise<{ workspace: string }> };

export default async function SchedulePage({ params }: Props) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.schedule.overview.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.schedule.run.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <ScheduleScreen workspace={workspace} />
    </Hydrated>
  );
}
