"use client";

import { useEffect, useState } from "react";
import { useLive } from "@/features/activity/ui";
import { useWorkspace } from "@/features/workspaces/ui";

const overAfterMs = 9_000;

/** Who else types in the thread right now. Gone a while after it was last heard. */
export function TypingLine({ workspace, threadId }: { workspace: string; threadId: string | null }) {
  const { membershipId } = useWorkspace(workspace);
  const where = threadId ?? "new";
  const typing = useLive().people.filter(
    (person) => person.membershipId !== membershipId && person.typing?.in === where,
  );
  const lastHeard = Math.max(0, ...typing.map((person) => person.typing?.until.getTime() ?? 0));
  const [overFor, setOverFor] = useState(0);
  useEffect(() => {
    if (lastHeard === 0) return;
    const timer = setTimeout(() => setOverFor(lastHeard), overAfterMs);
    return () => clearTimeout(timer);
  }, [lastHeard]);
  if (typing.length === 0 || overFor === lastHeard) return null;
  const names = typing.map((person) => person.name);
  return (
    <p className="text-xs text-muted">
      <bdi>{names.join(", ")}</bdi> {names.length === 1 ? "is writing…" : "are writing…"}
    </p>
  );
}
