import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { knownPhase } from "@/features/projects/ui/known-phase";
import { PhaseScreen } from "@/features/projects/ui/phase-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

type Props = { params: Promise<{ workspace: string; key: string; phase: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: knownPhase((await params).phase)?.name ?? "Phase" };
}

export default async function PhasePage({ params }: Props) {
  const { workspace, key: projectKey, phase } = await params;
  const known = knownPhase(phase);
  if (known === undefined) notFound();
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.plans.plan.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <PhaseScreen workspace={workspace} projectKey={projectKey} phase={known.id} />
    </Hydrated>
  );
}
