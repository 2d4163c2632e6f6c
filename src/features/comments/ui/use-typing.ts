"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useApi } from "@/platform/trpc/client";

const againAfterMs = 4_000;

/** Tells the others on this page that somebody types in the thread: now and then while they do, and when they stop. */
export function useTyping(workspace: string, threadId: string | null) {
  const api = useApi();
  const place = usePathname().slice(0, 120);
  const saidAt = useRef(0);
  const commentId = threadId ?? "new";
  const say = useCallback(
    (where: string | null) => {
      saidAt.current = where === null ? 0 : Date.now();
      // Who cannot be told now is told by the next key, or misses little.
      api.activity.typing.mutate({ workspace, place, commentId: where }).catch(() => {});
    },
    [api, workspace, place],
  );
  const typed = useCallback(() => {
    if (Date.now() - saidAt.current > againAfterMs) say(commentId);
  }, [say, commentId]);
  const stopped = useCallback(() => {
    if (saidAt.current > 0) say(null);
  }, [say]);
  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
