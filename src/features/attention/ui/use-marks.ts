"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { toast } from "@/ui/toast";
import type { InboxItem } from "../queries";
import type { InboxFilter } from "./inbox-filter";

export type Marks = { read?: boolean; done?: boolean; snoozedUntil?: Date | null };

/**
 * The items with what was just done to them, before the server has answered; what a mark takes out of the list is gone at once.
 * Every mark can be taken back.
 */
export function useMarks(workspace: string, filter: InboxFilter, items: readonly InboxItem[]) {
  const api = useApi();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, Marks>>(new Map());
  const lastUndo = useRef<(() => void) | null>(null);

  const send = async (marked: readonly InboxItem[], marks: Marks) => {
    setUnderWay(
      (now) => new Map([...now, ...marked.map(({ id }) => [id, { ...now.get(id), ...marks }] as const)]),
    );
    try {
      await api.attention.mark.mutate({
        workspace,
        mutationId: uuidv4(),
        items: marked.map(({ id, lastSeq }) => ({ id, lastSeq })),
        ...marks,
      });
    } catch (error) {
      toast.error(refusalOf(error).message);
    }
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.attention.inbox.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.workspaces.frame.queryKey({ workspace }) }),
    ]);
    setUnderWay((now) => new Map([...now].filter(([id]) => !marked.some((item) => item.id === id))));
  };

  const mark = (marked: readonly InboxItem[], marks: Marks, told?: string) => {
    if (marked.length === 0) return;
    void send(marked, marks);
    const before = marked.map((item) => [item, stateOf(item)] as const);
    const undo = () => {
      lastUndo.current = null;
      for (const [item, state] of before) void send([item], state);
    };
    lastUndo.current = undo;
    if (told !== undefined) toast(told, { id: "inbox", action: { label: "Undo", onClick: undo } });
  };

  return {
    shown: items.map((item) => marked(item, underWay.get(item.id))).filter((item) => belongs(item, filter)),
    mark,
    undo: () => lastUndo.current?.(),
  };
}

function stateOf(item: InboxItem): Marks {
  const { readAt, doneAt, snoozedUntil } = item;
  const stillAsleep = snoozedUntil !== null && snoozedUntil > new Date();
  return { read: readAt !== null, done: doneAt !== null, snoozedUntil: stillAsleep ? snoozedUntil : null };
}

function marked(item: InboxItem, marks: Marks | undefined): InboxItem {
  if (marks === undefined) return item;
  const now = new Date();
  return {
    ...item,
    ...(marks.read === undefined ? {} : { readAt: marks.read ? now : null }),
    ...(marks.done === undefined ? {} : { doneAt: marks.done ? now : null }),
    ...(marks.snoozedUntil === undefined ? {} : { snoozedUntil: marks.snoozedUntil }),
  };
}

function belongs({ readAt, doneAt, snoozedUntil, kind }: InboxItem, filter: InboxFilter): boolean {
  if (filter === "done") return doneAt !== null;
  if (doneAt !== null) return false;
  const asleep = snoozedUntil !== null && snoozedUntil > new Date();
  if (filter === "snoozed" || asleep) return filter === "snoozed" && asleep;
  if (filter === "unread") return readAt === null;
  return filter === "all" || kind === "mention";
}
