"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { EvidenceList } from "./evidence-list";
import type { Option } from "./option-card";
import { ResultsTables } from "./results-table";

/** Evaluation results of all options side by side, and what bears on the decision as a whole. */
export default function DecisionEvidence({
  workspace,
  decision,
}: {
  workspace: string;
  decision: { id: string; options: readonly Option[] };
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.evidence.ofDecision.queryOptions({ workspace, decisionId: decision.id }),
  );
  const own = data.evidence.filter((item) => item.optionId === null);
  return (
    <>
      <ResultsTables options={decision.options} evidence={data.evidence} />
      {(own.length > 0 || data.mayAdd) && (
        <section aria-labelledby="evidence">
          <h2 id="evidence" className="mb-2 text-sm font-semibold">
            Evidence on the decision{" "}
            <span className="font-normal text-muted">whichever option is chosen</span>
          </h2>
          <EvidenceList
            workspace={workspace}
            decisionId={decision.id}
            optionId={null}
            about="the decision"
            evidence={own}
            mayAdd={data.mayAdd}
          />
        </section>
      )}
    </>
  );
}
