"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRaised } from "@/features/projects/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { SuggestionList } from "./suggestion-list";

/** Of what the lifecycle suggests to decide in a project: what its brief raises, and by which words. */
export default function RaisedList({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.decisions.suggestions.queryOptions({ workspace, projectKey }));
  const why = new Map(useRaised().map((raised) => [raised.suggestion, raised.why]));
  const suggestions = data.open.flatMap((suggestion) => {
    const reason = why.get(suggestion.key);
    return reason === undefined ? [] : [{ ...suggestion, context: reason }];
  });
  return (
    <Card title="Decisions it raises" hint={suggestions.length === 0 ? "none that is not asked" : undefined}>
      {suggestions.length === 0 ? (
        <p className="text-sm text-muted">
          What the brief calls to be decided is asked or dismissed already, or the brief does not say enough
          yet.
        </p>
      ) : (
        <SuggestionList
          workspace={workspace}
          project={{ id: data.projectId, key: projectKey }}
          suggestions={suggestions}
          mayAsk={frame.may("decision.ask")}
        />
      )}
    </Card>
  );
}
