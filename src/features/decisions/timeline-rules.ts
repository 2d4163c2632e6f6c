import type { IsoDate } from "@/planning";
import type { DecisionState } from "./find.queries";

export type MomentKind =
  | "asked"
  | "decided"
  | "confirmed"
  | "reopened"
  | "superseded"
  /** Days that were named: by then it should be decided, or looked at again. */
  | "due"
  | "review";

/** Something that happened to a decision, or is to happen. */
export type Moment = {
  readonly kind: MomentKind;
  readonly on: IsoDate;
  /** When in the day; null for a day that was named. */
  readonly at: Date | null;
  readonly who: string | null;
  /** The option chosen, or the reason given. */
  readonly words: string;
  readonly decision: {
    readonly id: string;
    readonly number: number;
    readonly question: string;
    readonly state: DecisionState;
    readonly project: { readonly key: string; readonly name: string };
  };
};

type Month = { readonly month: string; readonly moments: readonly Moment[] };

/** When a page of the timeline is long enough; a month is never cut in two. */
export const enoughMoments = 120;

/**
 * A page of the timeline in whole months, the latest day first. `before` goes on where a page ended; `earlier` is what it takes then,
 * or null where everything is told.
 */
export function timelinePage(
  moments: readonly Moment[],
  before: string | null,
): { readonly months: readonly Month[]; readonly earlier: string | null } {
  const months = new Map<string, Moment[]>();
  for (const moment of [...moments].sort(latestFirst)) {
    const month = moment.on.slice(0, 7);
    if (before !== null && month >= before) continue;
    months.set(month, [...(months.get(month) ?? []), moment]);
  }
  const page: Month[] = [];
  let told = 0;
  for (const [month, ofMonth] of months) {
    if (told >= enoughMoments) return { months: page, earlier: page.at(-1)?.month ?? null };
    page.push({ month, moments: ofMonth });
    told += ofMonth.length;
  }
  return { months: page, earlier: null };
}

/** A named day lasts until its end, so it comes before what happened in it. Of one instant, the later step comes first. */
function latestFirst(a: Moment, b: Moment): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  const time = (moment: Moment) => moment.at?.getTime() ?? Number.POSITIVE_INFINITY;
  const [timeA, timeB] = [time(a), time(b)];
  return timeA === timeB ? order[b.kind] - order[a.kind] : timeB - timeA;
}

const order: Readonly<Record<MomentKind, number>> = {
  asked: 0,
  reopened: 1,
  decided: 2,
  confirmed: 3,
  superseded: 4,
  due: 5,
  review: 6,
};
