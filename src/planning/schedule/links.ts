import { PlanningError } from "../planning-error";

/**
 * How a task waits for another, as in precedence diagramming:
 * finish-to-start: begins when the other is finished; start-to-start: begins when the other has begun;
 * finish-to-finish: ends no earlier than the other, and is not begun sooner than that needs.
 */
export const linkKinds = ["finish-to-start", "start-to-start", "finish-to-finish"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface TaskLink {
  /** The task that is waited for. */
  readonly after: string;
  readonly kind: LinkKind;
  /** Working days to wait besides; negative lets them overlap. */
  readonly lagWorkingDays: number;
}

const lagWorkingDaysAtMost = 1000;

export function finishToStart(after: string): TaskLink {
  return { after, kind: "finish-to-start", lagWorkingDays: 0 };
}

export function checkLag(lagWorkingDays: number, field: string): void {
  if (!Number.isFinite(lagWorkingDays)) throw new PlanningError("not-a-number", field, "Enter a number.");
  if (Math.abs(lagWorkingDays) > lagWorkingDaysAtMost)
    throw new PlanningError("out-of-range", field, `Enter from −1,000 to 1,000 working days.`);
}
