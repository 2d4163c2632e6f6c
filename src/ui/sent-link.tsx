"use client";

import { Button } from "./button";
import { Callout } from "./callout";
import { toast } from "./toast-queue";

/** A link that is shown once, since what it opens by is stored nowhere: to be copied, and sent. */
export function SentLink({ label, link }: { label: string; link: string }) {
  return (
    <Callout tone="ok" title="Send this link. It is shown only now.">
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <input
          readOnly
          aria-label={label}
          value={link}
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
        />
        <Button
          size="sm"
          onClick={() => void navigator.clipboard.writeText(link).then(() => toast.success("Link copied"))}
        >
          Copy
        </Button>
      </div>
    </Callout>
  );
}
