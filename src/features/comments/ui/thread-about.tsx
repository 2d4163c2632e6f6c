"use client";

import { Badge } from "@/ui/badge";
import type { Thread } from "../queries";
import { findQuote, seenText } from "../quote-rules";
import type { Subject } from "./discussion";
import { PartName } from "./part-name";
import { Quote } from "./quote";
import { SuggestionCard } from "./suggestion-card";

/** What of the decision the thread is about: an option, a criterion, both, or words of the context and what they should say instead. */
export function ThreadAbout({
  workspace,
  subject,
  thread,
}: {
  workspace: string;
  subject: Subject;
  thread: Thread;
}) {
  const { option, criterion, quote, suggestion } = thread;
  if (option !== null || criterion !== null) {
    return (
      <p className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
        <span className="min-w-0 truncate">
          On <PartName subject={subject} option={option} criterion={criterion} />
        </span>
        {(option?.removed || criterion?.removed) && <Badge>removed</Badge>}
      </p>
    );
  }
  if (quote === null) return null;
  const text = seenText(subject.context ?? "").text;
  if (suggestion !== null) {
    return (
      <SuggestionCard workspace={workspace} subject={subject} thread={{ ...thread, quote, suggestion }} />
    );
  }
  return <Quote text={quote.quote} gone={findQuote(text, quote) === null} />;
}
