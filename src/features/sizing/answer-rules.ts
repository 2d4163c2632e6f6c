import { sizingInput } from "@/features/decisions/evidence.schema";
import { answerSizing, PlanningError, type SizingAnswer, type SizingCurve, sizingCurve } from "@/planning";

/** What planning calls otherwise than the form. */
const fieldNames: Readonly<Record<string, string>> = {
  usdPerAcceleratorHour: "rentPerHour",
  maxTimeToFirstTokenSeconds: "latencySeconds",
  usdPerAnnotatorHour: "ratePerHour",
};

export type Tried =
  | { readonly answer: SizingAnswer; readonly errors: null }
  | { readonly answer: null; readonly errors: Readonly<Record<string, string>> };

/** The answer, or what is wrong with which input. */
export function tryToAnswer(input: unknown): Tried {
  const parsed = sizingInput.safeParse(input);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message]);
    return { answer: null, errors: Object.fromEntries(errors) };
  }
  try {
    return { answer: answerSizing(parsed.data), errors: null };
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    return { answer: null, errors: { [fieldNames[error.field] ?? error.field]: error.reason } };
  }
}

/** How its cost moves, where it can be made. */
export function curveOf(input: unknown): SizingCurve | null {
  const parsed = sizingInput.safeParse(input);
  return parsed.success ? sizingCurve(parsed.data) : null;
}
