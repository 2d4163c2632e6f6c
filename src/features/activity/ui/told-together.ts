import { z } from "zod";
import type { FeedEntry } from "./tell-event";

const booked = z.object({
  taskKey: z.string(),
  member: z.string().optional(),
  before: z.null().optional(),
  after: z.looseObject({ hours: z.number() }),
});

/** Entries of one list, those in a row that book time of one member on one task as one: a week is booked day by day. */
export function toldTogether(events: readonly FeedEntry[]): FeedEntry[] {
  const told: FeedEntry[] = [];
  for (const event of events) {
    const last = told.at(-1);
    const both = last === undefined ? null : together(last, event);
    if (both === null) told.push(event);
    else told[told.length - 1] = both;
  }
  return told;
}

function together(one: FeedEntry, other: FeedEntry): FeedEntry | null {
  if (one.type !== "time.booked" || other.type !== "time.booked") return null;
  if (one.actorName !== other.actorName || one.project?.key !== other.project?.key) return null;
  const [a, b] = [booked.safeParse(one.data), booked.safeParse(other.data)];
  if (!a.success || !b.success) return null;
  if (a.data.taskKey !== b.data.taskKey || a.data.member !== b.data.member) return null;
  const hours = Math.round((a.data.after.hours + b.data.after.hours) * 100) / 100;
  return { ...one, data: { ...Object(one.data), after: { hours } } };
}
