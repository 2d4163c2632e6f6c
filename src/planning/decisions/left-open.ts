/** What an open decision costs to leave open, and how long it has been. */
export interface LeftOpen {
  readonly id: string;
  /** Days between the finishes of its options. */
  readonly spreadWorkingDays: number;
  /** Money between the costs of its options. */
  readonly spreadMinor: number;
  readonly ageDays: number;
  readonly dueOn: string | null;
}

export const leftOpenOrders = ["days", "money", "age", "due"] as const;
export type LeftOpenOrder = (typeof leftOpenOrders)[number];

/** The money between the cheapest and the dearest option at the median; nothing with fewer than two. */
export function moneyBetween(options: readonly { readonly costP50Minor: number }[]): number {
  const costs = options.map(({ costP50Minor }) => costP50Minor);
  return costs.length < 2 ? 0 : Math.max(...costs) - Math.min(...costs);
}

/** The dearest to leave open first, or the oldest, or the one that is due soonest; where they are even, by the others in turn. */
export function orderLeftOpen<Decision extends LeftOpen>(
  decisions: readonly Decision[],
  by: LeftOpenOrder,
): Decision[] {
  const turns = [by, ...leftOpenOrders.filter((order) => order !== by)];
  return decisions.toSorted((a, b) => {
    for (const turn of turns) {
      const apart = comparisons[turn](a, b);
      if (apart !== 0) return apart;
    }
    return a.id < b.id ? -1 : 1;
  });
}

const comparisons: Readonly<Record<LeftOpenOrder, (a: LeftOpen, b: LeftOpen) => number>> = {
  days: (a, b) => b.spreadWorkingDays - a.spreadWorkingDays,
  money: (a, b) => b.spreadMinor - a.spreadMinor,
  age: (a, b) => b.ageDays - a.ageDays,
  due: (a, b) => compareDue(a.dueOn, b.dueOn),
};

/** What has no day to be decided by comes last. */
function compareDue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
