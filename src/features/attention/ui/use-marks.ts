"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { toast } from "@/ui/toast";
import type { InboxItem } from "../queries";
import type { InboxFilter } from "./inbox-filter";

export type Marks = { read?: boolean; done?: boolean; snoozedUntil?: Date | null };

/** The list as it stood when the first mark that is still under way was made, and what was marked since. */
type UnderWay = {
  readonly filter: InboxFilter;
  readonly items: readonly InboxItem[];
  readonly marks: ReadonlyMap<string, Marks>;
};

/**
 * The items with what was just done to them, before the server has answered; what a mark takes out of the list is gone at once.
 * Every mark can be taken back. Marks are sent one after another, so that the last one holds; until the last is answered, nothing
 * else changes the list under the person's fingers.
 */
export function useMarks(workspace: string, filter: InboxFilter, items: readonly InboxItem[]) {
  const api = useApi();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const waiting = useRef(0);
  const sending = useRef(Promise.resolve());
  const lastUndo = useRef<(() => void) | null>(null);

  const save = async (marked: readonly InboxItem[], marks: Marks) => {
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
  };

  const send = async (marked: readonly InboxItem[], marks: Marks) => {
    setUnderWay((now) => {
      const seen = now?.filter === filter ? now : { items, marks: new Map<string, Marks>() };
      const added = marked.map(({ id }) => [id, { ...seen.marks.get(id), ...marks }] as const);
      return { filter, items: seen.items, marks: new Map([...seen.marks, ...added]) };
    });
    waiting.current += 1;
    sending.current = sending.current.then(async () => await save(marked, marks));
    await sending.current;
    waiting.current -= 1;
    if (waiting.current > 0) return;
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.attention.inbox.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.workspaces.frame.queryKey({ workspace }) }),
    ]);
    if (waiting.current === 0) setUnderWay(null);
  };

  const mark = (marked: readonly InboxItem[], marks: Marks, told?: string) => {
    if (marked.length === 0) return;
    void send(marked, marks);
    const undo = () => {
      lastUndo.current = null;
      for (const alike of byState(marked)) void send(alike.items, alike.state);
    };
    lastUndo.current = undo;
    if (told !== undefined) toast(told, { id: "inbox", action: { label: "Undo", onClick: undo } });
  };

  const seen = underWay?.filter === filter ? underWay : { items, marks: new Map<string, Marks>() };
  return {
    shown: seen.items
      .map((item) => marked(item, seen.marks.get(item.id)))
      .filter((item) => belongs(item, filter)),
    mark,
    undo: () => lastUndo.current?.(),
  };
}

/** Those that are marked alike together, so that many are taken back with few requests. */
function byState(items: readonly InboxItem[]): Iterable<{ state: Marks; items: InboxItem[] }> {
  const groups = new Map<string, { state: Marks; items: InboxItem[] }>();
  for (const item of items) {
    const state = stateOf(item);
    const key = JSON.stringify(state);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { state, items: [item] });
    else group.items.push(item);
  }
  return groups.values();
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
