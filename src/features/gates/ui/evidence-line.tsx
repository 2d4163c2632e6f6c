"use client";

import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import type { GateView } from "../queries";

/** What shows a criterion: where it leads, who added it, and the way to take it away. */
export function EvidenceLine({
  workspace,
  projectKey,
  evidence,
  mayPrepare,
}: {
  workspace: string;
  projectKey: string;
  evidence: GateView["criteria"][number]["evidence"][number];
  mayPrepare: boolean;
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.gates.removeEvidence.mutate);
  const inApp =
    evidence.decision !== null
      ? `/w/${workspace}/projects/${projectKey}/decisions/${evidence.decision}`
      : null;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted">{kindWords[evidence.kind]}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {inApp !== null ? (
          <Link href={inApp} className="text-accent underline underline-offset-2">
            {evidence.title}
          </Link>
        ) : evidence.url !== null ? (
          <a
            href={evidence.url}
            target="_blank"
            rel="noreferrer"
            className="text-accent underline underline-offset-2"
          >
            {evidence.title}
          </a>
        ) : (
          evidence.title
        )}
      </span>
      <span className="text-muted">
        {evidence.by}, {formatDate(evidence.addedAt)}
      </span>
      {mayPrepare && (
        <button
          type="button"
          aria-label={`Remove evidence: ${evidence.title}`}
          aria-busy={pending}
          className="min-h-6 rounded text-muted underline underline-offset-2 hover:text-warn"
          onClick={() => void submit((mutationId) => ({ workspace, mutationId, evidenceId: evidence.id }))}
        >
          Remove
        </button>
      )}
      <FormError message={message} />
    </li>
  );
}

const kindWords = {
  link: "Link",
  note: "Note",
  decision: "Outcome",
  result: "Result",
  deliverable: "Deliverable",
} as const;
