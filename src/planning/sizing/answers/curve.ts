import { PlanningError } from "../../planning-error";
import type { RecordedSizing } from "../recorded-sizing";
import { answerSizing } from "../recorded-sizing";
import { utilizationRange } from "../utilization";
import type { SizingFigure } from "./answer";

export interface CurvePoint {
  readonly x: number;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** How the cost of a calculation moves with the input that it hangs on most. */
export interface SizingCurve {
  readonly over: string;
  readonly unit: string;
  readonly costUnit: string;
  /** Where the calculation stands. */
  readonly at: number;
  /** `ratio`: the steps between the points are ratios. */
  readonly scale: "even" | "ratio";
  readonly lines: readonly { readonly name: string; readonly points: readonly CurvePoint[] }[];
}

const volumes = 33;
/** From a thirtieth of the volume to thirty times it. */
const widthOfVolumes = 30;

/** Cost over volume for what is paid by use, over utilisation for what is trained; null where nothing is paid. */
export function sizingCurve(sizing: RecordedSizing): SizingCurve | null {
  switch (sizing.calculation) {
    case "serving-fleet":
    case "hosted-price":
    case "host-or-call":
      return overVolume(sizing, sizing.calculation === "host-or-call" ? 2 : 1);
    case "training-cost":
    case "fine-tuning":
      return overUtilization(sizing);
    case "serving-memory":
    case "labelling":
      return null;
  }
}

type ByVolume = Extract<RecordedSizing, { readonly requestsPerDay: number }>;

function overVolume(sizing: ByVolume, lines: number): SizingCurve | null {
  const answers = Array.from({ length: volumes }, (_, step) => {
    const x = sizing.requestsPerDay * widthOfVolumes ** ((2 * step) / (volumes - 1) - 1);
    return { x, figures: figuresAt({ ...sizing, requestsPerDay: x }) };
  }).flatMap(({ x, figures }) => (figures === null ? [] : [{ x, figures }]));
  const [first] = answers;
  if (first === undefined) return null;
  return {
    over: "Volume",
    unit: "requests a day",
    costUnit: first.figures[0]?.unit ?? "",
    at: sizing.requestsPerDay,
    scale: "ratio",
    lines: first.figures.slice(0, lines).map(({ name }, place) => ({
      name,
      points: answers.flatMap(({ x, figures }) => {
        const figure = figures[place];
        return figure === undefined ? [] : [{ x, value: figure.value, low: figure.low, high: figure.high }];
      }),
    })),
  };
}

function figuresAt(sizing: RecordedSizing): readonly SizingFigure[] | null {
  try {
    return answerSizing(sizing).figures;
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw error;
  }
}

/** Rent is inversely proportional to utilisation: hours = FLOP / (peak · utilisation). */
function overUtilization(sizing: RecordedSizing): SizingCurve | null {
  const rent = figuresAt(sizing)?.[0];
  if (rent === undefined) return null;
  const { p50 } = utilizationRange();
  const shares = Array.from({ length: 23 }, (_, step) => (10 + 3 * step) / 100);
  return {
    over: "Utilisation",
    unit: "%",
    costUnit: rent.unit,
    at: p50 * 100,
    scale: "even",
    lines: [
      {
        name: rent.name,
        points: shares.map((share) => ({ x: share * 100, value: (rent.value * p50) / share })),
      },
    ],
  };
}
