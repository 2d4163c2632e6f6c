"use client";

import { useSyncExternalStore } from "react";
import { formatDate } from "./format";

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A calendar day. */
export function DateText({ date, withYear = true }: { date: string; withYear?: boolean }) {
  return (
    <time dateTime={date} {...(withYear ? {} : { title: formatDate(date) })}>
      {formatDate(date, { withYear })}
    </time>
  );
}

/** The moment it is, as often as what is told by the minute needs; null on the server and in the first paint. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(clock.subscribe, clock.now, () => null);
}

/** How long ago something was. A date on the server and in the first paint, relative from then on. */
export function RelativeTime({ at }: { at: Date }) {
  const now = useNow();
  return (
    <time dateTime={at.toISOString()} title={`${moment.format(at)} UTC`} className="whitespace-nowrap">
      {now === null ? formatDate(at) : relative(at.getTime(), now)}
    </time>
  );
}

function relative(at: number, now: number): string {
  const seconds = Math.max(0, (now - at) / 1_000);
  if (seconds < 60) return "just now";
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
  const days = Math.floor(seconds / 86_400);
  return days <= 30 ? `${days} d ago` : formatDate(new Date(at));
}

/** One clock for every relative time of a page: a feed of hundreds has one timer. */
const clock = makeClock();

function makeClock() {
  const readers = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const read of readers) read();
  };
  return {
    now: () => now,
    subscribe: (read: () => void) => {
      readers.add(read);
      // A fresh comment is younger than the last tick.
      if (Date.now() - now > 1_000) queueMicrotask(tick);
      timer ??= setInterval(tick, 30_000);
      return () => {
        readers.delete(read);
        if (readers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
