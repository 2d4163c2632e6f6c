import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** A card folded up to one line, and what it holds unfolded. */
export function Folded({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group rounded-lg border border-line bg-surface shadow-card">
      <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-2 hover:bg-sunk/60 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="-mr-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="grid gap-3 border-t border-line px-4 py-3">{children}</div>
    </details>
  );
}
