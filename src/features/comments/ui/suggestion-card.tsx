"use client";

import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { RelativeTime } from "@/ui/time";
import { type Quote as Quoted, quotedSource } from "../quote-rules";
import type { Subject } from "./discussion";

type Suggestion = {
  readonly id: string;
  readonly resolvedAt: Date | null;
  readonly quote: Quoted;
  readonly suggestion: {
    readonly text: string;
    readonly appliedAt: Date | null;
    readonly appliedBy: string | null;
  };
};

/** Another wording for words of the context, as what goes and what comes; whoever may edit takes it over or turns it down. */
export function SuggestionCard({
  workspace,
  subject,
  thread,
}: {
  workspace: string;
  subject: Subject;
  thread: Suggestion;
}) {
  const api = useApi();
  const apply = useSubmit(api.decisions.applySuggestion.mutate);
  const decline = useSubmit(api.decisions.declineSuggestion.mutate);
  const { suggestion, quote } = thread;
  const { context = "", version = 0, mayEdit = false } = subject;
  const span = useMemo(() => quotedSource(context, quote), [context, quote]);
  const applied = suggestion.appliedAt;
  const before = span === null || applied !== null ? quote.quote : context.slice(span.start, span.end);
  const parts = useMemo(() => diffWordsWithSpace(before, suggestion.text), [before, suggestion.text]);
  const isOpen = applied === null && thread.resolvedAt === null;
  const which = { workspace, commentId: thread.id };
  return (
    <div className="grid gap-2 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <p className="text-xs text-muted">
        Suggested wording
        {applied !== null && (
          <>
            , taken over by <bdi>{suggestion.appliedBy ?? "somebody"}</bdi> <RelativeTime at={applied} />
          </>
        )}
        {applied === null && thread.resolvedAt !== null && ", not taken over"}
      </p>
      <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
        {parts.map(({ value, added, removed }, place) => {
          const key = `${place} ${value}`;
          if (removed)
            return (
              <del key={key} className="bg-warn-soft text-warn">
                {value}
              </del>
            );
          if (added)
            return (
              <ins key={key} className="bg-ok-soft text-ok">
                {value}
              </ins>
            );
          return <span key={key}>{value}</span>;
        })}
      </p>
      {isOpen && span === null && (
        <p className="text-xs text-warn">The text has changed since, so this does not fit any more.</p>
      )}
      <FormError message={apply.message ?? decline.message} />
      {isOpen && mayEdit && (
        <div className="flex flex-wrap gap-2">
          {span !== null && (
            <Button
              size="sm"
              pending={apply.pending}
              onClick={() => void apply.submit((mutationId) => ({ ...which, mutationId, version }))}
            >
              Take over
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            pending={decline.pending}
            onClick={() => void decline.submit((mutationId) => ({ ...which, mutationId }))}
          >
            Decline
          </Button>
        </div>
      )}
    </div>
  );
}
