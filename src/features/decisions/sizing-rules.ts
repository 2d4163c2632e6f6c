import { PlanningError, type SizingFigure, sizingFigures } from "@/planning";
import { invalid } from "@/platform/errors";
import type { SizingInput } from "./evidence.schema";

/** The figures of a calculation with today's catalogue, or null when it cannot make it any more. */
export function figuresToday(sizing: SizingInput): SizingFigure[] | null {
  try {
    return [...sizingFigures(sizing)];
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw error;
  }
}

/** The figures of a calculation that somebody asks for; what it cannot use is said at the form's field. */
export function figuresOf(sizing: SizingInput): SizingFigure[] {
  try {
    return sizingFigures(sizing).map((figure) => ({ ...figure }));
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    throw invalid("SIZING", error.reason, `content.sizing.${error.field}`);
  }
}
