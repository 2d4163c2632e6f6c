"use client";

import { useRouter } from "next/navigation";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { FormError } from "@/ui/form-error";
import { SuggestionDiamond } from "@/ui/glyphs/decision-diamond";
import { keepFocus } from "@/ui/keep-focus";
import { onDemand } from "@/ui/on-demand";
import { toast } from "@/ui/toast";

export type Suggestion = {
  key: string;
  question: string;
  context: string;
  options: readonly { title: string; description: string }[];
  criteria: readonly string[];
  sources: readonly string[];
};

type Project = { id: string; key: string };

const dismissPanel = onDemand(() => import("./dismiss-panel"));

/** Decisions that the lifecycle suggests: one click asks one, dismissing it needs a word. */
export function SuggestionList({
  workspace,
  project,
  suggestions,
  mayAsk,
}: {
  workspace: string;
  project: Project;
  suggestions: readonly Suggestion[];
  mayAsk: boolean;
}) {
  return (
    <ul className="grid">
      {suggestions.map((suggestion) => (
        <SuggestionItem
          key={suggestion.key}
          workspace={workspace}
          project={project}
          suggestion={suggestion}
          mayAsk={mayAsk}
        />
      ))}
    </ul>
  );
}

function SuggestionItem({
  workspace,
  project,
  suggestion,
  mayAsk,
}: {
  workspace: string;
  project: Project;
  suggestion: Suggestion;
  mayAsk: boolean;
}) {
  const api = useApi();
  const router = useRouter();
  const { key, question, context, options, criteria, sources } = suggestion;
  const take = useSubmit(api.decisions.takeSuggestion.mutate, ({ number }) => {
    const address = `/w/${workspace}/projects/${project.key}/decisions/${number}`;
    toast.success(`Asked as D-${number}, with ${options.length} options.`, {
      action: { label: "Open", onClick: () => router.push(address) },
    });
    keepFocus();
  });
  return (
    <li className="grid gap-1.5 border-t border-line py-2.5 first:border-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
          <span className="mt-0.5">
            <SuggestionDiamond size={14} />
          </span>
          <div className="min-w-0">
            <p className="font-medium">{question}</p>
            <p className="text-xs text-muted">{context}</p>
          </div>
        </div>
        {mayAsk && (
          <span className="flex gap-1.5 max-sm:pl-6">
            <Button
              size="sm"
              pending={take.pending}
              aria-label={`Ask “${question}”`}
              onClick={() =>
                void take.submit((mutationId) => ({
                  workspace,
                  mutationId,
                  projectId: project.id,
                  suggestion: key,
                }))
              }
            >
              Ask this
            </Button>
            <DialogOnDemand
              part={dismissPanel}
              trigger={
                <Button size="sm" variant="ghost" aria-label={`Dismiss “${question}”`}>
                  Dismiss…
                </Button>
              }
            >
              {(Panel, dialog) => (
                <Panel
                  {...dialog}
                  workspace={workspace}
                  projectId={project.id}
                  suggestion={key}
                  question={question}
                />
              )}
            </DialogOnDemand>
          </span>
        )}
      </div>
      <FormError message={take.message} />
      <details className="pl-6 text-xs">
        <summary className="w-fit rounded text-muted hover:text-ink">
          {options.length} options, what to compare them by, sources
        </summary>
        <ul className="mt-1 grid gap-1">
          {options.map(({ title, description }) => (
            <li key={title}>
              <b className="font-medium">{title}.</b> <span className="text-muted">{description}</span>
            </li>
          ))}
        </ul>
        <p className="mt-1.5 text-muted">Compared by: {criteria.join(" · ")}</p>
        <p className="mt-1 text-muted">After: {sources.join("; ")}</p>
      </details>
    </li>
  );
}

/** What was dismissed in a project, by whom and why, to be brought back. */
export function DismissedSuggestions({
  workspace,
  projectId,
  dismissed,
  mayAsk,
}: {
  workspace: string;
  projectId: string;
  dismissed: readonly (Suggestion & { reason: string; by: string })[];
  mayAsk: boolean;
}) {
  const api = useApi();
  const restore = useSubmit(api.decisions.restoreSuggestion.mutate, () => keepFocus());
  if (dismissed.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit rounded text-xs text-muted hover:text-ink">
        Dismissed: {dismissed.length}
      </summary>
      <FormError message={restore.message} />
      <ul className="mt-1 grid gap-2">
        {dismissed.map(({ key, question, reason, by }) => (
          <li key={key} className="flex flex-wrap items-start justify-between gap-2">
            <span className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
              {question}
              <span className="block text-xs text-muted">
                {by}: {reason}
              </span>
            </span>
            {mayAsk && (
              <Button
                size="sm"
                variant="ghost"
                pending={restore.pending}
                aria-label={`Bring back “${question}”`}
                onClick={() =>
                  void restore.submit((mutationId) => ({ workspace, mutationId, projectId, suggestion: key }))
                }
              >
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
