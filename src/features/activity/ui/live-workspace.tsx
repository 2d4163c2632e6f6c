"use client";

import { type Query, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { AsOfContext } from "@/platform/trpc/as-of";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { type Live, LiveContext, liveStore } from "./live-store";

const coalesceMs = 50;

/**
 * Follows the workspace's log: whatever happened makes the page's queries of this workspace fetch again. One stream per tab,
 * closed while the tab is hidden, since browsers allow few; it goes on after the last event the tab has seen.
 */
export function LiveWorkspace({
  workspace,
  after,
  inbox,
  children,
}: {
  workspace: string;
  after: number;
  /** Where the person's inbox stood when the page was rendered. */
  inbox: string;
  children: ReactNode;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const place = usePathname();
  const visible = useVisible();
  const online = useOnline();
  const listening = visible && online;
  const refresh = useRefresh(workspace);
  const lookAnew = useLookAnew(workspace);
  const seen = useRef(after);
  const inboxSeen = useRef(inbox);
  const [store] = useState(liveStore);
  const [people, setPeople] = useState<Live["people"]>([]);
  const [from, setFrom] = useState({ place, after });
  // A change of place opens a new stream; it begins where the last one stopped.
  if (from.place !== place) setFrom({ place, after: seen.current });

  const subscription = useSubscription({
    ...trpc.activity.follow.subscriptionOptions(
      { workspace, place: from.place.slice(0, 120), after: from.after },
      {
        onData: (message) => {
          const data = "data" in message ? message.data : message;
          if (data.kind === "present") setPeople(data.people);
          else if (data.kind === "sight") lookAnew();
          else if (data.kind === "inbox") {
            if (inboxSeen.current !== data.mark) refresh();
            inboxSeen.current = data.mark;
          } else {
            seen.current = data.event.seq;
            refresh();
          }
        },
      },
    ),
    enabled: listening,
  });

  // The server ends the stream when the session or the membership has ended: the page finds out which.
  const { status } = subscription;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (listening && status === "idle" && wasOpen.current) router.refresh();
    wasOpen.current = status === "pending";
  }, [listening, status, router]);

  // What happened while the tab was hidden or offline is caught up on by asking again.
  const wasListening = useRef(true);
  useEffect(() => {
    if (listening && !wasListening.current) {
      setFrom((last) => ({ ...last, after: seen.current }));
      refresh();
    }
    wasListening.current = listening;
  }, [listening, refresh]);

  const catchUp = useCallback(
    (position: number) => {
      if (position < seen.current) refresh();
    },
    [refresh],
  );

  const connected = !visible || (online && (status === "pending" || status === "idle"));
  useEffect(() => store.set({ people, connected }), [store, people, connected]);
  return (
    <LiveContext value={store}>
      <AsOfContext value={catchUp}>{children}</AsOfContext>
    </LiveContext>
  );
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return visible;
}

/** Whether the browser has a network at all: it knows of a pulled plug at once, where a silent stream would take a while. */
function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener("online", changed);
      window.addEventListener("offline", changed);
      return () => {
        window.removeEventListener("online", changed);
        window.removeEventListener("offline", changed);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}

/**
 * Fetches again what is on the page, once for events that come together. What is under way is let arrive first: after an edit of one's
 * own it is the answer that is waited for, and given up for the event that tells of the same edit it would have to be computed twice.
 */
function useRefresh(workspace: string): () => void {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const [refresh] = useState(() => () => {
    if (timer.current !== null) return;
    timer.current = setTimeout(async () => {
      timer.current = null;
      const predicate = (query: Query) => isOf(query, workspace);
      const underWay = new Set(queryClient.getQueryCache().findAll({ fetchStatus: "fetching", predicate }));
      await queryClient.invalidateQueries({ predicate }, { cancelRefetch: false });
      // It may have been read before the event.
      if (underWay.size > 0)
        await queryClient.invalidateQueries({ predicate: (query) => underWay.has(query) });
    }, coalesceMs);
  });
  return refresh;
}

/** After what the person may see has changed: nothing of before is kept, and the page is asked for again as one it may be no more. */
function useLookAnew(workspace: string): () => void {
  const api = useApi();
  const place = usePathname();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useCallback(() => {
    queryClient.removeQueries({ type: "inactive", predicate: (query) => isOf(query, workspace) });
    void queryClient.invalidateQueries({ predicate: (query) => isOf(query, workspace) });
    router.refresh();
    // Queries keep what they have when they are refused: a page of a project that is gone is left as a whole.
    const projectKey = /\/projects\/([A-Z0-9]+)/.exec(place)?.[1];
    if (projectKey === undefined) return;
    api.projects.byKey.query({ workspace, projectKey }).catch(() => window.location.reload());
  }, [queryClient, router, workspace, api, place]);
}

function isOf(query: Query, workspace: string): boolean {
  const [, options] = query.queryKey;
  if (options === null || typeof options !== "object" || !("input" in options)) return false;
  const { input } = options;
  return input !== null && typeof input === "object" && "workspace" in input && input.workspace === workspace;
}
