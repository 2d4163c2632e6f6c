import type { Metadata } from "next";
import { TimeScreen } from "@/features/time/ui/time-screen";
import { readWeekAddress } from "@/features/time/ui/week-address";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Time" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TimePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { day, member } = readWeekAddress(await searchParams, new Date());
  const { trpc, queryClient } = api();
  const frame = await onPage(queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })));
  // Who may not see the sheets of others sees their own.
  const memberId = frame.permissions.includes("time.correct") ? member : null;
  if (frame.permissions.includes("time.book")) {
    await onPage(queryClient.fetchQuery(trpc.time.week.queryOptions({ workspace, day, memberId })));
  }
  return (
    <Hydrated>
      <TimeScreen key={`${day} ${memberId}`} workspace={workspace} day={day} memberId={memberId} />
    </Hydrated>
  );
}
