import { EmptyState } from "@/ui/empty-state";
import type { DecisionFilter } from "./decision-filter";

/** Why a view of the log shows nothing. */
export function NoDecisions({ filter }: { filter: DecisionFilter }) {
  if (filter.text !== "" || filter.phase !== null || filter.projectKey !== null) {
    return (
      <EmptyState
        title="No decision has these words"
        description="Words are found by their beginnings, in questions, contexts, options and reasons. Try fewer, or another state, phase or project."
      />
    );
  }
  return (
    <EmptyState
      title={filter.state === "open" ? "Nothing waits for a decision" : "No decisions here yet"}
      description="Decisions are asked inside a project: what is open widens its forecast until somebody decides."
    />
  );
}
