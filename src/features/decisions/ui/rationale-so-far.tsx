"use client";

import { Markdown } from "@/ui/markdown";
import { TextSection } from "./text-section";

/** Why one option and not the others, as it is being written before anybody has decided. */
export function RationaleSoFar({
  workspace,
  decision,
  editable,
}: {
  workspace: string;
  decision: { readonly id: string; readonly rationale: string };
  editable: boolean;
}) {
  const isEmpty = decision.rationale === "";
  if (isEmpty && !editable) return null;
  return (
    <section aria-labelledby="rationale-so-far">
      <h2 id="rationale-so-far" className="mb-1 text-sm font-semibold">
        Rationale so far <span className="font-normal text-muted">who decides keeps it with the outcome</span>
      </h2>
      <TextSection
        workspace={workspace}
        decisionId={decision.id}
        field="rationale"
        isEmpty={isEmpty}
        editable={editable}
      >
        <Markdown text={decision.rationale} />
      </TextSection>
    </section>
  );
}
