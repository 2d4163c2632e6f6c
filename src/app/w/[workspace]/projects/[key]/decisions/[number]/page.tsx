import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionScreen } from "@/features/decisions/ui/decision-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

type Props = { params: Promise<{ workspace: string; key: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key: projectKey, number } = await params;
  const { trpc, queryClient } = api();
  const decision = await onPage(
    queryClient.fetchQuery(
      trpc.decisions.byNumber.queryOptions({ workspace, projectKey, number: Number(number) }),
    ),
  );
  return { title: `D-${decision.number} ${decision.question}` };
}

export default async function DecisionPage({ params }: Props) {
  const { workspace, key: projectKey, number: text } = await params;
  const number = Number(text);
  if (!Number.isInteger(number)) notFound();
  const { trpc, queryClient } = api();
  const which = { workspace, projectKey, number };
  const [decision] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.decisions.byNumber.queryOptions(which)),
      queryClient.fetchQuery(trpc.decisions.optionPreviews.queryOptions(which)),
      queryClient.fetchQuery(trpc.scoring.result.queryOptions(which)),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
    ]),
  );
  const about = { workspace, subjectType: "decision", subjectId: decision.id } as const;
  const subject = { kind: "decision", decisionId: decision.id } as const;
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.comments.discussion.queryOptions(about)),
      queryClient.fetchQuery(trpc.comments.outline.queryOptions(about)),
      queryClient.fetchQuery(trpc.attention.subscription.queryOptions({ workspace, subject })),
      queryClient.fetchQuery(trpc.evidence.ofDecision.queryOptions({ workspace, decisionId: decision.id })),
    ]),
  );
  return (
    <Hydrated>
      <DecisionScreen workspace={workspace} projectKey={projectKey} number={number} />
    </Hydrated>
  );
}
