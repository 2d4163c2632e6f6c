"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { AvatarStack } from "@/ui/avatar";
import { useLive } from "./live-store";

/** Who else has this page open, and a word when the page is not live. */
export function LiveStatus({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: frame } = useSuspenseQuery(trpc.workspaces.frame.queryOptions({ workspace }));
  const { people, connected } = useLive();
  const lost = useLasting(!connected, 1_500);
  const others = people
    .filter((person) => person.membershipId !== frame.membershipId)
    .map((person) => person.name);
  return (
    <div className="flex min-h-6 items-center gap-2 text-xs text-muted">
      {others.length > 0 && (
        <>
          <AvatarStack names={others} label={`Also here: ${others.join(", ")}`} />
          <span className="hidden lg:inline">{others.length === 1 ? "is here too" : "are here too"}</span>
        </>
      )}
      <span role="status" className="text-warn">
        {lost ? "Connection lost, trying again…" : ""}
      </span>
    </div>
  );
}

/** True once the condition has held for a while: a blink is not worth a word. */
function useLasting(condition: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!condition) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [condition, ms]);
  return lasting;
}
