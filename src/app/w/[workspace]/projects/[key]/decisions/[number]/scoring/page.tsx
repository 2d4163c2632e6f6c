import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScoringScreen } from "@/features/decisions/ui/scoring-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

type Props = { params: Promise<{ workspace: string; key: string; number: string }> };

export const metadata: Metadata = { title: "Scoring" };

export default async function ScoringPage({ params }: Props) {
  const { workspace, key: projectKey, number: text } = await params;
  const number = Number(text);
  if (!Number.isInteger(number)) notFound();
  const { trpc, queryClient } = api();
  const which = { workspace, projectKey, number };
  const { id, rounds } = await onPage(queryClient.fetchQuery(trpc.scoring.byNumber.queryOptions(which)));
  const about = { workspace, subjectType: "decision", subjectId: id } as const;
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.comments.discussion.queryOptions(about)),
      queryClient.fetchQuery(trpc.comments.outline.queryOptions(about)),
      ...rounds
        .slice(-2)
        .map((round) =>
          queryClient.fetchQuery(trpc.scoring.matrix.queryOptions({ ...which, round: round.number })),
        ),
    ]),
  );
  return (
    <Hydrated>
      <ScoringScreen workspace={workspace} projectKey={projectKey} number={number} />
    </Hydrated>
  );
}
