export interface BestKnown {
  /** The best makespan anybody has reported. */
  readonly upper: number;
  readonly isProven: boolean;
}

/** Reads rows of `instance,lower,upper`; an empty lower bound is an unknown one. */
export function bestKnown(csv: string): ReadonlyMap<string, BestKnown> {
  const rows = csv.trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [instance = "", lower = "", upper = ""] = row.trim().split(",");
      return [instance, { upper: Number(upper), isProven: lower === upper }];
    }),
  );
}
