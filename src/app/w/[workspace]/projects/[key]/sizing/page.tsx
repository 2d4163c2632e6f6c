import type { Metadata } from "next";
import { SizingScreen } from "@/features/sizing/ui/sizing-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Size" };

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SizingPage({ params, searchParams }: Props) {
  const { workspace, key: projectKey } = await params;
  const address = Object.fromEntries(
    Object.entries(await searchParams).flatMap(([field, value]) =>
      typeof value === "string" ? [[field, value.slice(0, 200)]] : [],
    ),
  );
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.sizing.ofProject.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <SizingScreen workspace={workspace} projectKey={projectKey} address={address} />
    </Hydrated>
  );
}
