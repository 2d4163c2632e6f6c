import type { Metadata } from "next";
import type { ReactNode } from "react";
import { WorkspaceShell } from "@/features/workspaces/ui/workspace-shell";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  // Refused, the layout below says so; a page without a workspace keeps the title of Phasewise.
  const frame = await queryClient
    .fetchQuery(trpc.workspaces.frame.queryOptions({ workspace }))
    .catch(() => null);
  if (frame === null) return {};
  return { title: { template: `%s · ${frame.name} · Phasewise`, default: frame.name } };
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  const [frame] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.accounts.me.queryOptions({})),
    ]),
  );
  return (
    <Hydrated>
      <WorkspaceShell workspace={workspace} after={frame.seq}>
        {children}
      </WorkspaceShell>
    </Hydrated>
  );
}
