import type { SizingAnswer, SizingFigure } from "./answers/answer";
import { answerFineTuning, type FineTuningSizing } from "./answers/fine-tuning-answer";
import { answerLabelling, type LabellingSizing } from "./answers/labelling-answer";
import {
  answerHostOrCall,
  answerPrice,
  type HostOrCallSizing,
  type PriceSizing,
} from "./answers/price-answers";
import {
  answerMemory,
  answerServing,
  type MemorySizing,
  type ServingSizing,
} from "./answers/serving-answers";
import { answerTraining, type TrainingSizing } from "./answers/training-answer";

/** Everything a kept calculation needs, so that it can be made again from the catalogue of any later day. */
export type RecordedSizing =
  | TrainingSizing
  | FineTuningSizing
  | ServingSizing
  | MemorySizing
  | PriceSizing
  | LabellingSizing
  | HostOrCallSizing;

/** The answer with the catalogue as it is. Throws a PlanningError that names the input it cannot use. */
export function answerSizing(sizing: RecordedSizing): SizingAnswer {
  switch (sizing.calculation) {
    case "training-cost":
      return answerTraining(sizing);
    case "fine-tuning":
      return answerFineTuning(sizing);
    case "serving-fleet":
      return answerServing(sizing);
    case "serving-memory":
      return answerMemory(sizing);
    case "hosted-price":
      return answerPrice(sizing);
    case "labelling":
      return answerLabelling(sizing);
    case "host-or-call":
      return answerHostOrCall(sizing);
  }
}

/** The figures of the answer alone. */
export function sizingFigures(sizing: RecordedSizing): readonly SizingFigure[] {
  return answerSizing(sizing).figures;
}

/** Below this share a difference is that of rounding, not of a price or a figure that changed. */
const sameWithin = 1e-6;

/** Whether two results of one calculation tell different things. */
export function figuresDiffer(then: readonly SizingFigure[], now: readonly SizingFigure[]): boolean {
  if (then.length !== now.length) return true;
  return then.some((figure, place) => {
    const other = now[place];
    if (other === undefined || other.name !== figure.name || other.unit !== figure.unit) return true;
    return (
      differ(figure.value, other.value) || differ(figure.low, other.low) || differ(figure.high, other.high)
    );
  });
}

function differ(then: number | undefined, now: number | undefined): boolean {
  if (then === undefined || now === undefined) return then !== now;
  return Math.abs(now - then) > sameWithin * Math.max(Math.abs(then), 1e-9);
}
