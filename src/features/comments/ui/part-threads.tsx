"use client";

import { Button } from "@/ui/button";
import { formatCount } from "@/ui/format";
import type { Anchor } from "../schema";
import { useDiscussionView } from "./discussion-view";

/** How many threads an option, a criterion or one by the other has; opens the discussion on them, or begins the first. */
export function PartThreads({
  about,
  name,
  threads,
  onLeave,
}: {
  about: Exclude<Anchor, { kind: "text" }>;
  name: string;
  threads: number;
  /** Before the discussion takes the focus. */
  onLeave?: () => void;
}) {
  const view = useDiscussionView();
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={`Discuss ${name}: ${formatCount(threads, "thread")}`}
      onClick={() => {
        const { kind: _, ...part } = about;
        onLeave?.();
        view.show(threads === 0 ? "anything" : part);
        view.begin(about);
      }}
    >
      {threads === 0 ? "Discuss" : formatCount(threads, "thread")}
    </Button>
  );
}
