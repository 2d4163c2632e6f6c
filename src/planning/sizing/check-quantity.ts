import { PlanningError } from "../planning-error";

export interface QuantityRule {
  readonly min?: number;
  readonly max: number;
  readonly whole?: true;
}

/** What no project reaches: beyond these a figure is a slip of the keyboard or of the unit, and products stay finite. */
export const sizingLimits = {
  parameters: { min: 1, max: 1e16 },
  tokens: { min: 1, max: 1e18 },
  accelerators: { min: 1, max: 1e7, whole: true },
  contextTokens: { min: 1, max: 1e9, whole: true },
  batch: { min: 1, max: 1e7, whole: true },
  parallel: { min: 1, max: 1e6, whole: true },
  share: { min: 0, max: 1 },
  requestsPerDay: { min: 1e-6, max: 1e13 },
  usd: { min: 0, max: 1e13 },
} as const satisfies Record<string, QuantityRule>;

/** Throws a PlanningError unless `value` is a finite number within the rule; `field` names it to the caller. */
export function checkQuantity(value: number, rule: QuantityRule, field: string): void {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new PlanningError("not-a-number", field, "Enter a number.");
  const min = rule.min ?? 0;
  if (value < 0) throw new PlanningError("negative", field, `Enter ${write(min)} or more.`);
  if (value < min || value > rule.max)
    throw new PlanningError("out-of-range", field, `Enter between ${write(min)} and ${write(rule.max)}.`);
  if (rule.whole && !Number.isInteger(value))
    throw new PlanningError("out-of-range", field, "Enter a whole number.");
}

/** Throws a PlanningError unless `value` is one of `known`. */
export function checkOneOf<Id extends string | number>(value: Id, known: readonly Id[], field: string): void {
  if (!known.includes(value))
    throw new PlanningError("unknown-id", field, `Choose one of ${known.join(", ")}; not "${value}".`);
}

function write(value: number): string {
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3)
    ? value.toExponential()
    : `${value}`;
}
