"use client";

import { useEffect, useState } from "react";
import { formatDate } from "./format";

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A calendar day. */
export function DateText({ date, withYear = true }: { date: string; withYear?: boolean }) {
  return <time dateTime={date}>{formatDate(date, withYear)}</time>;
}

/** How long ago something was. Rendered as a date on the server; becomes relative, and stays so, in the browser. */
export function RelativeTime({ at }: { at: Date }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at.toISOString()} title={`${moment.format(at)} UTC`}>
      {now === null ? formatDate(at) : relative(at.getTime(), now)}
    </time>
  );
}

export function relative(at: number, now: number): string {
  const seconds = Math.max(0, (now - at) / 1_000);
  if (seconds < 60) return "just now";
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
  const days = Math.floor(seconds / 86_400);
  return days <= 30 ? `${days} d ago` : formatDate(new Date(at));
}
