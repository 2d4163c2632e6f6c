"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { z } from "zod";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { toast } from "@/ui/toast";
import { parseHours } from "../hours-rules";
import type { TimeCell, TimeWeek } from "../queries";

/** A day of a task on the sheet. */
export type CellPlace = { readonly projectId: string; readonly taskKey: string; readonly day: string };

export const keyOf = ({ projectId, taskKey, day }: CellPlace) => `${projectId} ${taskKey} ${day}`;

/** What a person typed into a day and is not on record yet. */
export type HoursEdit = {
  readonly place: CellPlace;
  readonly text: string;
  /** What was written about it; null leaves what is on record. */
  readonly note: string | null;
  /** What was on record when they began. */
  readonly seen: TimeCell | null;
  /** What somebody else made of it meanwhile. */
  readonly theirs: TimeCell | null;
  /** Why it could not be saved. */
  readonly failure: string | null;
};

const savedCell = z.object({
  entryId: z.string(),
  version: z.number(),
  hours: z.number(),
  note: z.string(),
}) satisfies z.ZodType<TimeCell>;

/** Hours as the person has them: what they type shows at once, and is saved one cell after another when they leave it. */
export function useHours(workspace: string, week: TimeWeek, day: string, memberId: string | null) {
  const api = useApi();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [edits, setEdits] = useState<ReadonlyMap<string, HoursEdit>>(new Map());
  const latest = useRef(edits);
  const saving = useRef(Promise.resolve());
  const attempt = useRef<{ text: string; mutationId: string } | null>(null);
  const { queryKey } = trpc.time.week.queryOptions({ workspace, day, memberId });

  const put = useCallback((key: string, edit: HoursEdit | null) => {
    const next = new Map(latest.current);
    if (edit === null) next.delete(key);
    else next.set(key, edit);
    latest.current = next;
    setEdits(next);
  }, []);

  /** The same change again is the same request, so that a retry after a lost answer is applied once. */
  const mutationIdOf = (input: unknown) => {
    const text = JSON.stringify(input);
    if (attempt.current?.text !== text) attempt.current = { text, mutationId: uuidv4() };
    return attempt.current.mutationId;
  };

  const patch = ({ projectId, taskKey, day: on }: CellPlace, cell: TimeCell | null) =>
    queryClient.setQueryData<TimeWeek>(
      queryKey,
      (now) =>
        now && {
          ...now,
          rows: now.rows.map((row) =>
            row.projectId === projectId && row.taskKey === taskKey
              ? { ...row, cells: row.cells.map((old, place) => (now.days[place] === on ? cell : old)) }
              : row,
          ),
        },
    );

  const isOnSheet = ({ projectId, taskKey }: CellPlace) =>
    queryClient
      .getQueryData<TimeWeek>(queryKey)
      ?.rows.some((row) => row.projectId === projectId && row.taskKey === taskKey) === true;

  const restore = async (entryId: string) => {
    try {
      await api.time.restore.mutate({ workspace, mutationId: uuidv4(), entryId });
    } catch (error) {
      toast.error(refusalOf(error).message);
    }
    void queryClient.invalidateQueries();
  };

  const write = async (place: CellPlace, seen: TimeCell | null, hours: number | null, note: string) => {
    if (seen === null) {
      if (hours === null) return null;
      const { projectId, taskKey } = place;
      const input = { workspace, projectId, taskKey, memberId, workedOn: place.day, hours, note };
      const booked = await api.time.book.mutate({ ...input, mutationId: mutationIdOf(input) });
      return { ...booked, hours, note };
    }
    const { entryId, version } = seen;
    if (hours === null) {
      const input = { workspace, entryId, version };
      await api.time.delete.mutate({ ...input, mutationId: mutationIdOf(input) });
      toast("The entry was deleted.", {
        id: "time",
        action: { label: "Undo", onClick: () => void restore(entryId) },
      });
      return null;
    }
    if (hours === seen.hours && note === seen.note) return seen;
    const input = { workspace, entryId, version, hours, note };
    const corrected = await api.time.correct.mutate({ ...input, mutationId: mutationIdOf(input) });
    return { ...corrected, hours, note };
  };

  const saveNow = async (key: string): Promise<void> => {
    const edit = latest.current.get(key);
    if (edit === undefined || edit.theirs !== null) return;
    const typed = parseHours(edit.text);
    if ("fault" in typed) return put(key, { ...edit, failure: typed.fault });
    try {
      const cell = await write(edit.place, edit.seen, typed.hours, edit.note ?? edit.seen?.note ?? "");
      if (isOnSheet(edit.place)) patch(edit.place, cell);
      // A task that was added to the sheet is on it for good once it has an entry.
      else await queryClient.invalidateQueries({ queryKey });
      // What was typed or written since answers to what is on record now.
      const later = latest.current.get(key);
      put(key, later === undefined || later === edit ? null : { ...later, seen: cell });
      void queryClient.invalidateQueries();
    } catch (error) {
      const { code, message, details } = refusalOf(error);
      const theirs = code === "STALE_VERSION" ? savedCell.safeParse(details.current) : null;
      put(key, theirs?.success ? { ...edit, theirs: theirs.data } : { ...edit, failure: message });
    }
  };
  const save = useRef(saveNow);
  save.current = saveNow;
  const enqueue = useCallback((key: string) => {
    saving.current = saving.current.then(async () => await save.current(key));
  }, []);

  const type = useCallback(
    (place: CellPlace, cell: TimeCell | null, text: string) => {
      const before = latest.current.get(keyOf(place));
      const seen = before === undefined ? cell : before.seen;
      put(keyOf(place), { place, text, note: before?.note ?? null, seen, theirs: null, failure: null });
    },
    [put],
  );

  /** Answers a contested or failed cell: mine is sent over what is there now, or given up. */
  const answer = useCallback(
    (key: string, whose: "mine" | "theirs") => {
      const edit = latest.current.get(key);
      if (edit === undefined) return;
      if (whose === "theirs") {
        put(key, null);
        void queryClient.invalidateQueries();
        return;
      }
      put(key, { ...edit, seen: edit.theirs ?? edit.seen, theirs: null, failure: null });
      enqueue(key);
    },
    [put, enqueue, queryClient],
  );

  /** Writes a note to an entry that is on record. */
  const noteDown = useCallback(
    (place: CellPlace, cell: TimeCell, note: string) => {
      const before = latest.current.get(keyOf(place));
      if (note === (before?.note ?? cell.note)) return;
      const { text, seen } = before ?? { text: String(cell.hours), seen: cell };
      put(keyOf(place), { place, text, note, seen, theirs: null, failure: null });
      enqueue(keyOf(place));
    },
    [put, enqueue],
  );

  useEffect(() => {
    if (edits.size === 0) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", keep);
    return () => window.removeEventListener("beforeunload", keep);
  }, [edits.size]);

  return { edits, type, leave: enqueue, answer, noteDown, days: week.days };
}

export type HoursEdits = ReturnType<typeof useHours>;
