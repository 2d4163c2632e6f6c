import type { ThreePoint } from "@/planning";

/** An estimate as it is typed. */
export type EstimateDraft = { optimistic: string; mostLikely: string; pessimistic: string };

export function typed({ optimistic, mostLikely, pessimistic }: ThreePoint): EstimateDraft {
  const text = (days: number) => String(Math.round(days * 100) / 100);
  return { optimistic: text(optimistic), mostLikely: text(mostLikely), pessimistic: text(pessimistic) };
}

/** Whether the estimate is what `typed` makes of these figures. */
export function isTyped(estimate: EstimateDraft, of: ThreePoint): boolean {
  const same = typed(of);
  return (
    estimate.optimistic === same.optimistic &&
    estimate.mostLikely === same.mostLikely &&
    estimate.pessimistic === same.pessimistic
  );
}

export function parsed({ optimistic, mostLikely, pessimistic }: EstimateDraft): ThreePoint {
  const days = (text: string) => (text === "" ? Number.NaN : Number(text));
  return { optimistic: days(optimistic), mostLikely: days(mostLikely), pessimistic: days(pessimistic) };
}

/** What is wrong with an estimate as it is typed, or null. */
export function estimateFault(estimate: EstimateDraft): string | null {
  const { optimistic, mostLikely, pessimistic } = parsed(estimate);
  const days = [optimistic, mostLikely, pessimistic];
  if (days.some((value) => !Number.isFinite(value) || value < 0))
    return "Give three numbers of days, 0 or more.";
  if (days.some((value) => value > 10_000)) return "Give at most 10,000 days.";
  return optimistic <= mostLikely && mostLikely <= pessimistic ? null : "Order them: best ≤ likely ≤ worst.";
}
