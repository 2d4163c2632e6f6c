"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import type { PhaseId } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { DismissedSuggestions, SuggestionList } from "./suggestion-list";

/** What the lifecycle suggests to decide in a phase of a project. */
export function PhaseSuggestions({
  workspace,
  projectKey,
  phase,
}: {
  workspace: string;
  projectKey: string;
  phase: PhaseId;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.decisions.suggestions.queryOptions({ workspace, projectKey }));
  const open = data.open.filter((suggestion) => suggestion.phase === phase);
  const dismissed = data.dismissed.filter((suggestion) => suggestion.phase === phase);
  if (open.length + dismissed.length === 0) return null;
  const mayAsk = frame.may("decision.ask");
  return (
    <Card title="Suggested decisions" hint="by the lifecycle, for what the plan contains">
      {open.length === 0 && (
        <p className="text-sm text-muted">Everything that is usually decided here was asked or dismissed.</p>
      )}
      <SuggestionList
        workspace={workspace}
        project={{ id: data.projectId, key: projectKey }}
        suggestions={open}
        mayAsk={mayAsk}
      />
      <DismissedSuggestions
        workspace={workspace}
        projectId={data.projectId}
        dismissed={dismissed}
        mayAsk={mayAsk}
      />
    </Card>
  );
}
