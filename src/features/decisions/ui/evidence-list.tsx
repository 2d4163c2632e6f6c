"use client";

import { Plus } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/ui";
import { Button } from "@/ui/button";
import type { EvidenceItem } from "../evidence.queries";
import { EvidenceDialog } from "./evidence-dialog";
import { EvidenceEntry } from "./evidence-entry";

/** How many are shown without being asked for. */
const shownAtOnce = 3;

/** Evidence on one option or on the decision, folded to its count where it is long. */
export function EvidenceList({
  workspace,
  decisionId,
  optionId,
  about,
  evidence,
  mayAdd,
}: {
  workspace: string;
  decisionId: string;
  optionId: string | null;
  /** "option B", "the decision" */
  about: string;
  evidence: readonly EvidenceItem[];
  mayAdd: boolean;
}) {
  const frame = useWorkspace(workspace);
  const mayEdit = frame.may("decision.edit");
  if (evidence.length === 0 && !(mayAdd && mayEdit)) return null;
  return (
    <div className="grid gap-1">
      {evidence.length > 0 && (
        <details open={evidence.length <= shownAtOnce}>
          <summary className="w-fit cursor-pointer rounded text-xs font-medium text-muted hover:text-ink">
            Evidence ({evidence.length})<span className="sr-only"> on {about}</span>
          </summary>
          <ul className="mt-1.5 grid gap-2.5" aria-label={`Evidence on ${about}`}>
            {evidence.map((item) => (
              <EvidenceEntry
                key={item.id}
                workspace={workspace}
                decisionId={decisionId}
                item={item}
                mayEdit={mayEdit && item.mayChange}
              />
            ))}
          </ul>
        </details>
      )}
      {mayAdd && mayEdit && (
        <EvidenceDialog
          workspace={workspace}
          decisionId={decisionId}
          optionId={optionId}
          item={null}
          title={`Add evidence on ${about}`}
          trigger={
            <Button
              size="sm"
              variant="ghost"
              className="-ml-2 w-fit"
              aria-label={`Add evidence on ${about}`}
              icon={<Plus aria-hidden="true" className="size-3.5" />}
            >
              Add evidence
            </Button>
          }
        />
      )}
    </div>
  );
}
