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
