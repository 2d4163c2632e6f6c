/** What is wrong with what the planning core was given; codes are stable, sentences are not. */
export const planningErrorCodes = [
  "not-a-number",
  "negative",
  "out-of-range",
  "not-ordered",
  "not-a-date",
  "unknown-id",
  "duplicate-id",
  "circular",
  "inconsistent",
] as const;
export type PlanningErrorCode = (typeof planningErrorCodes)[number];

/**
 * Bad input to the core. `field` is a path a caller can turn into a form field
 * ("tasks.fine-tuning/train.effortPersonDays.optimistic"), `reason` a sentence a person can act on.
 */
export class PlanningError extends Error {
  override readonly name = "PlanningError";
  readonly code: PlanningErrorCode;
  readonly field: string;
  readonly reason: string;

  constructor(code: PlanningErrorCode, field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.code = code;
    this.field = field;
    this.reason = reason;
  }
}
