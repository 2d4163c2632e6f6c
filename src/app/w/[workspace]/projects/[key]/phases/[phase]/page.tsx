import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhaseSuggestions } from "@/features/decisions/ui/phase-suggestions";
import { GateCard } from "@/features/gates/ui/gate-card";
import { PassesCard } from "@/features/loops/ui/passes-card";
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
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })).then(({ id }) =>
        queryClient.fetchQuery(
          trpc.attention.subscription.queryOptions({
            workspace,
            subject: { kind: "phase", projectId: id, phase: known.id },
          }),
        ),
      ),
      queryClient.fetchQuery(trpc.plans.plan.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.gates.gate.queryOptions({ workspace, projectKey, phase: known.id })),
      queryClient.fetchQuery(trpc.gates.steps.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      ...(known.id === "model-alignment"
        ? [
            queryClient.fetchQuery(trpc.loops.passes.queryOptions({ workspace, projectKey })),
            queryClient.fetchQuery(trpc.loops.steps.queryOptions({ workspace, projectKey })),
          ]
        : []),
      queryClient.fetchQuery(trpc.decisions.suggestions.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <PhaseScreen
        workspace={workspace}
        projectKey={projectKey}
        phase={known.id}
        suggestions={<PhaseSuggestions workspace={workspace} projectKey={projectKey} phase={known.id} />}
        passes={
          known.id === "model-alignment" && <PassesCard workspace={workspace} projectKey={projectKey} />
        }
        gate={<GateCard workspace={workspace} projectKey={projectKey} phase={known.id} />}
      />
    </Hydrated>
  );
}
